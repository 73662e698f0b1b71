/** The table as it is shown, as a file: the columns chosen, in their order and units, with notes, sources and licence. Pure but for the writing libraries. */

import { LICENCES } from '#geodata/contract/dataset.ts'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import type { ColumnId } from '../column-ids.ts'
import type { Way } from '../rows/computed-store.ts'
import type { CellState, ColumnEnv, DeskColumn } from '../table/column-env.ts'
import { columnOf, titleWithUnit } from '../table/columns.ts'

export type FileCell = string | number | null

export interface FileTable {
  head: string[]
  body: FileCell[][]
}

/** Licence of the deposits: all of the table is under it (geodata/README.md). */
const LICENCE = LICENCES['ODbL-1.0']

/** `link`: the address that shows the same table. */
export function fileTable(
  rows: readonly DepositRow[],
  columns: readonly ColumnId[],
  env: ColumnEnv,
  link: string,
): FileTable {
  const always: readonly ColumnId[] = ['sources', 'notes']
  const shown = [...columns, ...always.filter((id) => !columns.includes(id))].map(columnOf)
  const parts = shown.flatMap((column) => partsOf(column, env))
  return {
    head: ['id', ...parts.map(({ title }) => title), env.text('desk.file.licence'), env.text('desk.file.link')],
    body: rows.map((row) => [row.id, ...parts.map(({ cell }) => cell(row)), `${LICENCE.title} (${LICENCE.url})`, link]),
  }
}

interface Part {
  title: string
  cell(row: DepositRow): FileCell
}

/** A cost has three: base, low and high. */
function partsOf(column: DeskColumn, env: ColumnEnv): Part[] {
  const title = titleWithUnit(column, env)
  const wayOf = WAYS[column.id]
  if (wayOf)
    return (['base', 'low', 'high'] as const).map((end) => ({
      title: end === 'base' ? title : `${title}, ${env.text(`desk.file.${end}`)}`,
      cell: (row) => wayOf(row, env)?.usdPerTonne[end] ?? missing(column, row, env),
    }))
  return [{ title, cell: (row) => cellOf(column, row, env) }]
}

const WAYS: Partial<Record<ColumnId, (row: DepositRow, env: ColumnEnv) => Way | null | undefined>> = {
  cost: ({ id }, { computed }) => computed.ways.get(id),
  bestPortCost: ({ id }, { computed }) => computed.ports.get(id)?.way,
}

function cellOf(column: DeskColumn, row: DepositRow, env: ColumnEnv): FileCell {
  const value = column.value(row, env)
  // Grades as printed differ in unit from row to row, so they stay text.
  const isFigure = column.filter === 'number' && !(column.id === 'grade' && env.units.grade === 'printed')
  if (typeof value === 'number' && isFigure) return value / (column.fromShown?.(1, env) ?? 1)
  const shown = column.shown(row, env)
  return shown === null ? missing(column, row, env) : harmless(shown)
}

function missing(column: DeskColumn, row: DepositRow, env: ColumnEnv): string | null {
  const state: CellState = column.state?.(row, env) ?? 'notReported'
  if (state === 'none')
    return column.id === 'notes' || column.id === 'partOf' || column.id === 'shares' ? null : env.text('desk.cell.none')
  if (state === 'waiting' || state === 'needsMarket') return env.text('desk.cell.notAsked')
  return env.messages.t('state.notReported')
}

/** A text that a spreadsheet would take for a formula gets an apostrophe. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
