/**
 * What summaries need of every deposit, in columns: a pass over a million rows takes milliseconds, over a million records
 * seconds. Rows are in the order of ids.
 */
import { type Deposit, DepositStatus } from '#geodata/contract/deposit.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { type CodedColumn, codedColumn } from './coded-column.ts'
import { contentsOf, type Estimate } from './contained-metal.ts'

export interface FigureRecord extends Pick<Deposit, 'status' | 'province' | 'district' | 'commodities' | 'partOf'> {
  id: string
  position: Position
  resource: Estimate | null
}

export interface DepositFigures {
  ids: readonly string[]
  /** Longitude and latitude in turn. */
  positions: Float64Array
  /** Row of the parent; -1 where there is none. */
  parents: Int32Array
  /** Into the options of DepositStatus. */
  statuses: Uint8Array
  province: CodedColumn
  district: CodedColumn
  commodity: CodedColumn
  /** Figures of each row, by `commodity category`, with the tonnes of each. */
  metal: CodedColumn
  tonnes: Float64Array
}

/** `records` in the order of ids. */
export function figuresOf(records: readonly FigureRecord[]): DepositFigures {
  const columns = { province: codedColumn(), district: codedColumn(), commodity: codedColumn(), metal: codedColumn() }
  const tonnes: number[] = []
  const ids = records.map(({ id }) => id)
  for (const { province, district, commodities, resource } of records) {
    columns.province.add([province])
    columns.district.add([district])
    columns.commodity.add([...new Set(commodities)])
    const contents = contentsOf(resource)
    columns.metal.add(contents.map(({ commodity, category }) => `${commodity} ${category}`))
    for (const content of contents) tonnes.push(content.tonnes)
  }
  return {
    ids,
    positions: Float64Array.from(records.flatMap(({ position }) => position)),
    parents: Int32Array.from(records, ({ partOf }) => (partOf === null ? -1 : rowOf(ids, partOf))),
    statuses: Uint8Array.from(records, ({ status }) => DepositStatus.options.indexOf(status)),
    province: columns.province.build(),
    district: columns.district.build(),
    commodity: columns.commodity.build(),
    metal: columns.metal.build(),
    tonnes: Float64Array.from(tonnes),
  }
}

/** Row of an id among ascending ids; -1 where it is not among them. */
export function rowOf(ids: readonly string[], id: string): number {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = ids[middle] ?? ''
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
