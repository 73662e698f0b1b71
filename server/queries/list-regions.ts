/** All provinces or districts, for comparing them and for shading the map. */
import type { Query } from './query.ts'
import { regionsOf } from './region-rows.ts'

export const listRegions: Query<'listRegions'> = async ({ params: { level } }, context) => ({
  level,
  rows: [...(await regionsOf(level, context)).values()].map(({ row }) => row),
})
