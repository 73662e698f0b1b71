/** Formats on rows made up to do harm: formulas, control characters, long text, quotes and line ends. */
import { randomBytes } from 'node:crypto'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import type { Column, Value } from '#server/export/columns.ts'
import { fileStem } from '#server/export/file-name.ts'
import type { ExportContent, ExportFormat } from '#server/export/format.ts'
import { EXPORT_FORMATS } from '#server/export/formats.ts'
import { noticeOf } from '#server/export/notice.ts'
import { cutToBytes, shortNames } from '#server/export/shapefile/dbf-fields.ts'

const ports = DATASETS.find(({ id }) => id === 'ports')
if (!ports) throw new Error('the catalogue has no ports')

const COLUMNS: Column[] = [
  { name: 'id', kind: 'text', unit: null, read: () => null },
  { name: 'text', kind: 'text', unit: null, read: () => null },
  { name: 'amountMt', kind: 'number', unit: 'Mt', read: () => null },
]

function contentOf(texts: readonly string[]): ExportContent {
  const dataset = ports as NonNullable<typeof ports>
  const state = { id: dataset.id, version: 'v1', featureCount: texts.length, bbox: null }
  return {
    dataset,
    columns: COLUMNS,
    notice: noticeOf(dataset, state, {
      language: 'en',
      ...{ selection: 'everything', featureCount: texts.length, takenOn: '2026-11-24T00:00:00.000Z', origin: '' },
    }),
    coordinates: 'lon-lat',
    async *rows() {
      for (const [index, text] of texts.entries()) {
        const values: Value[] = [`r${index}`, text, -1.5]
        yield {
          id: `r${index}`,
          geometry: { type: 'Point', coordinates: [-66.5, -25] },
          values,
          cites: () => new Set(),
        }
      }
    },
    sources: async () => [],
  }
}

async function bytesOf(format: string, texts: readonly string[]): Promise<Buffer> {
  const found: ExportFormat | undefined = EXPORT_FORMATS.find(({ id }) => id === format)
  if (!found) throw new Error(format)
  const chunks: Buffer[] = []
  for await (const chunk of found.write(contentOf(texts))) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x.example","y")']

test('CSV: text that a spreadsheet would reckon has an apostrophe before it, figures and places do not', async () => {
  const text = (await bytesOf('csv', [...HOSTILE, 'plain'])).toString()
  const { data } = Papa.parse<string[]>(text.replace('\uFEFF', ''), { skipEmptyLines: true })
  const [, ...rows] = data
  expect(rows.map((row) => row[1])).toEqual([...HOSTILE.map((cell) => `'${cell}`), 'plain'])
  for (const row of rows) expect(row.slice(2, 5)).toEqual(['-1.5', '-66.5', '-25'])
})

test('XLSX: a cell that looks like a formula is text', async () => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await bytesOf('xlsx', HOSTILE)
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  const sheet = workbook.getWorksheet('ports')
  for (const [index, text] of HOSTILE.entries()) {
    const cell = sheet?.getCell(index + 2, 2)
    expect(cell?.type).toBe(ExcelJS.ValueType.String)
    expect(String(cell?.value).trim()).toBe(text.trim())
  }
  expect(sheet?.getCell(2, 3).value).toBe(-1.5)
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['ports', 'Cited sources', 'Sources and licence'])
})

test('XLSX: a text that no cell holds is cut, and the file says so', async () => {
  const workbook = new ExcelJS.Workbook()
  const bytes = await bytesOf('xlsx', ['x'.repeat(40_000), 'short'])
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  expect(String(workbook.getWorksheet('ports')?.getCell('B2').value).length).toBe(32_767)
  const about = JSON.stringify(workbook.getWorksheet('Sources and licence')?.getSheetValues())
  expect(about).toContain("1 cells hold more than Excel's 32767 characters")
})

test.each(['geojson', 'csv', 'kml', 'fgb', 'xlsx'])('%s: a reader who leaves ends the reading', async (id) => {
  let [isOpen, read] = [false, 0]
  const content: ExportContent = {
    ...contentOf([]),
    async *rows() {
      isOpen = true
      try {
        for (;;) {
          await new Promise((resume) => setImmediate(resume))
          const values = [`r${read++}`, randomBytes(30_000).toString('hex'), 1]
          yield { id: 'r', geometry: { type: 'Point', coordinates: [66, 25] }, values, cites: () => new Set() }
        }
      } finally {
        isOpen = false
      }
    },
  }
  const chunks = EXPORT_FORMATS.find((format) => format.id === id)
    ?.write(content)
    [Symbol.asyncIterator]()
  while (read < 3) await chunks?.next()
  expect(isOpen).toBe(true)
  await chunks?.return?.()
  await expect.poll(() => isOpen).toBe(false)
  expect(read).toBeLessThan(1000)
})

test('CSV: any text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 }),
      async (texts) => {
        const text = (await bytesOf('csv', texts)).toString()
        const { data } = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: false })
        const guarded = texts.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
        expect(data.slice(1, -1).map((row) => row[1])).toEqual(guarded)
      },
    ),
  )
})

test('GeoJSON: any text comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async (texts) => {
      const { features, licence } = JSON.parse((await bytesOf('geojson', texts)).toString())
      // Half a pair of surrogates has no UTF-8 and becomes the sign for that.
      const held = texts.map((text) => Buffer.from(text).toString())
      expect(features.map((f: { properties: { text: string } }) => Buffer.from(f.properties.text).toString())).toEqual(
        held,
      )
      expect(licence.id).toBe('CC-BY-4.0')
    }),
  )
})

test('KML: pages join into one document, without what XML cannot hold', async () => {
  const texts = Array.from({ length: 450 }, (_, index) => `<b>&"${index}"</b>\u0001`)
  const text = (await bytesOf('kml', texts)).toString()
  expect(text.match(/<Placemark /g)?.length).toBe(450)
  expect(text.match(/<\/?(kml|Document|Folder)[ >]/g)).toHaveLength(6)
  expect(text).toContain('&#x3C;b>&#x26;"449"&#x3C;/b>')
  expect(text).not.toContain('\u0001')
})

test('a file is named by what is in it', () => {
  const day = new Date('2026-11-24T23:59:00Z')
  expect(fileStem('deposits', {}, '2026-11', day)).toBe('orelink-deposits_data-2026-11_taken-2026-11-24')
  expect(fileStem('ports', { ids: ['gwadar'] }, '2021–2026', day)).toBe(
    'orelink-ports_only-gwadar_data-2021-2026_taken-2026-11-24',
  )
  expect(fileStem('ports', { ids: ['a', 'b', 'c', 'd'], bbox: [60, 23.5, 68, 26] }, '2023', day)).toBe(
    'orelink-ports_box-60-23-5-68-26_only-4-chosen_data-2023_taken-2026-11-24',
  )
  const everyStatus = fileStem('deposits', { district: Array(50).fill('dera-ghazi-khan') }, '2023', day)
  expect(everyStatus.length).toBeLessThan(150)
  expect(everyStatus).toMatch(/^[a-z0-9._-]+$/)
})

test('short names: at most ten characters, no two alike, the same each time', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,30}$/), { maxLength: 120 }), (names) => {
      const short = shortNames(names)
      expect(short.every((name) => name.length > 0 && name.length <= 10)).toBe(true)
      expect(new Set(short.map((name) => name.toLowerCase())).size).toBe(names.length)
      expect(shortNames(names)).toEqual(short)
    }),
  )
  expect(shortNames(['resource_tonnageMt', 'resource_tonnageKt', 'status'])).toEqual([
    'res_tonnag',
    'res_tonna2',
    'status',
  ])
})

test('text is cut between characters, as late as may be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, most) => {
      const cut = cutToBytes(text, most)
      expect(text.startsWith(cut)).toBe(true)
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(most)
      const next = [...text.slice(cut.length)][0]
      if (next !== undefined) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(most)
    }),
  )
  expect(cutToBytes('山达克', 7)).toBe('山达')
})
