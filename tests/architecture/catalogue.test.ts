/** The catalogue of datasets agrees with the folders, the layers and the messages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ENGLISH } from '#client/i18n/en/index.ts'
import { endpoints } from '#geodata/contract/endpoints.ts'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { DATASETS_WITHOUT_OVERLAY, OVERLAYS } from '#geodata/style/layers/index.ts'
import { ROOT } from './source-files.ts'

const FOLDER = join(ROOT, 'geodata/datasets')
/** The relief is pictures, the transport network bytes: folders without features. */
const WITHOUT_FEATURES = ['relief', 'transport-network']
const messages: Readonly<Record<string, string>> = ENGLISH

test('each dataset has its definition, features and notice, and each folder is in the catalogue', () => {
  const incomplete = DATASETS.flatMap(({ id }) =>
    ['dataset.ts', 'features.geojson', 'NOTICE.md']
      .filter((file) => !existsSync(join(FOLDER, id, file)))
      .map((file) => `${id}/${file}`),
  )
  expect(incomplete).toEqual([])
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const known = [...DATASETS.map(({ id }) => id), ...WITHOUT_FEATURES].sort()
  expect(folders.map(({ name }) => name).sort()).toEqual(known)
})

test('each dataset says where it comes from, under what licence, how good it is', () => {
  for (const dataset of DATASETS) {
    expect(dataset.sources.length, dataset.id).toBeGreaterThan(0)
    expect(dataset.accuracy.length, dataset.id).toBeGreaterThan(20)
    const notice = readFileSync(join(FOLDER, dataset.id, 'NOTICE.md'), 'utf8')
    for (const line of dataset.attribution) expect(notice, dataset.id).toContain(line)
  }
})

test('each dataset with tiles is drawn by an overlay or says why not', () => {
  const drawn = new Set(OVERLAYS.flatMap(({ datasets }) => datasets))
  const tiled = DATASETS.filter(({ tiles }) => tiles !== null).map(({ id }) => id)
  expect(tiled.filter((id) => !drawn.has(id) && !DATASETS_WITHOUT_OVERLAY[id])).toEqual([])
  expect(Object.keys(DATASETS_WITHOUT_OVERLAY).filter((id) => drawn.has(id))).toEqual([])
  expect(Object.keys(DATASETS_WITHOUT_OVERLAY).filter((id) => !tiled.includes(id))).toEqual([])
})

test('overlays draw datasets that exist', () => {
  const ids = new Set(DATASETS.map(({ id }) => id))
  const missing = OVERLAYS.flatMap(({ id, datasets }) =>
    datasets.filter((dataset) => !ids.has(dataset)).map((dataset) => `${id}: ${dataset}`),
  )
  expect(missing).toEqual([])
  expect(TILESETS.basemap).toContain('land')
})

test('each overlay has a title and each legend line a text', () => {
  expect(OVERLAYS.map(({ titleKey }) => titleKey).filter((key) => !messages[key])).toEqual([])
})

test('each property that a sheet can show has a label', () => {
  // Names, quality and provenance have places of their own in a sheet.
  const shownElsewhere = new Set(['name', 'altNames', 'geometryQuality', 'provenance'])
  const missing = DATASETS.flatMap(({ id, properties }) => {
    const shape: unknown = Reflect.get(properties, 'shape')
    if (typeof shape !== 'object' || shape === null) return [`${id}: the schema is not an object`]
    return Object.keys(shape)
      .filter((key) => !shownElsewhere.has(key) && !messages[`field.${key}`])
      .map((key) => `${id}: field.${key}`)
  })
  expect(missing).toEqual([])
})

test('each endpoint has an example', () => {
  expect(Object.values(endpoints).every(({ example, summary }) => example && summary.length > 10)).toBe(true)
})
