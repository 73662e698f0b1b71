/** Deposits ranked by how near they are to what the reader weighs; distances come from the overlay. */
import { SCORE_TERMS, type ScoreWeights } from '#geodata/contract/questions.ts'
import { distancesOf } from '#geodata/deposit/overlay-distances.ts'
import { EQUAL_WEIGHTS, rankByProximity } from '#geodata/deposit/proximity-score.ts'
import { overlayRows } from './deposit-overlay.ts'
import type { Query } from './query.ts'

export const depositScores: Query<'depositScores'> = async ({ query }, context) => {
  const { highway, railway, grid, port, river, settlement, ...rest } = query
  const given = { highway, railway, grid, port, river, settlement }
  const weights = Object.fromEntries(
    SCORE_TERMS.map((kind) => [kind, given[kind] ?? EQUAL_WEIGHTS[kind]]),
  ) as ScoreWeights
  const ranked = rankByProximity(await overlayRows(rest, context), ({ nearest }) => distancesOf(nearest), weights)
  return { rows: ranked.map(({ deposit, score, terms }) => ({ deposit, score, terms })) }
}
