/** All summaries under a filter, page by page: the atlas counts deposits in hundreds, synthetic tests in more. */
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { Context } from './query.ts'

const PAGE = 1000

/** In order of id. At most `most` deposits: a map or a table of more is asked of tiles and pages. */
export async function everyDeposit(
  filter: DepositFilter,
  { storage, signal }: Pick<Context, 'storage' | 'signal'>,
  most = 20_000,
): Promise<DepositSummary[]> {
  const all: DepositSummary[] = []
  while (all.length < most) {
    signal.throwIfAborted()
    const page = await storage.listDeposits(filter, { limit: PAGE, offset: all.length, sort: 'name', order: 'asc' })
    all.push(...page)
    if (page.length < PAGE) break
  }
  return all.slice(0, most)
}
