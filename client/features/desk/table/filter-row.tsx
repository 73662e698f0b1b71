/** The line of filters under the headings: choices where the atlas has a facet, ranges for figures, words for texts. */
import { memo } from 'react'
import { COLUMN_IDS, type ColumnId } from '../column-ids.ts'
import type { DeskState } from '../desk-text.ts'
import { cellStyle } from './cell-style.ts'
import type { ColumnEnv } from './column-env.ts'
import { columnOf } from './columns.ts'
import { ConditionField } from './condition-field.tsx'
import { FacetMenu } from './facet-menu.tsx'
import { cellId, FILTER_ROW } from './grid-keys.ts'
import type { TableModel } from './use-table-model.ts'

interface FilterRowProps {
  model: TableModel
  env: ColumnEnv
  desk: DeskState
  /** See body-row.tsx. */
  layout: string
  activeColumn: number | null
}

export const FilterRow = memo(
  DrawnFilters,
  (a, b) => a.env === b.env && a.desk === b.desk && a.layout === b.layout && a.activeColumn === b.activeColumn,
)

function DrawnFilters({ model, env, desk, activeColumn }: FilterRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus; Enter leads into the field of a cell
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div role="row" aria-rowindex={2} className="desk-grid__row desk-grid__row--filters">
      {model.getVisibleLeafColumns().map((column, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: see the row
        // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
        <div
          key={column.id}
          id={cellId({ row: FILTER_ROW, column: index })}
          role="gridcell"
          aria-colindex={index + 1}
          data-active={activeColumn === index ? '' : undefined}
          data-pinned={column.getIsPinned() ? '' : undefined}
          style={cellStyle(column)}
        >
          <ColumnFilter id={idOf(column.id)} env={env} desk={desk} />
        </div>
      ))}
    </div>
  )
}

function idOf(text: string): ColumnId {
  return COLUMN_IDS.find((id) => id === text) ?? 'name'
}

function ColumnFilter({ id, env, desk }: { id: ColumnId; env: ColumnEnv; desk: DeskState }) {
  const column = columnOf(id)
  if (column.filter === 'choice' && column.facet) return <FacetMenu column={column} facet={column.facet} env={env} />
  if (column.filter === null) return null
  return <ConditionField column={column} env={env} where={desk.where} />
}
