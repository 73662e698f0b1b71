/** Properties as flat columns: a deposit by hand, and every schema of the catalogue. */
import { expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { columnsOf, propertiesOf } from '#server/export/columns.ts'

const deposits = DATASETS.find(({ id }) => id === 'deposits')
const columns = deposits ? columnsOf(deposits) : []
const read = (properties: object) =>
  propertiesOf(
    columns,
    columns.map((column) => column.read(properties)),
  )

const RIVAL = { tonnageMt: 50, citations: [{ text: 'Hearsay 2001', source: 'hearsay' }], confidence: 'low' }
const DEPOSIT = {
  name: { en: 'Duddar', ur: 'دودر', zh: '杜达铅锌矿' },
  altNames: ['Dodar', 'Dudher'],
  commodities: ['zinc', 'lead'],
  provenance: {
    citations: [
      { text: 'Owner 2019', source: 'owner' },
      { text: 'Owner, again', source: 'owner' },
    ],
    asOf: '2019',
    confidence: 'high',
    note: null,
  },
  resource: {
    tonnageMt: 14.48,
    category: 'resource',
    grades: [{ commodity: 'zinc', value: 9.9, unit: '%' }],
    year: 2019,
  },
  rivals: [RIVAL],
  isPart: false,
}

test('names, citations, the main figure and lists each in a column', () => {
  expect(read(DEPOSIT)).toMatchObject({
    name_en: 'Duddar',
    name_ur: 'دودر',
    name_zh: '杜达铅锌矿',
    altNames: 'Dodar; Dudher',
    commodities: 'zinc; lead',
    provenance_citations: 'Owner 2019; Owner, again',
    provenance_sources: 'owner',
    provenance_asOf: '2019',
    provenance_confidence: 'high',
    provenance_note: null,
    resource_tonnageMt: 14.48,
    resource_year: 2019,
    resource_grades: [{ commodity: 'zinc', value: 9.9, unit: '%' }],
    rivals: [RIVAL],
    isPart: false,
  })
})

test('what is unknown is null, never 0, empty text or an empty list', () => {
  const values = read({ name: { en: null, ur: null, zh: null }, resource: null, rivals: [], commodities: [] })
  expect(new Set(Object.values(values))).toEqual(new Set([null]))
  expect(Object.keys(values)).toContain('resource_tonnageMt')
})

test('figures say their unit', () => {
  const units = new Map(columns.map(({ name, unit }) => [name, unit]))
  expect(units.get('resource_tonnageMt')).toBe('Mt')
  expect(units.get('positionAccuracyKm')).toBe('km')
  expect(units.get('resource_year')).toBeNull()
})

test('a list of records has columns of its own', () => {
  const table = columns.find(({ name }) => name === 'rivals')?.table ?? []
  const values = Object.fromEntries(table.map((column) => [column.name, column.read(RIVAL)]))
  expect(values).toMatchObject({ tonnageMt: 50, citations: 'Hearsay 2001', sources: 'hearsay', confidence: 'low' })
})

test.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))('%s: each column once', (_, dataset) => {
  // Databases and spreadsheets do not tell capitals apart, and these are names of the formats' own.
  const names = ['id', 'fid', 'geom', 'wkt', 'lon', 'lat', 'licence', 'attribution']
  names.push(...columnsOf(dataset).map(({ name }) => name.toLowerCase()))
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(names.filter((name) => !/^[a-z][a-z0-9_]{0,99}$/.test(name))).toEqual([])
})
