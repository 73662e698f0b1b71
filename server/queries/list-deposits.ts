/** Deposits under a filter, sorted and paged. Without an order: the most important first, else from A to Z. */
import { depositQuestion } from './deposit-question.ts'
import type { Query } from './query.ts'

const PAGE = 100

export const listDeposits: Query<'listDeposits'> = async ({ query }, context) => {
  const { storage } = context
  const { limit = PAGE, offset = 0, sort = 'importance', order, ...fields } = query
  const filter = depositQuestion(fields, context)
  const isLargestFirst = sort === 'importance' || sort === 'resource'
  const [total, deposits] = await Promise.all([
    storage.countDeposits(filter),
    storage.listDeposits(filter, { limit, offset, sort, order: order ?? (isLargestFirst ? 'desc' : 'asc') }),
  ])
  return { total, limit, offset, deposits }
}
