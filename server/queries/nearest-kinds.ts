/** What 'the nearest port' and the like mean on a deposit sheet: datasets, which of their features count, what is printed. */
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { NEAREST_KINDS, Neighbour } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { nearestInDataset, neighbourOf } from './nearest-in-dataset.ts'
import type { Context } from './query.ts'

type Kind = (typeof NEAREST_KINDS)[number]

interface Source {
  dataset: string
  facts: readonly string[]
  accept?: (properties: FeatureProperties & Record<string, unknown>) => boolean
}

const MAIN_ROADS: readonly unknown[] = ['motorway', 'trunk', 'primary']
const TOWNS: readonly unknown[] = ['capital', 'city', 'town']
/** Below this a line distributes to villages and cannot feed a mine. */
const GRID_KV = 66

/** The grid a mine could join: at work, from 66 kV; the voltage of a station is its highest. */
const isGrid: Source['accept'] = ({ kv, status }) => status === 'operational' && typeof kv === 'number' && kv >= GRID_KV

export const KINDS: Readonly<Record<Kind, readonly Source[]>> = {
  port: [
    {
      dataset: 'ports',
      facts: ['kind', 'country', 'maxDraughtM', 'berths'],
      accept: ({ kind, country }) => kind === 'sea port' && country === 'Pakistan',
    },
  ],
  railway: [
    {
      dataset: 'railways',
      facts: ['class', 'status'],
      accept: (line) => line.class === 'rail' && line.service === null && line.isConstruction === false,
    },
  ],
  highway: [
    {
      dataset: 'roads',
      facts: ['class', 'ref'],
      accept: (road) => MAIN_ROADS.includes(road.class) && road.isConstruction === false,
    },
  ],
  grid: [
    { dataset: 'substations', facts: ['kv', 'status'], accept: isGrid },
    { dataset: 'transmission-lines', facts: ['kv', 'current', 'status'], accept: isGrid },
  ],
  border: [{ dataset: 'border-crossings', facts: ['neighbour', 'road', 'status'] }],
  settlement: [
    { dataset: 'places', facts: ['class', 'population', 'country'], accept: (place) => TOWNS.includes(place.class) },
  ],
}

/** Datasets whose change may change an answer of `nearestOfKinds`. */
export const KIND_DATASETS: readonly string[] = Object.values(KINDS).flatMap((sources) =>
  sources.map(({ dataset }) => dataset),
)

/** For each kind the nearest feature of its datasets, or null where the atlas holds none. */
export async function nearestOfKinds(
  place: Position,
  context: Pick<Context, 'storage' | 'signal'>,
): Promise<Record<Kind, Neighbour | null>> {
  const nearest: Record<Kind, Neighbour | null> = {
    port: null,
    railway: null,
    highway: null,
    grid: null,
    border: null,
    settlement: null,
  }
  for (const kind of Object.keys(KINDS) as Kind[])
    for (const { dataset, facts, accept } of KINDS[kind]) {
      const search = {
        place,
        dataset,
        limit: 1,
        ...(accept ? { accept: accept as (p: FeatureProperties) => boolean } : {}),
      }
      const [found] = await nearestInDataset(search, context)
      const before = nearest[kind]
      if (found && (before === null || found.nearest.distanceM / 1000 < before.distanceKm))
        nearest[kind] = neighbourOf(dataset, found, facts)
    }
  return nearest
}
