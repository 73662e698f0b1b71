/** Writes a table as CSV (papaparse) or Excel (write-excel-file); a chunk of its own, fetched when somebody asks for a file. */
import Papa from 'papaparse'
import writeXlsxFile, { type Cell } from 'write-excel-file/browser'
import type { RowSources } from '../rows/use-rows.ts'
import type { FileCell, FileTable } from './table-file.ts'

/** With a byte order mark, so that spreadsheets read Urdu and Chinese right. */
export function tableAsCsv({ head, body }: FileTable): Blob {
  const text = Papa.unparse([head, ...body], { newline: '\r\n' })
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' })
}

interface XlsxTexts {
  table: string
  sources: string
  /** Heading of the sheet of sources. */
  sourceHead: readonly string[]
}

/** Two sheets: the table, and every source that it names. */
export function tableAsXlsx({ head, body }: FileTable, sources: RowSources, texts: XlsxTexts): Promise<Blob> {
  const records = Object.entries(sources).map(([id, { title, publisher, year, url }]) => [
    id,
    title,
    publisher,
    year,
    url,
  ])
  return writeXlsxFile([
    { sheet: texts.table, data: [head.map(bold), ...body.map((line) => line.map(cell))], stickyRowsCount: 1 },
    { sheet: texts.sources, data: [texts.sourceHead.map(bold), ...records.map((line) => line.map(cell))] },
  ]).toBlob()
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' }
}

function cell(value: FileCell): Cell {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value: value.slice(0, 32_000), type: String }
}
