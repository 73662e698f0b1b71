/** Deposits in groups: how many, in what status, with what in the ground. Deposits are counted over all groups, not within each. */
import type * as z from 'zod'
import { type Deposit, DepositStatus } from '#geodata/contract/deposit.ts'
import type { Position } from '#geodata/contract/geo.ts'
import type { SummaryAnswer, SummaryRow } from '#geodata/contract/questions.ts'
import { type Content, contentsOf, type StatedTonnage, sumContents } from './contained-metal.ts'

export interface SummaryRecord {
  id: string
  deposit: Deposit
  position: Position
}
/** As much of a record as is counted and added up. */
export interface CountedRecord {
  id: string
  deposit: Pick<Deposit, 'status' | 'partOf'> & { resource: StatedTonnage | null }
}

type Total = z.output<typeof SummaryAnswer>['total']
type Row = Omit<SummaryRow, 'name' | 'area'>

/**
 * Rows from the largest count. A record whose parent is among the records is a part, wherever the two stand.
 * `keysOf`: the groups of a record. `isOf`: whether a figure belongs into a group of its deposit (by commodity, only its own).
 */
export function summarise<R extends CountedRecord>(
  records: readonly R[],
  keysOf: (record: R) => readonly string[],
  isOf: (content: Content, key: string) => boolean = () => true,
): { total: Total; rows: Row[] } {
  const ids = new Set(records.map(({ id }) => id))
  const contents = contentsOf(records)
  const groups = new Map<string, R[]>()
  for (const record of records) for (const key of keysOf(record)) push(groups, key, record)
  const rows = [...groups].map(([key, inGroup]) => {
    const own = new Set(inGroup.map(({ id }) => id))
    const metal = sumContents(contents.filter((content) => own.has(content.id) && isOf(content, key)))
    return { key, ...countsOf(inGroup, ids), metal }
  })
  rows.sort((a, b) => b.count.deposits - a.count.deposits || b.count.parts - a.count.parts || (a.key < b.key ? -1 : 1))
  return { total: { count: countsOf(records, ids).count, metal: sumContents(contents) }, rows }
}

function push<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

function countsOf(records: readonly CountedRecord[], ids: ReadonlySet<string>): Pick<Row, 'count' | 'byStatus'> {
  const whole = records.filter(({ deposit: { partOf } }) => partOf === null || !ids.has(partOf))
  const byStatus = Object.fromEntries(
    DepositStatus.options.map((status) => [status, whole.filter(({ deposit }) => deposit.status === status).length]),
  ) as Record<DepositStatus, number>
  return { count: { deposits: whole.length, parts: records.length - whole.length }, byStatus }
}

/** Upper edges of the bands along a corridor, km. */
const BAND_EDGES_KM = [25, 50, 100]

/** `0-25`, `25-50`, `50-100` or `100-`; an edge belongs to the nearer band. */
export function bandOf(distanceKm: number): string {
  const upper = BAND_EDGES_KM.findIndex((edge) => distanceKm <= edge)
  const lower = upper === -1 ? BAND_EDGES_KM.at(-1) : (BAND_EDGES_KM[upper - 1] ?? 0)
  return `${lower}-${upper === -1 ? '' : BAND_EDGES_KM[upper]}`
}
