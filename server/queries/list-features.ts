/** Features of a dataset whose geometry meets a box, in order of id, page by page. */
import type { AtlasFeature } from '#geodata/contract/endpoints.ts'
import { positionsOf } from '#geodata/spatial/bbox.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import type { Feature } from '../storage/storage.ts'
import { knownDataset } from './known-dataset.ts'
import type { Query } from './query.ts'

const DEFAULT_LIMIT = 100
/** A page ends early when its lines and areas hold this many positions, about 5 MB of text. */
const MOST_POSITIONS = 200_000

export const listFeatures: Query<'listFeatures'> = async ({ params: { dataset }, query }, context) => {
  knownDataset(dataset, context)
  const { bbox, limit = DEFAULT_LIMIT } = query
  const features: AtlasFeature[] = []
  let [after, positions] = [query.after, 0]
  for (;;) {
    context.signal.throwIfAborted()
    const page = { limit: limit + 1, ...(after === undefined ? {} : { after }) }
    const read = await (bbox
      ? context.storage.candidates(dataset, bbox, page)
      : context.storage.features(dataset, page))
    for (const feature of read) {
      const isWanted = bbox === undefined || (feature.geometry !== null && meetsBox(feature.geometry, bbox))
      if (isWanted && (features.length === limit || positions > MOST_POSITIONS))
        return { type: 'FeatureCollection', features, next: features.at(-1)?.id ?? null }
      if (isWanted) {
        features.push({
          type: 'Feature',
          id: feature.id,
          geometry: feature.geometry,
          properties: { ...feature.properties },
        })
        positions += countPositions(feature)
      }
      after = feature.id
    }
    if (read.length <= limit) return { type: 'FeatureCollection', features, next: null }
  }
}

function countPositions({ geometry }: Feature): number {
  if (geometry === null) return 0
  let count = 0
  for (const _ of positionsOf(geometry)) count++
  return count
}
