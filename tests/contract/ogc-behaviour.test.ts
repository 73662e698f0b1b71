/** What the standards leave to the server and the atlas promises: tags, pages under change, forms, languages, methods. */

import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { WRITES } from '#server/ogc/operations.ts'
import { FeaturesJson, type OgcClient, openOgc, pathOf } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})

const RESOURCES = [
  '',
  '/api',
  '/conformance',
  '/collections',
  '/collections/ports',
  '/collections/ports/items',
  '/collections/ports/items/gwadar',
  '/collections/ports/queryables',
  '/collections/ports/styles',
  '/styles/ports',
  '/collections/ports/tiles',
  '/tileMatrixSets/WebMercatorQuad',
]

test.each(RESOURCES)('%s has a strong tag and says 304 to one who has it', async (path) => {
  for (const encoding of ['gzip', 'identity']) {
    const first = await ogc.get(path, { 'accept-encoding': encoding })
    const tag = first.headers.etag ?? ''
    expect(tag).toMatch(/^"[\w-]+"$/)
    const again = await ogc.get(path, { 'accept-encoding': encoding, 'if-none-match': tag })
    expect([again.status, again.text ?? '']).toEqual([304, ''])
    const other = await ogc.get(path, { 'accept-encoding': encoding, 'if-none-match': '"another"' })
    expect(other.status).toBe(200)
  }
})

test('each form, language and encoding of an answer has a tag of its own', async () => {
  const path = '/collections/ports'
  const tags = []
  for (const headers of [
    { 'accept-encoding': 'identity' },
    { 'accept-encoding': 'gzip' },
    { 'accept-encoding': 'identity', accept: 'text/html' },
    { 'accept-encoding': 'identity', accept: 'text/html', 'accept-language': 'ur' },
  ]) {
    const answer = await ogc.get(path, headers as Record<string, string>)
    tags.push(answer.headers.etag)
    expect(answer.headers.vary).toMatch(/Accept, Accept-Language, Accept-Encoding/)
  }
  expect(new Set(tags).size).toBe(tags.length)
})

test('a change of the data changes the tag', async () => {
  const { storage } = ogc.atlas
  const before = (await ogc.get('/collections/zones/items')).headers.etag
  const [feature] = await storage.features('zones', { limit: 1 })
  if (!feature) throw new Error('no zones')
  await storage.putFeature('zones', { ...feature, properties: { ...feature.properties, altNames: ['changed'] } })
  expect((await ogc.get('/collections/zones/items')).headers.etag).not.toBe(before)
  await storage.putFeature('zones', feature)
})

test.each(['', '&sortby=-status,name_en', '&sortby=startYear'])(
  'pages neither skip nor repeat while features come and go between them%s',
  async (sortby) => {
    const { storage } = ogc.atlas
    const before = (await ogc.all('processing', sortby ? { sortby: sortby.replace('&sortby=', '') } : {})).map(
      ({ id }) => id,
    )
    const stays = await storage.features('processing', { limit: 1000 })
    const seen: string[] = []
    const removed: string[] = []
    let next: string | undefined = `/collections/processing/items?limit=5${sortby}`
    for (let round = 0; next !== undefined; round++) {
      const page: FeaturesJson = FeaturesJson.parse(await ogc.json(next))
      seen.push(...page.features.map(({ id }) => id))
      next = page.links.find(({ rel }) => rel === 'next')?.href
      // The last feature of the page, on which the next one hangs, goes; so does one not yet seen; and new ones come.
      const last = page.features.at(-1)
      const unseen = before.find((id) => !seen.includes(id) && !removed.includes(id))
      if (last) await storage.removeFeature({ dataset: 'processing', id: last.id })
      if (unseen && round % 2 === 0) {
        await storage.removeFeature({ dataset: 'processing', id: unseen })
        removed.push(unseen)
      }
      const model = stays[0]
      if (model) {
        await storage.putFeature('processing', { ...model, id: `a-new-${round}` })
        await storage.putFeature('processing', { ...model, id: `zz-new-${round}` })
      }
    }
    const old = seen.filter((id) => !id.includes('-new-'))
    expect(new Set(seen).size).toBe(seen.length)
    expect([...old].sort()).toEqual(before.filter((id) => !removed.includes(id)).sort())
    await storage.replaceDataset('processing', stays)
  },
)

test('sortby orders, nulls apart, and - turns it round', async () => {
  const up = (await ogc.all('deposits', { sortby: 'importance,id' })).map(({ properties }) =>
    Number(properties.importance),
  )
  expect(up).toEqual([...up].sort((a, b) => a - b))
  const down = (await ogc.all('deposits', { sortby: '-importance' })).map(({ properties }) =>
    Number(properties.importance),
  )
  expect(down).toEqual([...down].sort((a, b) => b - a))
  expect(new Set(down).size).toBeGreaterThan(2)
})

test('the schema names every property of every feature, and sortables are what can be sorted by', async () => {
  for (const { id } of await ogc.collections()) {
    const schema = Object.keys((await ogc.json(`/collections/${id}/schema`)).properties as object)
    const { features } = await ogc.items(id, { limit: 20 })
    for (const { properties } of features)
      expect(Object.keys(properties), id).toEqual(schema.filter((name) => name !== 'id' && name !== 'geometry'))
    for (const { properties } of features)
      for (const value of Object.values(properties))
        expect(typeof value === 'object' && value !== null && !Array.isArray(value) && !isOpenRecord(value), id).toBe(
          false,
        )
  }
  const sortables = Object.keys((await ogc.json('/collections/ports/sortables')).properties as object)
  expect(sortables).toContain('maxDraughtM')
  for (const name of sortables) expect((await ogc.items('ports', { sortby: name })).features, name).toHaveLength(15)
  // Names of parameters of the interface are never names of properties.
  const reserved = [
    'f',
    'lang',
    'limit',
    'bbox',
    'bbox-crs',
    'datetime',
    'crs',
    'sortby',
    'cursor',
    'filter',
    'filter-lang',
    'filter-crs',
  ]
  for (const { id } of DATASETS)
    expect(
      Object.keys((await ogc.json(`/collections/${id}/queryables`)).properties as object).filter((name) =>
        reserved.includes(name),
      ),
      id,
    ).toEqual([])
})

/** Figures by a key that the data choose (share by mother tongue) stay an object. */
function isOpenRecord(value: object): boolean {
  return Object.values(value).every((item) => typeof item === 'number')
}

test('the form follows f=, then Accept; what cannot be had is 406', async () => {
  const kinds: [string, string, string][] = [
    ['/collections?f=html', 'application/json', 'text/html; charset=utf-8'],
    ['/collections?f=json', 'text/html', 'application/json'],
    ['/collections', '*/*', 'application/json'],
    ['/collections', 'text/html,application/xhtml+xml,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['/collections', 'application/json;q=0.5,text/html;q=0.9', 'text/html; charset=utf-8'],
    ['/collections/ports/queryables', 'application/schema+json', 'application/schema+json'],
    ['/styles/ports', 'application/json', 'application/vnd.mapbox.style+json'],
  ]
  for (const [path, accept, type] of kinds)
    expect((await ogc.get(path, { accept })).headers['content-type'], path).toBe(type)
  expect((await ogc.get('/collections', { accept: 'image/png' })).status).toBe(406)
})

test('pages and titles come in the language of the reader, with its direction', async () => {
  const cases = [
    ['/collections/ports?f=html', 'ur-PK,en;q=0.5', 'ur', 'rtl', 'بندرگاہیں'],
    ['/collections/ports?f=html', 'zh-CN', 'zh', 'ltr', '港口'],
    ['/collections/ports?f=html&lang=en', 'ur', 'en', 'ltr', 'Ports and dry ports'],
    ['/collections/ports?f=html', 'fr', 'en', 'ltr', 'Ports and dry ports'],
  ] as const
  for (const [path, language, lang, dir, words] of cases) {
    const answer = await ogc.get(path, { 'accept-language': language })
    expect(answer.headers['content-language']).toBe(lang)
    expect(answer.text).toContain(`<html lang="${lang}" dir="${dir}">`)
    expect(answer.text).toContain(words)
  }
  const json = await ogc.get('/collections/ports', { 'accept-language': 'ur' })
  expect(json.body.title).toContain('بندرگاہیں')
})

test('a problem is a page in the language of a reader who takes pages, and JSON for all others', async () => {
  for (const path of ['/collections/nowhere', '/nowhere', '/collections/ports/items?limit=x']) {
    const page = await ogc.get(path, { accept: 'text/html', 'accept-language': 'ur' })
    expect(page.headers['content-type'], path).toBe('text/html; charset=utf-8')
    expect(page.text, path).toContain('<html lang="ur" dir="rtl">')
    expect(page.text, path).toContain(page.headers['x-request-id'])
    const json = await ogc.get(path)
    expect(json.headers['content-type'], path).toMatch(/^application\/problem\+json/)
    expect(json.status).toBe(page.status)
  }
  const script = await ogc.get(`/collections/ports/items?limit=${encodeURIComponent('<script>alert(1)</script>')}`, {
    accept: 'text/html',
  })
  expect(script.text).not.toContain('<script')
})

test.each(WRITES)('$id waits for accounts: $method is 405 and Allow says what is', async ({ method, path }) => {
  const address = `/ogc${path.replace(':collectionId', 'ports').replace(':featureId', 'gwadar')}`
  const answer = await request(ogc.server)[method.toLowerCase() as 'post'](address)
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
})

test('links are relative unless the address is sure, and a strange Host is not repeated', async () => {
  const strange = await ogc.get('', { host: 'evil.example' })
  expect(strange.text).not.toContain('evil')
  expect(strange.body.links[0].href).toBe('/ogc?f=json')
})

test('a link and its tag survive HEAD', async () => {
  const headers = { accept: 'application/json', 'accept-encoding': 'identity' }
  const got = await ogc.get('/collections', headers)
  const head = await request(ogc.server).head('/ogc/collections').set(headers)
  expect(head.headers.etag).toBe(got.headers.etag)
  expect(head.text ?? '').toBe('')
})

test('each collection with tiles has a style that MapLibre accepts, a tileset, and tiles that the tile address gives too', async () => {
  for (const { id, tiles } of DATASETS) {
    const styles = await ogc.get(`/collections/${id}/styles`)
    const tilesets = await ogc.get(`/collections/${id}/tiles`)
    expect([styles.body.styles.length, tilesets.body.tilesets.length], id).toEqual(tiles ? [1, 1] : [0, 0])
    if (!tiles) continue
    for (const lang of ['en', 'ur', 'zh']) {
      const style = await ogc.json(`/styles/${id}?lang=${lang}`)
      expect(validateStyleMin(style as never), `${id} ${lang}`).toEqual([])
      expect((style.layers as unknown[]).length, id).toBeGreaterThan(1)
      expect(Object.keys(style.sources as object), id).toEqual([id])
    }
  }
  const ogcTile = await bytesOf('/ogc/collections/provinces/tiles/WebMercatorQuad/4/6/11')
  const xyz = await bytesOf('/tiles/provinces/4/11/6.mvt')
  expect(ogcTile.type).toBe('application/vnd.mapbox-vector-tile')
  expect(ogcTile.bytes.length).toBeGreaterThan(1000)
  expect(Buffer.compare(ogcTile.bytes, xyz.bytes)).toBe(0)
  const tileset = await ogc.json('/collections/provinces/tiles/WebMercatorQuad')
  const limits = (tileset.tileMatrixSetLimits as { tileMatrix: string; minTileRow: number; maxTileRow: number }[])[4]
  expect(limits).toMatchObject({ tileMatrix: '4', minTileRow: 6, maxTileRow: 6, minTileCol: 10, maxTileCol: 11 })
  for (const path of [
    'provinces/tiles/WebMercatorQuad/99/0/0',
    'provinces/tiles/WebMercatorQuad/4/99/0',
    'glossary/tiles/WebMercatorQuad/0/0/0',
    'provinces/tiles/Other/0/0/0',
  ])
    expect((await ogc.get(`/collections/${path}`, { accept: '*/*' })).status, path).toBe(404)
  expect((await ogc.get('/collections/provinces/tiles/WebMercatorQuad/4/x/0', { accept: '*/*' })).status).toBe(400)
})

async function bytesOf(path: string): Promise<{ bytes: Buffer; type: string }> {
  const answer = await request(ogc.server)
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
  return { bytes: answer.body as Buffer, type: answer.headers['content-type'] ?? '' }
}

test('a page of the browser ends early where shapes are large, and says so by its link', async () => {
  const page = await ogc.items('districts', { limit: 1000 })
  const all = await ogc.all('districts')
  expect(page.numberMatched).toBe(all.length)
  expect(page.features.length === all.length || page.links.some(({ rel }) => rel === 'next')).toBe(true)
  const next = page.links.find(({ rel }) => rel === 'next')
  if (next) expect(pathOf(next.href)).toMatch(/^\/ogc\/collections\/districts\/items\?/)
})
