/**
 * What summaries need of every deposit, in columns: a pass over a million rows takes milliseconds, over a million records
 * seconds. Rows are in the order of ids.
 */
import { type Deposit, DepositStatus } from '#geodata/contract/deposit.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { type CodedColumn, codedColumn } from './coded-column.ts'
import { contentsOf, type Estimate } from './contained-metal.ts'

/** As much of a deposit as is counted and added up. */
export interface CountedRecord extends Pick<Deposit, 'status' | 'partOf'> {
  id: string
  resource: Estimate | null
}

export interface FigureRecord extends Pick<Deposit, 'status' | 'province' | 'district' | 'commodities' | 'partOf'> {
  id: string
  position: Position
  resource: Estimate | null
}

export interface CountedFigures {
  ids: readonly string[]
  /** Row of the parent; -1 where there is none. */
  parents: Int32Array
  /** Into the options of DepositStatus. */
  statuses: Uint8Array
  /** Figures of each row, by `commodity category`, with the tonnes of each. */
  metal: CodedColumn
  tonnes: Float64Array
}

export interface DepositFigures extends CountedFigures {
  /** Longitude and latitude in turn. */
  positions: Float64Array
  province: CodedColumn
  district: CodedColumn
  commodity: CodedColumn
}

/** `records` in the order of ids. */
export function figuresOf(records: readonly FigureRecord[]): DepositFigures {
  const columns = { province: codedColumn(), district: codedColumn(), commodity: codedColumn() }
  for (const { province, district, commodities } of records) {
    columns.province.add([province])
    columns.district.add([district])
    columns.commodity.add([...new Set(commodities)])
  }
  return {
    ...countedFiguresOf(records),
    positions: Float64Array.from(records.flatMap(({ position }) => position)),
    province: columns.province.build(),
    district: columns.district.build(),
    commodity: columns.commodity.build(),
  }
}

/** `records` in the order of ids. */
export function countedFiguresOf(records: readonly CountedRecord[]): CountedFigures {
  const metal = codedColumn()
  const tonnes: number[] = []
  const ids = records.map(({ id }) => id)
  for (const { resource } of records) {
    const contents = contentsOf(resource)
    metal.add(contents.map(({ commodity, category }) => `${commodity} ${category}`))
    for (const content of contents) tonnes.push(content.tonnes)
  }
  return {
    ids,
    parents: Int32Array.from(records, ({ partOf }) => (partOf === null ? -1 : rowOf(ids, partOf))),
    statuses: Uint8Array.from(records, ({ status }) => DepositStatus.options.indexOf(status)),
    metal: metal.build(),
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
