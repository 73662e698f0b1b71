/** How many deposits each choice of the filter would leave. */
import { depositQuestion } from './deposit-question.ts'
import type { Query } from './query.ts'

export const depositFacets: Query<'depositFacets'> = async ({ query }, context) => {
  const { storage } = context
  const question = depositQuestion(query, context)
  const [total, facets] = await Promise.all([storage.countDeposits(question), storage.depositFacets(question)])
  return { total, facets }
}
