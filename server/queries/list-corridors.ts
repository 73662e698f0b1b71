/** Corridors with mode, status, length and extent, without their lines. */

import type { CorridorSummary } from '#geodata/contract/endpoints.ts'
import { CorridorProperties } from '#geodata/datasets/corridors/dataset.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import type { Feature } from '../storage/storage.ts'
import type { Context, Query } from './query.ts'

const MOST_CORRIDORS = 1000

export const listCorridors: Query<'listCorridors'> = async (_question, context) => ({
  corridors: (await everyCorridor(context)).map(({ summary }) => summary),
})

export interface WholeCorridor {
  summary: CorridorSummary
  feature: Feature & { geometry: NonNullable<Feature['geometry']> }
}

/** All corridors with their lines, parsed once for each version. */
export function everyCorridor({ storage, cache }: Pick<Context, 'storage' | 'cache'>): Promise<WholeCorridor[]> {
  return cache.get('corridors', ['corridors'], async () => {
    const features = await storage.features('corridors', { limit: MOST_CORRIDORS })
    return features.flatMap((feature) => {
      const { id, geometry, properties } = feature
      if (geometry === null) return []
      const { name, mode, kind, status, lengthKm, openedYear } = CorridorProperties.parse(properties)
      const summary = { id, name, mode, kind, status, lengthKm, openedYear, bbox: bboxOf(geometry) }
      return [{ summary, feature: { ...feature, geometry } }]
    })
  })
}
