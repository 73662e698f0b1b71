/** The table's model: TanStack Table over the rows, its state taken from the link and written back to it. */
import {
  type ColumnDef,
  columnGroupingFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  type ExpandedState,
  rowExpandingFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { DepositRow } from '#geodata/contract/deposit-rows.ts'
import { COLUMN_IDS, type ColumnId } from '../column-ids.ts'
import { meetsAll } from '../conditions.ts'
import type { DeskState, Sort } from '../desk-text.ts'
import { setSorts } from '../sort-order.ts'
import type { ColumnEnv } from './column-env.ts'
import { columnOf } from './columns.ts'

export const features = tableFeatures({
  columnVisibilityFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})
type Features = typeof features
export type TableModel = ReturnType<typeof useTableModel>
export type TableRow = ReturnType<TableModel['getRowModel']>['rows'][number]

export function useTableModel(rows: readonly DepositRow[], desk: DeskState, sorts: readonly Sort[], env: ColumnEnv) {
  const [expanded, setExpanded] = useState<ExpandedState>(true)
  const columns = useMemo(() => columnsOf(env), [env])
  const state = useMemo(() => stateOf(desk, sorts), [desk, sorts])
  const data = useMemo(
    () => rows.filter((row) => meetsAll(row, desk.where, (of, id) => columnOf(id).value(of, env))),
    [rows, desk.where, env],
  )
  return useTable<Features, DepositRow>({
    features,
    columns,
    data,
    state: { ...state, expanded },
    getRowId: ({ id }) => id,
    groupedColumnMode: false,
    enableMultiSort: true,
    maxMultiSortColCount: 6,
    isMultiSortEvent: (event: unknown) => event instanceof Object && 'shiftKey' in event && event.shiftKey === true,
    autoResetExpanded: false,
    onExpandedChange: setExpanded,
    onSortingChange: (updater: Updater<SortingState>) => {
      const next = typeof updater === 'function' ? updater(state.sorting) : updater
      setSorts(
        next.flatMap(({ id, desc }) =>
          COLUMN_IDS.filter((known) => known === id).map((known) => ({ id: known, desc })),
        ),
      )
    },
  })
}

function columnsOf(env: ColumnEnv): ColumnDef<Features, DepositRow>[] {
  const collator = new Intl.Collator(env.messages.language)
  return COLUMN_IDS.map((id) => {
    const column = columnOf(id)
    return {
      id,
      accessorFn: (row: DepositRow) => column.value(row, env) ?? undefined,
      size: column.widthPx,
      sortUndefined: 'last' as const,
      sortDescFirst: column.filter === 'number' || id === 'confidence',
      sortFn: (a: { original: DepositRow }, b: { original: DepositRow }) =>
        compare(column.value(a.original, env), column.value(b.original, env), collator),
      getGroupingValue: (row: DepositRow) => (id === 'commodity' ? row.commodityPrimary : row.province),
    }
  })
}

/** What is unknown never gets here: the table puts it last, whichever the order. */
function compare(a: number | string | null, b: number | string | null, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a ?? ''), String(b ?? ''))
}

function stateOf({ columns, pinned, group }: DeskState, sorts: readonly Sort[]) {
  const shown = new Set<ColumnId>(columns)
  return {
    columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, shown.has(id)])),
    columnOrder: [...columns],
    columnPinning: { start: pinned.filter((id) => shown.has(id)), end: [] },
    grouping: group === null ? [] : [group],
    sorting: sorts.map(({ id, desc }) => ({ id, desc })) as SortingState,
  }
}
