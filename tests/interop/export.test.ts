/** Each format, re-read by GDAL, holds as many records, the same places and the same values as the store. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Geometry } from '#geodata/contract/geo.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { positionsOf } from '#geodata/spatial/bbox.ts'
import { type Column, columnsOf } from '#server/export/columns.ts'
import { EXPORT_FORMATS } from '#server/export/formats.ts'
import { cutToBytes, shortNames } from '#server/export/shapefile/dbf-fields.ts'
import type { Feature } from '#server/storage/storage.ts'
import { type AtlasApp, openAtlas } from '../contract/atlas-app.ts'
import { countInBox, describeFile, layersOf, type ReadFeature, readLayer } from './read-file.ts'
import { hasTool } from './tool.ts'

/** Points with figures and rivals, lines some of which have no place, lines of parts, areas, a mixture, tables. */
const CHOSEN = [
  ...['deposits', 'water-works', 'gas-pipelines', 'boundaries', 'provinces', 'protected-areas'],
  ...['glossary', 'districts', 'closures', 'belts'],
]
const CASES = CHOSEN.flatMap((dataset) =>
  EXPORT_FORMATS.filter(({ holdsTables }) => holdsTables || definitionOf(dataset).geometry !== 'none').map(
    ({ id, extension }) => ({ dataset, format: id, extension }),
  ),
)
const LONGEST_DBF_TEXT = 254
const LONGEST_CELL = 32_767

let atlas: AtlasApp
const folder = mkdtempSync(join(tmpdir(), 'orelink-gdal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hasGdal = hasTool('ogr2ogr', ['--version'], 'gdal-bin', CASES.length + 3)
beforeAll(async () => {
  if (hasGdal) atlas = await openAtlas()
})

function definitionOf(dataset: string) {
  const found = DATASETS.find(({ id }) => id === dataset)
  if (!found) throw new Error(dataset)
  return found
}

async function download(address: string, file: string): Promise<void> {
  const answer = await request(atlas.app).get(address).buffer().parse(collect)
  expect(answer.status, String(answer.body).slice(0, 300)).toBe(200)
  writeFileSync(join(folder, file), answer.body)
}

function collect(response: request.Response, done: (fault: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = []
  const stream = response as unknown as NodeJS.ReadableStream
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  stream.on('end', () => done(null, Buffer.concat(chunks)))
}

/** Layers that hold the records themselves. */
async function mainLayers(file: string, dataset: string): Promise<string[]> {
  const all = await layersOf(folder, file)
  return file.endsWith('.xlsx') ? all.filter((layer) => layer === dataset) : all
}

describe.skipIf(!hasGdal)('as GDAL reads it', () => {
  test.each(CASES)('$dataset as $format', async ({ dataset, format, extension }) => {
    const file = `${dataset}.${extension}`
    await download(`/api/export/${dataset}.${format}`, file)
    const read: ReadFeature[] = []
    for (const layer of await mainLayers(file, dataset)) read.push(...(await readLayer(folder, file, layer)))
    const stored = await atlas.storage.features(dataset, { limit: 100_000 })
    expect(read.length).toBe(stored.length)
    expect(stored.length).toBeGreaterThan(5)
    const readById = new Map(read.map((feature) => [String(feature.properties.id ?? feature.id), feature]))
    const columns = columnsOf(definitionOf(dataset))
    for (const feature of stored) {
      const found = readById.get(feature.id)
      if (!found) throw new Error(`${feature.id} is not in the file`)
      expectSamePlace(found, feature, format)
      expect(valuesRead(found, columns, format), feature.id).toEqual(valuesStored(feature, columns, format))
    }
  })

  test('Urdu and Chinese are among what was compared', async () => {
    const { properties } = (await atlas.storage.feature({ dataset: 'deposits', id: 'duddar' })) ?? {}
    expect(properties?.name).toMatchObject({ ur: 'دودر' })
    expect(properties?.name.zh).toMatch(/^杜达/)
  })

  test('the index of a GeoPackage finds what our own finds', async () => {
    await download('/api/export/districts.gpkg', 'indexed.gpkg')
    const boxes = [
      [66, 25, 68, 27],
      [60, 28, 63, 30],
      [73.1, 33.6, 73.2, 33.7],
    ] as const
    const found: number[] = []
    for (const box of boxes) {
      const ours = await atlas.storage.countFeatures('districts', { bbox: [...box] })
      found.push(await countInBox(folder, 'indexed.gpkg', 'districts', box))
      expect(found.at(-1), box.join()).toBe(ours)
    }
    for (const count of found) expect(count).toBeGreaterThan(0)
    // By the index itself, as a program that trusts it asks.
    const index = new Database(join(folder, 'indexed.gpkg'), { readonly: true })
    const few = index.prepare(
      'SELECT count(*) FROM rtree_districts_geom WHERE maxx >= 73.1 AND minx <= 73.2 AND maxy >= 33.6 AND miny <= 33.7',
    )
    expect(few.pluck().get()).toBeGreaterThanOrEqual(found.at(-1) ?? 0)
    expect(index.pragma('application_id', { simple: true })).toBe(0x47504b47)
    index.close()
  })

  test('licence, attribution and the selection stand inside each file', async () => {
    for (const { id, extension } of EXPORT_FORMATS) {
      const file = `copper.${extension}`
      await download(`/api/export/deposits.${id}?commodity=copper`, file)
      const told = await toldBy(file)
      expect(told, id).toContain('ODbL-1.0')
      expect(told, id).toContain('OpenStreetMap contributors')
      if (id !== 'csv') expect(told, id).toContain('commodity copper')
    }
  })
})

/** What a reader of the file can find of its notice, through GDAL wherever GDAL shows it. */
async function toldBy(file: string): Promise<string> {
  if (file.endsWith('.xlsx')) return JSON.stringify(await readLayer(folder, file, 'Sources and licence'))
  if (file.endsWith('.zip')) return unzippedText(file)
  if (file.endsWith('.gpkg')) return describeFile(folder, file)
  return readFileSync(join(folder, file), 'utf8')
}

function unzippedText(file: string): string {
  const entry = unzipSync(readFileSync(join(folder, file)))['licence-and-sources.txt']
  return entry ? strFromU8(entry) : ''
}

function expectSamePlace({ geometry, properties }: ReadFeature, feature: Feature, format: string): void {
  if (format === 'xlsx') {
    expectSameCells(properties, feature)
    return
  }
  if (feature.geometry === null) {
    expect(geometry, feature.id).toBeNull()
    return
  }
  if (geometry === null) throw new Error(`${feature.id} has lost its place`)
  // Formats turn rings round and start them elsewhere; a set of positions does not mind.
  expect(placesOf(geometry), feature.id).toEqual(placesOf(feature.geometry))
  expect(partsOf(geometry), feature.id).toEqual(partsOf(feature.geometry))
}

function expectSameCells(properties: Record<string, unknown>, { geometry, id }: Feature): void {
  if (geometry?.type === 'Point' && 'lon' in properties) {
    expect([Number(properties.lon), Number(properties.lat)], id).toEqual(geometry.coordinates)
    return
  }
  if (geometry === null) return
  const text = String(properties.wkt ?? '')
  if (text === 'null' || text === '') expect(JSON.stringify(geometry).length, id).toBeGreaterThan(LONGEST_CELL / 2)
  else expect((text.match(/-?[\d.]+ -?[\d.]+/g) ?? []).length, id).toBe([...positionsOf(geometry)].length)
}

/** Kind, and how many lines or rings each part has, the parts in an order of their own: a hole is no area. */
function partsOf({ type, coordinates }: Geometry): string {
  const kind = type.replace('Multi', '')
  if (type === 'Polygon') return `${kind} ${coordinates.length}`
  if (type === 'MultiPolygon') return `${kind} ${coordinates.map((rings) => rings.length).sort()}`
  return type === 'MultiLineString' ? `${kind} ${coordinates.length}` : `${kind} 1`
}

/** To 1e-6 degrees, in an order of their own. */
function placesOf(geometry: Geometry): string[] {
  return [...new Set([...positionsOf(geometry)].map(([lon, lat]) => `${lon.toFixed(6)} ${lat.toFixed(6)}`))].sort()
}

function valuesStored({ properties }: Feature, columns: readonly Column[], format: string): unknown[] {
  return columns.flatMap((column) => {
    const value = column.read(properties)
    // In a workbook they have sheets of their own.
    if (format === 'xlsx' && column.table) return []
    return [asRead(value, column, format)]
  })
}

/** What each format is known to do to a value, and nothing else. */
function asRead(value: unknown, { kind }: Column, format: string): unknown {
  if (value === null || value === '') return null
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (format === 'shp') {
    const cut = cutToBytes(text, LONGEST_DBF_TEXT)
    return kind === 'json' && cut !== text ? null : kind === 'json' ? value : cut.trimEnd()
  }
  if (kind === 'json') return value
  return format === 'csv' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function valuesRead({ properties }: ReadFeature, columns: readonly Column[], format: string): unknown[] {
  const short = shortNames(['id', ...columns.map(({ name }) => name)]).slice(1)
  return columns.flatMap((column, index) => {
    if (format === 'xlsx' && column.table) return []
    const value = properties[format === 'shp' ? (short[index] ?? '') : column.name]
    return [plain(value, column)]
  })
}

/** GDAL's word for a value of this kind: tables without types give text, logical fields 0 and 1 or T and F. */
function plain(value: unknown, { kind }: Column): unknown {
  if (value === null || value === undefined || value === '') return null
  if (kind === 'json') return typeof value === 'string' ? JSON.parse(value) : value
  if (kind === 'boolean') return ['true', '1', 'T'].includes(String(value))
  return kind === 'text' ? (typeof value === 'object' ? JSON.stringify(value) : String(value)) : Number(value)
}
