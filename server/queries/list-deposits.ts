/** Deposits under a filter, sorted and paged. Without an order: the most important first, else from A to Z. */
import type { Query } from './query.ts'
import { readDepositFilter } from './read-cql2.ts'

const PAGE = 100

export const listDeposits: Query<'listDeposits'> = async ({ query }, context) => {
  const { storage } = context
  const { limit = PAGE, offset = 0, sort = 'importance', order, ...filter } = query
  const { choices, where } = readDepositFilter(filter, context)
  const isLargestFirst = sort === 'importance' || sort === 'resource'
  const [total, deposits] = await Promise.all([
    storage.countDeposits(choices, where),
    storage.listDeposits(choices, { limit, offset, sort, order: order ?? (isLargestFirst ? 'desc' : 'asc') }, where),
  ])
  return { total, limit, offset, deposits }
}
