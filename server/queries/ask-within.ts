/** The features of some datasets that meet an area or lie within it, its boundary included. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { AreaTest } from '#geodata/spatial/area-test.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import { type Accept, acceptedBy, countFound } from './accepted-deposits.ts'
import { breather } from './breathe.ts'
import { factsOf } from './facts.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context, Query } from './query.ts'
import { resolveArea } from './resolve-place.ts'
import { MOST_FOUND, tooManyFound } from './within-distance.ts'

type Found = Output<'askWithin'>['features'][number]

const DEFAULT_LIMIT = 100

export const askWithin: Query<'askWithin'> = async ({ body }, context) => {
  const { limit = DEFAULT_LIMIT, relation = 'intersects' } = body
  const datasets = [...new Set(body.datasets)]
  const area = await resolveArea(body.area, context)
  const accept = await acceptedBy(body.filter, context)
  const all: Found[] = []
  for (const dataset of datasets) all.push(...(await inArea(dataset, area, relation, accept, context)))
  if (all.length > MOST_FOUND) throw tooManyFound()
  return { features: all.slice(0, limit), counts: await countFound(datasets, all, context) }
}

async function inArea(
  dataset: string,
  area: AreaTest,
  relation: 'intersects' | 'within',
  accept: Accept,
  context: Context,
): Promise<Found[]> {
  const { tiles } = knownDataset(dataset, context)
  const ids = new Set<string>()
  for (const box of area.boxes)
    for (const { id } of await context.storage.boxes(dataset, box)) if (accept(dataset, id)) ids.add(id)
  const breathe = breather()
  const found: Found[] = []
  for (const id of [...ids].sort()) {
    await breathe()
    context.signal.throwIfAborted()
    const feature = await context.storage.feature({ dataset, id })
    if (!feature?.geometry) continue
    const { geometry, properties } = feature
    if (!(relation === 'within' ? area.contains(geometry) : area.intersects(geometry))) continue
    const facts = factsOf(properties, tiles?.properties ?? [])
    found.push({ ref: { dataset, id }, name: properties.name, position: labelPoint(geometry), facts })
    if (found.length > MOST_FOUND) throw tooManyFound()
  }
  return found
}
