/** What may be taken away, what is refused and in what words, and that a file is made no faster than it is read. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXPORT_FORMATS } from '#server/export/formats.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
let server: Server
let base: string
/** Only what this file makes, whatever else runs beside it. */
const folder = mkdtempSync(join(tmpdir(), 'orelink-export-test-'))
beforeAll(async () => {
  process.env.TMPDIR = folder
  atlas = await openAtlas()
  server = createServer(atlas.app).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})
const ask = (path: string) => request(atlas.app).get(path)

async function rowsOf(path: string): Promise<Record<string, string>[]> {
  const { status, text } = await ask(path)
  expect(status, text?.slice(0, 300)).toBe(200)
  return Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true, skipEmptyLines: true }).data
}

test('a filtered file holds what the list shows and the plan foretold', async () => {
  const filter = 'commodity=copper&province=balochistan'
  const [rows, plan, list] = await Promise.all([
    rowsOf(`/api/export/deposits.csv?${filter}`),
    ask(`/api/export/deposits?${filter}`),
    ask(`/api/deposits?${filter}&limit=1000`),
  ])
  expect(rows.length).toBeGreaterThan(5)
  expect(plan.body.featureCount).toBe(rows.length)
  expect(rows.map(({ id }) => id).sort()).toEqual(list.body.deposits.map(({ id }: { id: string }) => id).sort())
  expect(Object.keys(rows[0] ?? {})).toEqual([
    ...plan.body.columns.map(({ name }: { name: string }) => name),
    ...['lon', 'lat', 'licence', 'attribution'],
  ])
  for (const { commodities, licence } of rows) {
    expect(commodities).toContain('copper')
    expect(licence).toContain('ODbL-1.0')
  }
})

test('the name of a file says what is inside and of when', async () => {
  const { headers } = await ask('/api/export/deposits.geojson?commodity=copper&province=balochistan')
  expect(headers['content-type']).toBe('application/geo+json')
  expect(headers['content-disposition']).toMatch(
    /^attachment; filename="orelink-deposits_commodity-copper_province-balochistan_data-2026-11_taken-\d{4}-\d\d-\d\d\.geojson"$/,
  )
})

test('a selection is exactly what was chosen', async () => {
  const rows = await rowsOf('/api/export/ports.csv?ids=gwadar,karachi&fields=name_en,name_ur')
  expect(rows.map(({ id }) => id)).toEqual(['gwadar', 'karachi'])
  expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'name_en', 'name_ur', 'lon', 'lat', 'licence', 'attribution'])
})

test('a box holds what meets it, alone and under a filter', async () => {
  const [ports, listed] = await Promise.all([
    rowsOf('/api/export/ports.csv?bbox=60,23,68,26'),
    ask('/api/features/ports?bbox=60,23,68,26&limit=1000'),
  ])
  expect(ports.map(({ id }) => id)).toEqual(listed.body.features.map(({ id }: { id: string }) => id))
  const box = 'bbox=60,27,63,30&province=balochistan'
  const [deposits, plan] = await Promise.all([
    rowsOf(`/api/export/deposits.csv?${box}`),
    ask(`/api/export/deposits?${box}`),
  ])
  expect(deposits.length).toBeGreaterThan(0)
  expect(deposits.length).toBe(plan.body.featureCount)
  for (const { lon, lat } of deposits) {
    expect(Number(lon)).toBeGreaterThanOrEqual(60)
    expect(Number(lon)).toBeLessThanOrEqual(63)
    expect(Number(lat)).toBeGreaterThanOrEqual(27)
    expect(Number(lat)).toBeLessThanOrEqual(30)
  }
})

test('a condition in CQL2 holds beside the panel, over any dataset', async () => {
  const condition = encodeURIComponent("status = 'exploration' AND resource_tonnageMt > 1")
  const [rows, all] = await Promise.all([
    rowsOf(`/api/export/deposits.csv?commodity=copper&filter=${condition}`),
    rowsOf('/api/export/deposits.csv?commodity=copper'),
  ])
  const passing = all.filter((row) => row.status === 'exploration' && Number(row.resource_tonnageMt) > 1)
  expect(rows.map(({ id }) => id)).toEqual(passing.map(({ id }) => id))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThan(all.length)
  const near = encodeURIComponent("S_DWITHIN(geometry, POINT(62.33 25.12), 50, 'km')")
  const ports = await rowsOf(`/api/export/ports.csv?filter=${near}`)
  expect(ports.map(({ id }) => id)).toContain('gwadar')
  expect(ports.map(({ id }) => id)).not.toContain('karachi')
})

test('well-known text where it is asked for and where there are no points', async () => {
  const [deposit] = await rowsOf('/api/export/deposits.csv?ids=duddar&coordinates=wkt')
  expect(deposit?.wkt).toMatch(/^POINT\(66\.\d+ 26\.\d+\)$/)
  expect(deposit).not.toHaveProperty('lon')
  const provinces = await rowsOf('/api/export/provinces.csv')
  for (const { wkt } of provinces) expect(wkt).toMatch(/^(MULTI)?POLYGON\(/)
})

test.each(EXPORT_FORMATS.map(({ id }) => id))('nothing that matches is an empty %s file, not a failure', async (id) => {
  const empty = 'commodity=copper&province=islamabad'
  const plan = await ask(`/api/export/deposits?${empty}`)
  expect(plan.body.featureCount).toBe(0)
  const answer = await ask(`/api/export/deposits.${id}?${empty}`).buffer()
  expect(answer.status).toBe(200)
})

test.each([
  ['/api/export/deposits.dwg', 404, 'not-found'],
  ['/api/export/deposits.', 400, 'invalid-request'],
  ['/api/export/deposits.geojson.zip', 400, 'invalid-request'],
  ['/api/export/no-such-dataset.csv', 404, 'not-found'],
  ['/api/export/no-such-dataset', 404, 'not-found'],
  ['/api/export/..%2Fsecret.csv', 400, 'invalid-request'],
  ['/api/export/glossary.fgb', 406, 'not-acceptable'],
  ['/api/export/ports.csv?commodity=copper', 400, 'invalid-request'],
  ['/api/export/deposits.csv?commodity=unobtainium', 400, 'invalid-request'],
  ['/api/export/deposits.csv?limit=10', 400, 'unknown-parameter'],
  ['/api/export/deposits.csv?bbox=1,2,3', 400, 'invalid-request'],
  ['/api/export/deposits.csv?bbox=70,30,60,20', 400, 'invalid-request'],
  ['/api/export/deposits.csv?fields=colour', 400, 'invalid-request'],
  ['/api/export/deposits.csv?fields=', 400, 'invalid-request'],
  ['/api/export/deposits.csv?ids=', 400, 'invalid-request'],
  ['/api/export/deposits.csv?ids=duddar,no-such-deposit', 404, 'not-found'],
  ['/api/export/deposits.csv?ids=duddar&ids=saindak', 400, 'invalid-request'],
  ['/api/export/deposits.csv?filter=status+%3D', 400, 'invalid-request'],
  ["/api/export/deposits.csv?filter=colour+%3D+'red'", 400, 'invalid-request'],
  ['/api/export/deposits.csv?coordinates=utm', 400, 'invalid-request'],
  ['/api/export/provinces.csv?coordinates=lon-lat', 400, 'invalid-request'],
])('%s is refused in words', async (path, status, code) => {
  const answer = await ask(path)
  expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code })
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.headers).not.toHaveProperty('content-disposition')
})

test.each([
  [201, 400],
  [1000, 414],
  // More than Node reads of an address.
  [10_000, 431],
])('%i ids are too many', async (count, status) => {
  const answer = await ask(`/api/export/deposits.csv?ids=${Array(count).fill('duddar')}`)
  expect(answer.status).toBe(status)
  expect(answer.headers).not.toHaveProperty('content-disposition')
})

test('an id that is not there is named', async () => {
  const { body } = await ask('/api/export/deposits.csv?ids=duddar,no-such-deposit')
  expect(body.errors).toEqual([{ field: 'ids', expected: 'an id of deposits', received: 'no-such-deposit' }])
})

test('HEAD tells the name and the type without making the file', async () => {
  const before = atlas.calls.get('selectFeatures') ?? 0
  const answer = await request(atlas.app).head('/api/export/boundaries.gpkg')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('application/geopackage+sqlite3')
  expect(answer.headers['content-disposition']).toContain('orelink-boundaries_data-')
  expect(atlas.calls.get('selectFeatures') ?? 0).toBe(before)
})

/** An answer of which nothing is read until `resume` is called. */
function openPaused(path: string): Promise<IncomingMessage> {
  return new Promise((done, failed) => {
    const sent = get(`${base}${path}`, { headers: { 'accept-encoding': 'identity' }, agent: false }, (answer) => {
      answer.pause()
      done(answer)
    })
    sent.on('error', failed)
  })
}

const settle = () => new Promise((done) => setTimeout(done, 300))

test('the store is read no faster than the reader takes the file, and a few files are made at once', async () => {
  const before = atlas.calls.get('selectFeatures') ?? 0
  const pages = await enlarge('claims')
  const slow = await Promise.all(Array.from({ length: 4 }, () => openPaused('/api/export/claims.geojson')))
  const after = await readingsAtRest()
  // None is refused for being the fifth, and none has been read to its end.
  expect(slow.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
  expect(after - before).toBeGreaterThan(3)
  expect(after - before).toBeLessThan((4 * pages) / 2)
  const fifth = await ask('/api/export/ports.csv')
  expect(fifth.status).toBe(429)
  expect(fifth.headers['retry-after']).toBe('5')
  for (const answer of slow) answer.destroy()
  await settle()
  expect((await ask('/api/export/ports.csv')).status).toBe(200)
})

/** How often the store was read, once it is left alone. */
async function readingsAtRest(): Promise<number> {
  for (let seen = -1; ; ) {
    await settle()
    const now = atlas.calls.get('selectFeatures') ?? 0
    if (now === seen) return now
    seen = now
  }
}

/** Makes a dataset of this test's own store so large that no buffer of a connection holds it: 60 MB in pages of 200. */
async function enlarge(dataset: string): Promise<number> {
  const [claim] = await atlas.storage.features(dataset, { limit: 1 })
  if (!claim?.properties.provenance) throw new Error(`${dataset} has no record with a note`)
  const provenance = { ...claim.properties.provenance, note: 'x'.repeat(20_000) }
  const properties = { ...claim.properties, provenance }
  await atlas.storage.replaceDataset(
    dataset,
    Array.from({ length: 3000 }, (_, index) => ({ ...claim, properties, id: `c-${index}` })),
  )
  return 3000 / 200
}

test('nothing stays behind when a reader leaves', async () => {
  for (const format of ['gpkg', 'shp']) {
    const answer = await openPaused(`/api/export/roads.${format}`)
    answer.destroy()
  }
  const leaving = get(`${base}/api/export/roads.gpkg`)
  leaving.on('error', () => undefined)
  await settle()
  leaving.destroy()
  for (let wait = 0; wait < 50 && readdirSync(folder).length > 0; wait++) await settle()
  expect(readdirSync(folder)).toEqual([])
})
