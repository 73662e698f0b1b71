/** Deposits under a filter as rows of a table, with the sources that they name. */
import type { Deposit } from '#geodata/contract/deposit.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { DepositSummary } from '#geodata/contract/endpoints.ts'
import type { Citation } from '#geodata/contract/provenance.ts'
import { countDeposits } from './count-deposits.ts'
import { everyDeposit } from './every-deposit.ts'
import type { Context, Query } from './query.ts'
import { sourcesById } from './sources-of.ts'
import { wholeDeposits } from './whole-deposits.ts'

/** In the order of names. */
export const depositRows: Query<'depositRows'> = async ({ query }, context) => {
  const [summaries, records] = await Promise.all([everyDeposit(query, context), everyRecord(context)])
  const rows = summaries.flatMap((summary) => {
    const rest = records.get(summary.id)
    return rest ? [{ ...summary, ...rest }] : []
  })
  const cited = new Set(rows.flatMap(({ sources, resource }) => [...sources, ...(resource?.sources ?? [])]))
  return { total: countDeposits(summaries), rows, sources: await sourcesById(cited, context) }
}

type Rest = Omit<DepositRow, keyof DepositSummary>

/** What a row has beside its summary, made once for each version of the deposits. */
function everyRecord(context: Context): Promise<ReadonlyMap<string, Rest>> {
  return context.cache.get('rows of deposits', ['deposits'], async () => {
    const whole = await wholeDeposits(context)
    return new Map([...whole].map(([id, { deposit }]) => [id, restOf(deposit)]))
  })
}

function restOf(deposit: Deposit): Rest {
  const { resource, provenance } = deposit
  return {
    ...(deposit.altNames && { altNames: deposit.altNames }),
    owners: deposit.owners,
    chinesePartnerText: deposit.chinesePartnerText,
    positionBasis: deposit.positionBasis,
    positionText: deposit.positionText,
    depositTypeText: deposit.depositTypeText,
    containedMetalText: deposit.containedMetalText,
    annualOutputText: deposit.annualOutputText,
    startYear: deposit.startYear,
    sharesGroundWith: deposit.sharesGroundWith,
    resource: resource && estimateOf(resource),
    rivals: deposit.rivals.length,
    note: provenance?.note ?? null,
    asOf: provenance?.asOf ?? null,
    sources: idsOf(provenance?.citations ?? []),
  }
}

function estimateOf({ citations, text: _, ...figures }: NonNullable<Deposit['resource']>): Rest['resource'] {
  return { ...figures, sources: idsOf(citations) }
}

function idsOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.map(({ source }) => source))]
}
