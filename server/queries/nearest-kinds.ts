/** What 'the nearest port' and the like mean, on a deposit sheet and in the overlay: datasets, which of their features count, what is printed. */
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Neighbour } from '#geodata/contract/feature-ref.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { OverlayKind } from '#geodata/contract/questions.ts'
import { idsUnder } from './dataset-shapes.ts'
import { nearestInDataset, neighbourOf } from './nearest-in-dataset.ts'
import type { Context } from './query.ts'

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

export const KINDS: Readonly<Record<OverlayKind, readonly Source[]>> = {
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
  // Streams run dry; rivers and canals may too, which the facts tell.
  river: [{ dataset: 'rivers', facts: ['class', 'rank', 'intermittent'], accept: (river) => river.class !== 'stream' }],
  // The mapped outline where there is one, else the circle or point that stands in for it.
  protectedArea: [
    {
      dataset: 'protected-outlines',
      facts: ['designation', 'areaKm2'],
      accept: (outline) => outline.protectedAreaId !== null,
    },
    { dataset: 'protected-areas', facts: ['designation', 'areaKm2'], accept: (area) => area.hasOutline === false },
  ],
}

/** The nearest feature of a kind in any of its datasets, or null where the atlas holds none. */
export async function nearestOfKind(
  place: Position,
  kind: OverlayKind,
  context: Pick<Context, 'storage' | 'signal'>,
): Promise<Neighbour | null> {
  let nearest: Neighbour | null = null
  for (const { dataset, facts, accept } of KINDS[kind]) {
    const rule = accept && { name: kind, dataset, accept: accept as (properties: FeatureProperties) => boolean }
    const ids = rule && (await idsUnder(rule, context.storage))
    const search = { place, dataset, limit: 1, ...(ids ? { accept: (id: string) => ids.has(id) } : {}) }
    const [found] = await nearestInDataset(search, context)
    if (found && (nearest === null || found.nearest.distanceM / 1000 < nearest.distanceKm))
      nearest = neighbourOf(dataset, found, facts)
  }
  return nearest
}
