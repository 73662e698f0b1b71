/** Deposits by province, district or commodity: how many, in what status, how much ore is reported. */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Deposit, DepositStatus } from '#geodata/contract/deposit.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { countDeposits } from './count-deposits.ts'
import { everyDeposit } from './every-deposit.ts'
import type { Query } from './query.ts'
import { wholeDeposits } from './whole-deposits.ts'

type Row = Output<'depositStatistics'>['rows'][number]
type Grouping = Output<'depositStatistics'>['by']
interface Entry {
  id: string
  deposit: Deposit
}

/** Rows from the largest count. A deposit of several commodities stands in the row of each, as in the filter. */
export const depositStatistics: Query<'depositStatistics'> = async ({ query: { by, ...filter } }, context) => {
  const [summaries, records] = await Promise.all([everyDeposit(filter, context), wholeDeposits(context)])
  const groups = new Map<string, Entry[]>()
  for (const { id } of summaries) {
    const record = records.get(id)
    if (!record) continue
    for (const key of keysOf(record.deposit, by)) {
      const group = groups.get(key) ?? []
      group.push({ id, deposit: record.deposit })
      groups.set(key, group)
    }
  }
  const rows = [...groups].map(([key, entries]) => rowOf(key, entries))
  rows.sort((a, b) => b.count.deposits - a.count.deposits || (a.key < b.key ? -1 : 1))
  return { by, rows }
}

function keysOf(deposit: Deposit, by: Grouping): readonly string[] {
  switch (by) {
    case 'province':
      return [deposit.province]
    case 'district':
      return [deposit.district]
    case 'commodity':
      return deposit.commodities
  }
}

function rowOf(key: string, entries: readonly Entry[]): Row {
  const whole = wholeOf(entries)
  const byStatus = {} as Record<DepositStatus, number>
  for (const status of STATUSES) byStatus[status] = whole.filter(({ deposit }) => deposit.status === status).length
  const count = countDeposits(entries.map(({ id, deposit }) => ({ id, partOf: deposit.partOf })))
  return { key, count, byStatus, ore: oreOf(entries) }
}

const STATUSES = [
  'operating',
  'developing',
  'feasibility',
  'exploration',
  'prospect',
  'past_producer',
  'suspended',
] as const satisfies readonly DepositStatus[]

/** Entries whose parent is not among them. */
function wholeOf(entries: readonly Entry[]): Entry[] {
  const ids = new Set(entries.map(({ id }) => id))
  return entries.filter(({ deposit }) => deposit.partOf === null || !ids.has(deposit.partOf))
}

/**
 * Reported ore by primary commodity and category. A parent's figure holds its parts; only where it has none are its
 * parts' figures added instead.
 */
function oreOf(entries: readonly Entry[]): Row['ore'] {
  const sums = new Map<string, Row['ore'][number]>()
  const without = new Map<CommodityCode, number>()
  for (const entry of wholeOf(entries)) {
    const commodity = entry.deposit.commodityPrimary
    const figures = figuresOf(entry, entries)
    if (figures.length === 0) without.set(commodity, (without.get(commodity) ?? 0) + 1)
    for (const category of new Set(figures.map((figure) => figure.category))) {
      const tonnageMt = figures.reduce((sum, figure) => sum + (figure.category === category ? figure.tonnageMt : 0), 0)
      const key = `${commodity} ${category}`
      const before = sums.get(key) ?? { commodity, category, tonnageMt: 0, depositsWithFigure: 0, depositsWithout: 0 }
      sums.set(key, {
        ...before,
        tonnageMt: before.tonnageMt + tonnageMt,
        depositsWithFigure: before.depositsWithFigure + 1,
      })
    }
  }
  return [...sums.values()]
    .map((row) => ({ ...row, depositsWithout: without.get(row.commodity) ?? 0 }))
    .sort((a, b) => b.tonnageMt - a.tonnageMt)
}

function figuresOf({ id, deposit }: Entry, entries: readonly Entry[]) {
  const own = figureOf(deposit)
  if (own) return [own]
  return entries.flatMap((part) => (part.deposit.partOf === id ? (figureOf(part.deposit) ?? []) : []))
}

function figureOf({ resource }: Deposit) {
  return resource && resource.tonnageMt !== null ? { category: resource.category, tonnageMt: resource.tonnageMt } : null
}
