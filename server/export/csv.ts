/**
 * CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets garble Urdu and Chinese. A comment line is not
 * portable, so licence and attribution are the last two columns: they stay with a row that is cut out or merged. Text
 * that a spreadsheet would reckon as a formula (= + - @ tab return) gets an apostrophe before it; numbers do not.
 */
import Papa from 'papaparse'
import { cellOf } from './columns.ts'
import type { ExportContent, ExportFormat } from './format.ts'
import { licenceText } from './notice.ts'
import { placeColumns } from './place-columns.ts'

const BYTE_ORDER_MARK = '\uFEFF'
const LINE_END = '\r\n'
const ROWS_AT_ONCE = 100

export const csv: ExportFormat = {
  id: 'csv',
  title: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  holdsTables: true,
  write,
}

async function* write(content: ExportContent): AsyncGenerator<string> {
  const { columns, notice, rows } = content
  const place = placeColumns(content)
  const terms = [licenceText(notice), notice.attribution.join('; ')]
  yield BYTE_ORDER_MARK + lines([[...columns.map(({ name }) => name), ...place.names, 'licence', 'attribution']])
  let waiting: unknown[][] = []
  for await (const row of rows()) {
    waiting.push([...row.values.map(cellOf), ...place.read(row), ...terms])
    if (waiting.length < ROWS_AT_ONCE) continue
    yield lines(waiting)
    waiting = []
  }
  if (waiting.length > 0) yield lines(waiting)
}

function lines(rows: unknown[][]): string {
  return Papa.unparse(rows, { newline: LINE_END, escapeFormulae: true }) + LINE_END
}
