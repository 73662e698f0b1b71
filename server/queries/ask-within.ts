/** The features of some datasets that meet an area or lie within it, its boundary included. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { AreaTest } from '#geodata/spatial/area-test.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import type { ShapeIndex } from '#geodata/spatial/shape-index.ts'
import { type Accept, acceptedBy, countFound } from './accepted-deposits.ts'
import { breather } from './breathe.ts'
import { featureOf, shapesOf } from './dataset-shapes.ts'
import { factsOf } from './facts.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context, Query } from './query.ts'
import { resolveArea } from './resolve-place.ts'
import { MOST_FOUND, tooManyFound } from './within-distance.ts'

type Found = Output<'askWithin'>['features'][number]
interface Inside {
  ref: Found['ref']
  index: ShapeIndex
  number: number
}

const DEFAULT_LIMIT = 100

export const askWithin: Query<'askWithin'> = async ({ body }, context) => {
  const { limit = DEFAULT_LIMIT, relation = 'intersects' } = body
  const datasets = [...new Set(body.datasets)]
  const area = await resolveArea(body.area, context)
  const accept = await acceptedBy(body.filter, context)
  const all: Inside[] = []
  for (const dataset of datasets)
    for (const one of await inArea(dataset, area, relation, accept, context)) all.push(one)
  if (all.length > MOST_FOUND) throw tooManyFound()
  const features: Found[] = []
  for (const one of all.slice(0, limit)) features.push(...(await toldOf(one, context)))
  return { features, counts: await countFound(datasets, all, context) }
}

async function inArea(
  dataset: string,
  area: AreaTest,
  relation: 'intersects' | 'within',
  accept: Accept,
  { storage, signal, ...context }: Context,
): Promise<Inside[]> {
  knownDataset(dataset, context)
  const index = await shapesOf(dataset, storage)
  const [first = [], ...others] = area.boxes.map(index.meeting)
  // Two boxes where the area crosses the antimeridian: what meets both comes once.
  const numbers = others.length === 0 ? first : [...new Set([...first, ...others.flat()])].sort((a, b) => a - b)
  const breathe = breather()
  const found: Inside[] = []
  for (const number of numbers) {
    const ref = { dataset, id: index.ids[number] ?? '' }
    if (!accept(dataset, ref.id)) continue
    const pause = breathe()
    if (pause) await pause
    signal.throwIfAborted()
    const geometry = index.geometry(number)
    if (relation === 'within' ? area.contains(geometry) : area.intersects(geometry)) found.push({ ref, index, number })
    if (found.length > MOST_FOUND) throw tooManyFound()
  }
  return found
}

/** Nothing where the feature went away since the index was made. */
async function toldOf({ ref, index, number }: Inside, context: Context): Promise<Found[]> {
  const { tiles } = knownDataset(ref.dataset, context)
  const feature = await featureOf(ref.dataset, index, number, context.storage)
  if (!feature?.geometry) return []
  const { geometry, properties } = feature
  const facts = factsOf(properties, tiles?.properties ?? [])
  return [{ ref, name: properties.name, position: labelPoint(geometry), facts }]
}
