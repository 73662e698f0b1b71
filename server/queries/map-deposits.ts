/** Deposits under a filter as points, with what a map symbol needs. */
import { Refusal } from '../refusal.ts'
import { depositQuestion } from './deposit-question.ts'
import type { Query } from './query.ts'

/** About 35 MB of text: beyond it a browser chokes, and tiles serve better. */
const MOST_POINTS = 120_000

export const mapDeposits: Query<'mapDeposits'> = async ({ query }, context) => {
  const features = await context.storage.depositPoints(depositQuestion(query, context), MOST_POINTS + 1)
  if (features.length > MOST_POINTS)
    throw new Refusal('query-too-long', `More than ${MOST_POINTS} deposits match: narrow the filter, or use tiles.`)
  return { type: 'FeatureCollection', features }
}
