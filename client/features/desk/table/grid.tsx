/** The grid: a heading, a line of filters, virtual rows. One stop for Tab; arrows walk from cell to cell (ARIA grid pattern). */
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { selectFeature } from '#client/selection/select-feature.ts'
import { useView } from '#client/state/view-state.ts'
import { useLayout } from '#client/state/viewport.ts'
import type { DeskState } from '../desk-text.ts'
import { toggleShortlisted } from '../shortlist/kept.ts'
import { BodyRow } from './body-row.tsx'
import type { ColumnEnv } from './column-env.ts'
import { FilterRow } from './filter-row.tsx'
import { cellId, FILTER_ROW, type GridCell, HEAD_ROW, moveInGrid } from './grid-keys.ts'
import { GroupRow } from './group-row.tsx'
import { HeadRow } from './head-row.tsx'
import { useSubtotals } from './use-subtotals.ts'
import type { TableModel, TableRow } from './use-table-model.ts'

const ROW_PX = 36
const ROW_PX_TOUCH = 48
const OVERSCAN = 12

export interface GridProps {
  model: TableModel
  env: ColumnEnv
  desk: DeskState
}

export function Grid({ model, env, desk }: GridProps) {
  const { dir } = useMessages()
  const layout = useLayout()
  const scroller = useRef<HTMLDivElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [headPx, setHeadPx] = useState(0)
  const [active, setActive] = useState<GridCell>({ row: 0, column: 0 })
  const measureHead = useCallback((head: HTMLElement | null) => {
    if (head) setHeadPx(head.offsetHeight)
  }, [])
  const rows = model.getRowModel().rows
  const columns = model.getVisibleLeafColumns()
  const layoutKey = columns.map((column) => `${column.id}${column.getIsPinned() ? '!' : ''}`).join(' ')
  const totals = useSubtotals(model, desk.group)
  const rowPx = layout === 'narrow' ? ROW_PX_TOUCH : ROW_PX
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: OVERSCAN,
    // The heading stands before the rows and, once scrolled, over them.
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
  })
  const go = (cell: GridCell) => {
    setActive(cell)
    if (cell.row >= 0) virtual.scrollToIndex(cell.row, { align: 'auto' })
  }
  useSelectionInView(rows, headPx > 0, (row) => go({ row, column: active.column }))
  const at: GridCell = {
    row: Math.min(active.row, Math.max(FILTER_ROW, rows.length - 1)),
    column: Math.min(active.column, columns.length - 1),
  }
  useActiveColumnInView(scroller.current, at)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) {
      // Inside a field of the filters: Escape leads back to the grid, other keys are the field's own.
      if (event.key !== 'Escape') return
      event.stopPropagation()
      event.nativeEvent.stopImmediatePropagation()
      grid.current?.focus()
      return
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 2)
    const size = { rows: rows.length, columns: columns.length, page, isRightToLeft: dir === 'rtl' }
    const next = moveInGrid(at, event, size)
    if (next) go(next)
    else if (event.key === 'Enter' || event.key === ' ') act(event, at, rows[at.row], grid.current)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="desk-table__scroller"
      ref={scroller}
      style={{ scrollPaddingInlineStart: model.getStartTotalSize() }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual grid holds only the rows in view, which <table> cannot say */}
      <div
        ref={grid}
        className="desk-grid"
        role="grid"
        aria-label={env.messages.t('list.caption')}
        aria-rowcount={rows.length + 2}
        aria-colcount={columns.length}
        aria-multiselectable={false}
        aria-activedescendant={cellId(at)}
        tabIndex={0}
        style={{ inlineSize: model.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        <div className="desk-grid__head" ref={measureHead}>
          <HeadRow
            model={model}
            env={env}
            layout={layoutKey}
            sorting={model.state.sorting}
            activeColumn={at.row === HEAD_ROW ? at.column : null}
          />
          <FilterRow
            model={model}
            env={env}
            desk={desk}
            layout={layoutKey}
            activeColumn={at.row === FILTER_ROW ? at.column : null}
          />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" style={{ position: 'relative', blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const row = rows[index]
            if (!row) return null
            const place = {
              index,
              offsetPx: start - headPx,
              heightPx: rowPx,
              activeColumn: at.row === index ? at.column : null,
            }
            return row.getIsGrouped() ? (
              <GroupRow key={key} row={row} env={env} place={place} totals={totals} columnCount={columns.length} />
            ) : (
              <BodyRow key={key} row={row} env={env} place={place} layout={layoutKey} onOpen={setActive} />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** Enter: sorts, enters a filter, unfolds a group, opens a deposit. Space on a deposit: on the shortlist, or off it. */
function act(event: KeyboardEvent, at: GridCell, row: TableRow | undefined, grid: HTMLElement | null): void {
  if (at.row < 0) {
    const control = grid?.querySelector(`#${CSS.escape(cellId(at))} :is(button, input)`)
    if (!(control instanceof HTMLElement)) return
    if (at.row === HEAD_ROW) control.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: event.shiftKey }))
    else control.focus()
    return
  }
  if (row?.getIsGrouped()) row.toggleExpanded()
  else if (row && event.key === ' ') toggleShortlisted(row.original.id)
  else if (row) selectFeature({ dataset: 'deposits', id: row.original.id }, { position: row.original.position })
}

/** A deposit selected elsewhere (map, search) scrolls into view. */
function useSelectionInView(rows: readonly TableRow[], isMeasured: boolean, show: (index: number) => void): void {
  const selectedId = useView(({ selection }) => (selection?.dataset === 'deposits' ? selection.id : null))
  const now = useRef({ rows, show })
  now.current = { rows, show }
  useEffect(() => {
    if (selectedId === null || !isMeasured) return
    const index = now.current.rows.findIndex((row) => !row.getIsGrouped() && row.original.id === selectedId)
    if (index >= 0) now.current.show(index)
  }, [selectedId, isMeasured])
}

/** The active cell is never beyond the edge, nor under the columns that are held. */
function useActiveColumnInView(scroller: HTMLElement | null, { row, column }: GridCell): void {
  useEffect(() => {
    if (document.activeElement?.getAttribute('role') !== 'grid') return
    scroller
      ?.querySelector(`#${CSS.escape(cellId({ row, column }))}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [scroller, row, column])
}
