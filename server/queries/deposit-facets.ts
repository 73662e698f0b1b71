/** How many deposits each choice of the filter would leave. */
import type { Query } from './query.ts'
import { readDepositFilter } from './read-cql2.ts'

export const depositFacets: Query<'depositFacets'> = async ({ query }, context) => {
  const { storage } = context
  const { choices, where } = readDepositFilter(query, context)
  const [total, facets] = await Promise.all([
    storage.countDeposits(choices, where),
    storage.depositFacets(choices, where),
  ])
  return { total, facets }
}
