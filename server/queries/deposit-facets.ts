/** How many deposits each choice of the filter would leave. */
import type { Query } from './query.ts'

export const depositFacets: Query<'depositFacets'> = async ({ query }, { storage }) => {
  const [total, facets] = await Promise.all([storage.countDeposits(query), storage.depositFacets(query)])
  return { total, facets }
}
