/** Where a cell stands: its width, and its place at the start of the line where its column is held. */
import type { CSSProperties } from 'react'
import type { TableModel } from './use-table-model.ts'

type LeafColumn = ReturnType<TableModel['getVisibleLeafColumns']>[number]

export function cellStyle(column: LeafColumn): CSSProperties {
  const isPinned = column.getIsPinned() === 'start'
  return {
    inlineSize: column.getSize(),
    ...(isPinned && { position: 'sticky', insetInlineStart: column.getStart('start'), zIndex: 1 }),
  }
}
