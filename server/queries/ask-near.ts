/** The features nearest to a place: the first few wherever they lie, or all within a distance. */

import type { Place } from '#geodata/contract/place.ts'
import { type Accept, acceptedBy, countFound } from './accepted-deposits.ts'
import { knownDataset } from './known-dataset.ts'
import { locatedOf } from './located.ts'
import { nearestInDataset } from './nearest-in-dataset.ts'
import type { Query } from './query.ts'
import { resolvePlace } from './resolve-place.ts'
import { byDistance, locatedAll, withinDistance } from './within-distance.ts'

const DEFAULT_LIMIT = 10

/** A feature that the question is asked about is not among the answers. */
export const askNear: Query<'askNear'> = async ({ body }, context) => {
  const { limit = DEFAULT_LIMIT, withinKm } = body
  const datasets = [...new Set(body.datasets)]
  const place = await resolvePlace(body.place, context)
  const accept = butNot(body.place, await acceptedBy(body.filter, context))
  if (withinKm !== undefined) {
    const all = await withinDistance({ place, datasets, withinKm, accept }, context)
    const told = await locatedAll(all.slice(0, limit), place, context)
    return { features: told.map(({ located }) => located), counts: await countFound(datasets, all, context) }
  }
  const features = []
  for (const dataset of datasets) {
    knownDataset(dataset, context)
    const search = { place, dataset, limit, accept: (id: string) => accept(dataset, id) }
    for (const found of await nearestInDataset(search, context))
      features.push(locatedOf(dataset, found, place, context).located)
  }
  return { features: features.sort(byDistance).slice(0, limit), counts: null }
}

function butNot(place: Place, accept: Accept): Accept {
  if (place.kind !== 'feature') return accept
  const { ref } = place
  return (dataset, id) => !(dataset === ref.dataset && id === ref.id) && accept(dataset, id)
}
