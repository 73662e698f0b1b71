/** Places, deposits, ports and corridors by name, typing errors forgiven; or the place that coordinates name. */
import { parseCoordinates } from '#geodata/search/coordinates.ts'
import { rankCandidates } from '#geodata/search/rank.ts'
import type { Query } from './query.ts'

const DEFAULT_LIMIT = 10
/** Names weighed for each one shown: gram overlap alone is a coarse order. */
const CANDIDATES_PER_HIT = 12
const LEAST_CANDIDATES = 120

export const search: Query<'search'> = async ({ query: { q, limit = DEFAULT_LIMIT } }, { storage }) => {
  const position = parseCoordinates(q)
  if (position) return { query: q, position, hits: [] }
  const candidates = await storage.searchCandidates(q, Math.max(LEAST_CANDIDATES, limit * CANDIDATES_PER_HIT))
  const hits = rankCandidates(q, candidates, limit).map(
    ({ ref, name, matched, kind, province, position: at, bbox, score }) => ({
      ref,
      name,
      matched,
      kind,
      province,
      position: at,
      bbox,
      score,
    }),
  )
  return { query: q, position: null, hits }
}
