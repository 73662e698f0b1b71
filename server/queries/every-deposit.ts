/** All summaries under a filter, page by page, up to a bound: more than that is for tiles and pages, not one answer. */
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { Refusal } from '../refusal.ts'
import type { Context } from './query.ts'
import { readDepositFilter } from './read-cql2.ts'

const PAGE = 1000
export const MOST_DEPOSITS = 20_000

/** In order of name. Refuses, rather than cutting short, when there are more than `MOST_DEPOSITS`. */
export async function everyDeposit(
  filter: DepositFilter,
  context: Pick<Context, 'storage' | 'signal' | 'datasets'>,
): Promise<DepositSummary[]> {
  const { storage, signal } = context
  const { choices, where } = readDepositFilter(filter, context)
  const all: DepositSummary[] = []
  for (;;) {
    signal.throwIfAborted()
    const order = { limit: PAGE, offset: all.length, sort: 'name', order: 'asc' } as const
    const page = await storage.listDeposits(choices, order, where)
    all.push(...page)
    if (all.length > MOST_DEPOSITS) throw tooMany()
    if (page.length < PAGE) return all
  }
}

export function tooMany(): Refusal {
  return new Refusal('query-too-long', `More than ${MOST_DEPOSITS} deposits match: narrow the filter, or use tiles.`)
}
