/** Deposits under a filter, sorted and paged. Without an order: the most important first, else from A to Z. */
import type { Query } from './query.ts'

const PAGE = 100

export const listDeposits: Query<'listDeposits'> = async ({ query }, { storage }) => {
  const { limit = PAGE, offset = 0, sort = 'importance', order, ...filter } = query
  const isLargestFirst = sort === 'importance' || sort === 'resource'
  const [total, deposits] = await Promise.all([
    storage.countDeposits(filter),
    storage.listDeposits(filter, { limit, offset, sort, order: order ?? (isLargestFirst ? 'desc' : 'asc') }),
  ])
  return { total, limit, offset, deposits }
}
