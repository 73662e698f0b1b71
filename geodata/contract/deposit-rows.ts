/** Deposits as rows of a table: every attribute in one answer, citations by the id of their source. */
import * as z from 'zod'
import { Deposit, ResourceEstimate } from './deposit.ts'
import { DepositCount, DepositSummary } from './deposit-summary.ts'
import { DepositFilter } from './filter.ts'

/** The main estimate of a row: as published, with the ids of its sources. */
export const RowEstimate = ResourceEstimate.omit({ citations: true, text: true }).extend({
  sources: z.array(z.string()),
})
export type RowEstimate = z.output<typeof RowEstimate>

export const DepositRow = DepositSummary.extend({
  ...Deposit.pick({
    altNames: true,
    owners: true,
    chinesePartnerText: true,
    positionBasis: true,
    positionText: true,
    depositTypeText: true,
    containedMetalText: true,
    annualOutputText: true,
    startYear: true,
    sharesGroundWith: true,
  }).shape,
  resource: RowEstimate.nullable(),
  /** How many other figures have been published. */
  rivals: z.number().int(),
  /** The compiler's remark. */
  note: z.string().nullable(),
  /** Year or date of the figures, as stated. */
  asOf: z.string().nullable(),
  /** Of the record as a whole. */
  sources: z.array(z.string()),
})
export type DepositRow = z.output<typeof DepositRow>

export const depositRows = {
  method: 'GET',
  path: '/api/deposits/rows',
  summary: 'Deposits under a filter as rows of a table: every attribute, each figure with the ids of its sources',
  params: z.strictObject({}),
  query: DepositFilter.strict(),
  output: z.object({
    total: DepositCount,
    /** In the order of names; at most 20,000, beyond which the answer is refused and never cut. */
    rows: z.array(DepositRow),
    /** Every source that a row names, by id. */
    sources: z.record(
      z.string(),
      z.object({
        title: z.string(),
        publisher: z.string().nullable(),
        year: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  }),
  example: { params: {}, query: { commodity: 'copper', id: 'saindak,duddar,reko-diq' } },
} as const
