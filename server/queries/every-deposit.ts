/** All summaries under a filter, page by page, up to a bound: more than that is for tiles and pages, not one answer. */
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { Refusal } from '../refusal.ts'
import { depositQuestion } from './deposit-question.ts'
import type { Context } from './query.ts'

const PAGE = 1000
export const MOST_DEPOSITS = 20_000

/** In order of name. Refuses, rather than cutting short, when there are more than `MOST_DEPOSITS`. */
export async function everyDeposit(
  filter: DepositFilter,
  { storage, datasets, signal }: Pick<Context, 'storage' | 'datasets' | 'signal'>,
): Promise<DepositSummary[]> {
  const question = depositQuestion(filter, { datasets })
  const all: DepositSummary[] = []
  for (;;) {
    signal.throwIfAborted()
    const page = await storage.listDeposits(question, { limit: PAGE, offset: all.length, sort: 'name', order: 'asc' })
    all.push(...page)
    if (all.length > MOST_DEPOSITS) throw tooMany()
    if (page.length < PAGE) return all
  }
}

export function tooMany(): Refusal {
  return new Refusal('query-too-long', `More than ${MOST_DEPOSITS} deposits match: narrow the filter, or use tiles.`)
}
