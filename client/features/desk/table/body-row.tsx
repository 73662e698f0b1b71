/** One deposit: pointer on it marks it on the map, a press selects it and goes there. Drawn anew only where it changes. */
import { memo } from 'react'
import { selectFeature } from '#client/selection/select-feature.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { Cell } from './cell.tsx'
import { cellStyle } from './cell-style.ts'
import type { ColumnEnv } from './column-env.ts'
import { columnOf } from './columns.ts'
import { cellId, type GridCell } from './grid-keys.ts'
import type { TableRow } from './use-table-model.ts'

export interface RowPlace {
  index: number
  offsetPx: number
  heightPx: number
  /** The column of the active cell; null where it is in another row. */
  activeColumn: number | null
}

interface BodyRowProps {
  row: TableRow
  env: ColumnEnv
  place: RowPlace
  /** Which columns are shown, held and in which order: equal names, equal cells. */
  layout: string
  onOpen(cell: GridCell): void
}

export const BodyRow = memo(
  DrawnRow,
  (a, b) =>
    a.row === b.row &&
    a.env === b.env &&
    a.layout === b.layout &&
    a.onOpen === b.onOpen &&
    a.place.index === b.place.index &&
    a.place.offsetPx === b.place.offsetPx &&
    a.place.heightPx === b.place.heightPx &&
    a.place.activeColumn === b.place.activeColumn,
)

function DrawnRow({ row, env, place: { index, offsetPx, heightPx, activeColumn }, onOpen }: BodyRowProps) {
  const { id, position } = row.original
  const isSelected = useView(({ selection }) => selection?.dataset === 'deposits' && selection.id === id)
  const isHovered = usePassing(({ hovered }) => hovered?.dataset === 'deposits' && hovered.id === id)
  const set = usePassing((state) => state.set)
  const open = (column: number) => {
    onOpen({ row: index, column })
    selectFeature({ dataset: 'deposits', id }, { position })
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid keeps the focus and names its active cell
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div
      role="row"
      aria-rowindex={index + 3}
      aria-selected={isSelected}
      className="desk-grid__row desk-grid__row--body"
      data-hovered={isHovered ? '' : undefined}
      style={{ blockSize: heightPx, transform: `translateY(${offsetPx}px)` }}
      onPointerEnter={() => set({ hovered: { dataset: 'deposits', id } })}
      onPointerLeave={() => set({ hovered: null })}
    >
      {row.getVisibleCells().map((cell, column) => {
        const known = columnOf(cell.column.id as Parameters<typeof columnOf>[0])
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid that owns the cells handles keys
          // biome-ignore lint/a11y/noStaticElementInteractions: its role is one of two
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of which stand in a column
          <div
            key={cell.id}
            id={cellId({ row: index, column })}
            role={known.id === 'name' ? 'rowheader' : 'gridcell'}
            aria-colindex={column + 1}
            data-active={activeColumn === column ? '' : undefined}
            data-pinned={cell.column.getIsPinned() ? '' : undefined}
            data-number={known.filter === 'number' ? '' : undefined}
            style={cellStyle(cell.column)}
            onClick={() => open(column)}
          >
            <Cell column={known} row={row.original} env={env} />
          </div>
        )
      })}
    </div>
  )
}
