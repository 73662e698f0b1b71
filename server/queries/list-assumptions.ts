/** What every cost, time and emission rests on, each with its range, source and confidence. */
import type { Query } from './query.ts'

export const listAssumptions: Query<'listAssumptions'> = async (_, { graph }) => ({
  assumptions: await graph.assumptions(),
})
