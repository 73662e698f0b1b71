/** Headings: a press sorts, with Shift it adds a further key. The rank of a key among several is shown and said. */

import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { memo } from 'react'
import { unitText } from '#client/format/field-value.ts'
import { cellStyle } from './cell-style.ts'
import type { ColumnEnv } from './column-env.ts'
import { columnOf, titleOf } from './columns.ts'
import { cellId, HEAD_ROW } from './grid-keys.ts'
import type { TableModel } from './use-table-model.ts'

interface HeadRowProps {
  model: TableModel
  env: ColumnEnv
  /** See body-row.tsx. */
  layout: string
  sorting: TableModel['state']['sorting']
  activeColumn: number | null
}

export const HeadRow = memo(
  DrawnHead,
  (a, b) => a.env === b.env && a.layout === b.layout && a.sorting === b.sorting && a.activeColumn === b.activeColumn,
)

function DrawnHead({ model, env, sorting, activeColumn }: HeadRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus; its headings hold buttons
    // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
    <div role="row" aria-rowindex={1} className="desk-grid__row">
      {model.getVisibleLeafColumns().map((column, index) => {
        const known = columnOf(column.id as Parameters<typeof columnOf>[0])
        const rank = sorting.findIndex(({ id }) => id === column.id)
        const direction = rank === -1 ? 'none' : sorting[rank]?.desc ? 'descending' : 'ascending'
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: its button takes presses, the grid keeps the focus
          // biome-ignore lint/a11y/useSemanticElements: part of a virtual grid
          <div
            key={column.id}
            id={cellId({ row: HEAD_ROW, column: index })}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={direction}
            data-active={activeColumn === index ? '' : undefined}
            data-pinned={column.getIsPinned() ? '' : undefined}
            data-number={known.filter === 'number' ? '' : undefined}
            style={cellStyle(column)}
          >
            <button
              type="button"
              tabIndex={-1}
              className="desk-grid__sort"
              title={`${env.messages.t('list.sortBy', { column: titleOf(known, env) })}. ${env.text('desk.sort.hint')}`}
              onClick={(event) => column.toggleSorting(undefined, event.shiftKey)}
            >
              <span>{titleOf(known, env)}</span>
              {known.unit && known.unit(env) !== '' && (
                <span className="unit"> {unitText(env.messages, known.unit(env))}</span>
              )}
              {direction === 'ascending' && <ArrowUp size={13} aria-hidden />}
              {direction === 'descending' && <ArrowDown size={13} aria-hidden />}
              {rank >= 0 && sorting.length > 1 && (
                <span className="desk-grid__rank">{env.messages.number(rank + 1)}</span>
              )}
            </button>
          </div>
        )
      })}
    </div>
  )
}
