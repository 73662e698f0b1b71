/**
 * Excel workbook, written row by row: the records, one sheet for each list of records in them (rival figures), the sources
 * that they cite, and what the data are. Text stays text: a cell that begins with = is a string and never a formula.
 */
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import type ExcelJS from 'exceljs'
import { type Column, cellOf, type Value } from './columns.ts'
import type { ExportContent, ExportFormat, ExportRow } from './format.ts'
import { noticeRows } from './notice.ts'
import { NOTICE_WORDS } from './notice-words.ts'
import { placeColumns } from './place-columns.ts'

/** What a cell of Excel holds. */
const LONGEST_CELL = 32_767
const LONGEST_SHEET_NAME = 31
const BUFFER_BYTES = 1 << 20

export const xlsx: ExportFormat = {
  id: 'xlsx',
  title: 'Excel',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  holdsTables: true,
  write,
}

async function* write(content: ExportContent): AsyncGenerator<Uint8Array> {
  const output = new PassThrough({ highWaterMark: BUFFER_BYTES })
  const written = writeWorkbook(content, output)
  written.catch((fault: Error) => output.destroy(fault))
  try {
    yield* output
    await written
  } finally {
    output.destroy()
  }
}

type Cell = string | number | boolean | null
interface NestedTable {
  name: string
  columns: readonly Column[]
  rows: Cell[][]
}

async function writeWorkbook(content: ExportContent, output: PassThrough): Promise<void> {
  // Loaded when first wanted: it takes longer than all the rest of the server.
  const { default: Excel } = await import('exceljs')
  const words = NOTICE_WORDS[content.notice.language]
  const workbook = new Excel.stream.xlsx.WorkbookWriter({ stream: output, useSharedStrings: true, useStyles: true })
  workbook.created = new Date(content.notice.takenOn)
  const nested: NestedTable[] = content.columns.flatMap(({ name, table }) =>
    table ? [{ name, columns: table, rows: [] }] : [],
  )
  const cited = new Set<string>()
  const tooLong = await writeRecords(workbook, content, output, (row) => {
    for (const id of row.cites()) cited.add(id)
    for (const table of nested) table.rows.push(...nestedRows(table, row, content.columns))
  })
  for (const { name, columns, rows } of nested)
    writeSheet(workbook, name, ['id', ...columns.map((column) => column.name)], rows)
  const sources = await content.sources(cited)
  const sourceRows = sources.map(({ id, title, publisher, year, url }) => [id, title, publisher, year, url])
  writeSheet(workbook, words.cited, ['id', 'title', 'publisher', 'year', 'url'], sourceRows)
  const about = noticeRows(content.notice).map((pair): Cell[] => [...pair])
  if (tooLong > 0) about.push([words.leftOut, `${tooLong} cells hold more than Excel's ${LONGEST_CELL} characters`])
  writeSheet(workbook, words.about, [words.what, words.text], about)
  await workbook.commit()
}

/** How many cells held more than Excel can. Lists of records stand in sheets of their own. */
async function writeRecords(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  content: ExportContent,
  output: PassThrough,
  look: (row: ExportRow) => void,
): Promise<number> {
  const place = placeColumns(content)
  const kept = content.columns.flatMap((column, index) => (column.table ? [] : [{ name: column.name, index }]))
  const sheet = addSheet(workbook, content.dataset.id, [...kept.map(({ name }) => name), ...place.names])
  let tooLong = 0
  for await (const row of content.rows()) {
    look(row)
    const cells = kept.map(({ index }) => cellOf(row.values[index]))
    const places = place.read(row)
    tooLong += [...cells, ...places].filter(isTooLong).length
    // A shape that is cut is no shape: it is left out.
    sheet.addRow([...cells.map(fitted), ...places.map((cell) => (isTooLong(cell) ? null : cell))]).commit()
    await roomIn(output)
  }
  sheet.commit()
  return tooLong
}

/** Returns when the reader has taken enough; throws when there is no reader any more. */
async function roomIn(output: PassThrough): Promise<void> {
  if (output.writableNeedDrain && !output.destroyed) await Promise.race([once(output, 'drain'), once(output, 'close')])
  if (output.destroyed) throw new Error('the reader has left')
}

function nestedRows({ name, columns }: NestedTable, { id, values }: ExportRow, all: readonly Column[]): Cell[][] {
  const list: Value | undefined = values[all.findIndex((column) => column.name === name)]
  return Array.isArray(list) ? list.map((record) => [id, ...columns.map(({ read }) => cellOf(read(record)))]) : []
}

function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const sheet = addSheet(workbook, name, head)
  for (const row of rows) sheet.addRow(row.map(fitted)).commit()
  sheet.commit()
}

function addSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, name: string, head: readonly string[]) {
  const sheet = workbook.addWorksheet(name.slice(0, LONGEST_SHEET_NAME), { views: [{ state: 'frozen', ySplit: 1 }] })
  const row = sheet.addRow([...head])
  row.font = { bold: true }
  row.commit()
  return sheet
}

function isTooLong(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > LONGEST_CELL
}

function fitted(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.slice(0, LONGEST_CELL) : cell
}
