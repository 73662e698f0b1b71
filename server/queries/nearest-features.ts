/** The features of a dataset nearest to a point. */
import { knownDataset } from './known-dataset.ts'
import { nearestInDataset, neighbourOf } from './nearest-in-dataset.ts'
import type { Query } from './query.ts'

const DEFAULT_LIMIT = 10

export const nearestFeatures: Query<'nearestFeatures'> = async ({ params: { dataset }, query }, context) => {
  const { tiles } = knownDataset(dataset, context)
  const { lon, lat, limit = DEFAULT_LIMIT } = query
  const found = await nearestInDataset({ place: [lon, lat], dataset, limit }, context)
  return { nearest: found.map((entry) => neighbourOf(dataset, entry, tiles?.properties ?? [])) }
}
