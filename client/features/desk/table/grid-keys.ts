/** Walking through a grid by keys, as the ARIA grid pattern has it. Row -2 is the heading, row -1 the line of filters. */
export interface GridCell {
  row: number
  column: number
}

/** The DOM id of a cell: what the grid names as active. */
export function cellId({ row, column }: GridCell): string {
  return `desk-cell-${row}-${column}`
}

export const HEAD_ROW = -2
export const FILTER_ROW = -1

export interface GridSize {
  rows: number
  columns: number
  /** Rows of a page. */
  page: number
  isRightToLeft: boolean
}

export interface GridKey {
  key: string
  ctrlKey: boolean
}

/** The next cell, or undefined where the key does not move. Ctrl goes to the very ends. */
export function moveInGrid({ row, column }: GridCell, { key, ctrlKey }: GridKey, size: GridSize): GridCell | undefined {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const forward = size.isRightToLeft ? 'ArrowLeft' : 'ArrowRight'
  const back = size.isRightToLeft ? 'ArrowRight' : 'ArrowLeft'
  const to = (toRow: number, toColumn: number): GridCell => ({
    row: Math.min(lastRow, Math.max(HEAD_ROW, toRow)),
    column: Math.min(lastColumn, Math.max(0, toColumn)),
  })
  switch (key) {
    case 'ArrowDown':
      return to(ctrlKey ? lastRow : row + 1, column)
    case 'ArrowUp':
      return to(ctrlKey ? HEAD_ROW : row - 1, column)
    case forward:
      return to(row, ctrlKey ? lastColumn : column + 1)
    case back:
      return to(row, ctrlKey ? 0 : column - 1)
    case 'Home':
      return to(ctrlKey ? 0 : row, 0)
    case 'End':
      return to(ctrlKey ? lastRow : row, lastColumn)
    case 'PageDown':
      return to(row + size.page, column)
    case 'PageUp':
      return to(row - size.page, column)
    default:
      return undefined
  }
}
