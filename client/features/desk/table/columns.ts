/** Every column of the table, by its id; the one list that table, charts, comparison and files take columns from. */
import { unitText } from '#client/format/field-value.ts'
import { COLUMN_IDS, type ColumnId } from '../column-ids.ts'
import type { ColumnEnv, DeskColumn } from './column-env.ts'
import { RECKONED_COLUMNS } from './reckoned-columns.ts'
import { STATED_COLUMNS } from './stated-columns.ts'

const BY_ID: ReadonlyMap<ColumnId, DeskColumn> = new Map(
  [...STATED_COLUMNS, ...RECKONED_COLUMNS].map((column) => [column.id, column]),
)

export function columnOf(id: ColumnId): DeskColumn {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}

export const ALL_COLUMNS: readonly DeskColumn[] = COLUMN_IDS.map(columnOf)

export function titleOf({ title }: DeskColumn, { messages, text }: Pick<ColumnEnv, 'messages' | 'text'>): string {
  return title.from === 'desk' ? text(title.key) : messages.t(title.key)
}

/** The title with its unit: `Ore (Mt)`. */
export function titleWithUnit(column: DeskColumn, env: ColumnEnv): string {
  const unit = column.unit?.(env) ?? ''
  return unit === '' ? titleOf(column, env) : `${titleOf(column, env)} (${unitText(env.messages, unit)})`
}
