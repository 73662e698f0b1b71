/** The tables of an answer as a file: an Excel workbook or GeoJSON, with what was asked and what the figures rest on. */
import type { AnswerFormat } from '#geodata/contract/answer-files.ts'
import type { Assumption } from '#geodata/contract/logistics.ts'
import type { AnswerTables, Cell, Sheet } from './answer-tables.ts'

export interface AnswerNotice {
  /** Path and parameters, or path and body. */
  question: string
  networkVersion: string
  /** ISO 8601, UTC. */
  takenOn: string
  /** Address of the server; '' where none is configured. */
  origin: string
  assumptions: readonly Assumption[]
  /** Keys that the reader has set. */
  own: ReadonlySet<string>
}

/** What is routed on derives from OpenStreetMap and stays under its licence. */
const LICENCE = 'ODbL-1.0 (Open Database License, https://opendatacommons.org/licenses/odbl/1-0/)'
const ATTRIBUTION = '© OpenStreetMap contributors; Orelink'

export async function writeAnswer(tables: AnswerTables, notice: AnswerNotice, format: AnswerFormat): Promise<Buffer> {
  return format === 'xlsx' ? workbookOf(tables, notice) : Buffer.from(geojsonOf(tables, notice))
}

async function workbookOf({ title, sheets }: AnswerTables, notice: AnswerNotice): Promise<Buffer> {
  // Loaded when first wanted: it takes longer than all the rest of the server.
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  workbook.title = `Orelink: ${title}`
  workbook.created = new Date(notice.takenOn)
  for (const { name, head, rows } of [...sheets, assumptionSheet(notice), aboutSheet(title, notice)]) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...head]).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
    sheet.columns.forEach((column, index) => {
      column.width = Math.min(42, Math.max(11, (head[index] ?? '').length + 2))
    })
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function geojsonOf({ title, sheets, features }: AnswerTables, notice: AnswerNotice): string {
  const tables = Object.fromEntries(sheets.map((sheet) => [sheet.name, recordsOf(sheet)]))
  return JSON.stringify({
    type: 'FeatureCollection',
    name: `Orelink: ${title}`,
    ...{ licence: LICENCE, attribution: ATTRIBUTION },
    about: Object.fromEntries(aboutRows(title, notice)),
    assumptions: recordsOf(assumptionSheet(notice)),
    tables,
    features: features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties })),
  })
}

function recordsOf({ head, rows }: Sheet): Record<string, Cell>[] {
  return rows.map((row) => Object.fromEntries(head.map((name, column) => [name, row[column] ?? null])))
}

function assumptionSheet({ assumptions, own }: AnswerNotice): Sheet {
  return {
    name: 'Assumptions',
    head: [
      ...['assumption', 'low', 'base', 'high', 'unit', 'setByReader'],
      ...['fromMemory', 'confidence', 'source', 'year', 'note'],
    ],
    rows: assumptions.map(({ key, value, unit, isFromMemory, confidence, source, year, note }) => [
      ...[key, value.low, value.base, value.high, unit, own.has(key)],
      ...[isFromMemory, confidence, source, year, note],
    ]),
  }
}

function aboutRows(title: string, notice: AnswerNotice): [what: string, text: string][] {
  return [
    ['Title', `Orelink: ${title}`],
    ['Question', notice.question],
    ['Money', 'USD per tonne as the cited source of each rate has it, of no one year'],
    ['Version of the network', notice.networkVersion],
    ['Licence', LICENCE],
    ['Attribution', ATTRIBUTION],
    ['Taken on', notice.takenOn],
    ...(notice.origin === '' ? [] : [['Taken from', notice.origin] satisfies [string, string]]),
    ['Positions', 'WGS 84, degrees, longitude before latitude'],
  ]
}

function aboutSheet(title: string, notice: AnswerNotice): Sheet {
  // A cell of Excel holds no more.
  const cut = (text: string): string => text.slice(0, 32_767)
  return {
    name: 'About',
    head: ['What', 'Text'],
    rows: aboutRows(title, notice).map(([what, text]) => [what, cut(text)]),
  }
}
