/**
 * Subtotals of a grouped table: counts, ore and contained metal of each group and of all. By the rules of the summaries: a
 * part is counted apart wherever its parent is listed, its tonnage is inside the parent's, and categories stay apart; so the
 * groups add up to the whole.
 */
import type { CommodityCode } from '#geodata/contract/commodity.ts'
import type { Deposit } from '#geodata/contract/deposit.ts'
import type { DepositCount } from '#geodata/contract/deposit-summary.ts'
import type { ContainedMetal } from '#geodata/contract/questions.ts'
import type { OreTonnage } from '#geodata/contract/regions.ts'
import { codedColumn } from './coded-column.ts'
import type { Estimate } from './contained-metal.ts'
import { countedFiguresOf } from './figures.ts'
import { oreByGroup, oreFigures, sumOre } from './ore-tonnage.ts'
import { summarise } from './summarise.ts'

export interface SubtotalRecord {
  id: string
  partOf: string | null
  status: Deposit['status']
  commodityPrimary: CommodityCode
  resource: Estimate | null
}

export interface Subtotal {
  count: DepositCount
  byStatus: Readonly<Record<Deposit['status'], number>>
  ore: OreTonnage[]
  metal: ContainedMetal[]
}

export interface Subtotals {
  total: Pick<Subtotal, 'count' | 'ore' | 'metal'>
  groups: ReadonlyMap<string, Subtotal>
}

/** `keyOf`: the one group of a record. */
export function subtotals<R extends SubtotalRecord>(records: readonly R[], keyOf: (record: R) => string): Subtotals {
  const counted = records.map((record) => ({ id: record.id, deposit: record, key: keyOf(record) }))
  const inOrder = [...counted].sort((a, b) => (a.id < b.id ? -1 : 1))
  const groups = codedColumn()
  for (const { key } of inOrder) groups.add([key])
  const figures = countedFiguresOf(inOrder.map(({ deposit }) => deposit))
  const { total, rows } = summarise(figures, Uint32Array.from(inOrder.keys()), groups.build())
  const keyById = new Map(counted.map(({ id, key }) => [id, key]))
  const ore = oreByGroup(counted, ({ id }) => keyById.get(id) ?? '')
  return {
    total: { count: total.count, metal: total.metal, ore: sumOre(oreFigures(counted)) },
    groups: new Map(
      rows.map(({ key, count, byStatus, metal }) => [key, { count, byStatus, metal, ore: ore.get(key) ?? [] }]),
    ),
  }
}
