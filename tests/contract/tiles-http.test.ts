/** Tiles over HTTP: encodings, tags, lasting addresses, what is empty, what is not there, one build for many askers. */
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { PbfReader } from 'pbf'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { DATASETS, TILESETS } from '#geodata/datasets/catalogue.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})

type Bytes = { status: number; headers: Record<string, string>; body: Buffer }

/** Bytes as they came, not unpacked. */
async function tile(path: string, headers: Record<string, string> = {}, app = atlas.app): Promise<Bytes> {
  const answer = await request(app)
    .get(path)
    .set({ 'Accept-Encoding': 'gzip', ...headers })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => done(null, Buffer.concat(chunks)))
    })
  return { status: answer.status, headers: answer.headers, body: answer.body }
}

/** Deposits are in it: Saindak and Reko Diq. */
const DEPOSITS = '/tiles/deposits/5/21/13.mvt'

test('a tile holds the layer of its dataset with the fields that styles need', async () => {
  const { status, headers, body } = await tile(DEPOSITS)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
  const layers = new VectorTile(new PbfReader(unpacked(headers, body))).layers
  expect(Object.keys(layers)).toEqual(['deposits'])
  const first = layers.deposits?.feature(0)
  expect(Object.keys(first?.properties ?? {})).toEqual(expect.arrayContaining(['id', 'name_en', 'commodity', 'status']))
})

/** superagent unpacks gzip before the parser sees it; the header tells how it travelled. */
function unpacked(_headers: Record<string, string>, body: Buffer): Buffer {
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body
}

test('gzip goes out as stored; who refuses it gets the same tile undone under another tag', async () => {
  const zipped = await tile(DEPOSITS)
  const plain = await tile(DEPOSITS, { 'Accept-Encoding': 'identity' })
  const refused = await tile(DEPOSITS, { 'Accept-Encoding': 'gzip;q=0, br' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(refused.headers['content-encoding']).toBeUndefined()
  expect(zipped.headers.vary).toMatch(/Accept-Encoding/)
  expect(unpacked(zipped.headers, zipped.body).equals(plain.body)).toBe(true)
  expect(plain.headers.etag).not.toBe(zipped.headers.etag)
  expect(Number(zipped.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']))
})

test('a strong tag saves sending it again', async () => {
  const first = await tile(DEPOSITS)
  expect(first.headers.etag).toMatch(/^"[^"]+"$/)
  for (const tag of [first.headers.etag ?? '', `"other", ${first.headers.etag}`, '*']) {
    const again = await tile(DEPOSITS, { 'If-None-Match': tag })
    expect(again.status).toBe(304)
    expect(again.body.length).toBe(0)
  }
  expect((await tile(DEPOSITS, { 'If-None-Match': '"other"' })).status).toBe(200)
})

test('only an address with the right version lasts', async () => {
  const { body } = await request(atlas.app).get('/tiles/deposits.json')
  const address = body.tiles[0].replace('{z}/{x}/{y}', '5/21/13')
  expect(address).toMatch(/\?v=.+/)
  expect((await tile(address)).headers['cache-control']).toMatch(/immutable/)
  expect((await tile(`${DEPOSITS}?v=old`)).headers['cache-control']).not.toMatch(/immutable/)
  expect((await tile(DEPOSITS)).headers['cache-control']).not.toMatch(/immutable/)
})

test('empty sea is 204, beyond the zooms and the names is 404, nonsense is 400', async () => {
  expect((await tile('/tiles/deposits/5/0/0.mvt')).status).toBe(204)
  for (const path of ['/tiles/none/5/21/13.mvt', '/tiles/deposits/20/0/0.mvt', '/tiles/relief/9/0/0.png'])
    expect((await tile(path)).status, path).toBe(404)
  for (const path of [
    '/tiles/deposits/5/32/13.mvt',
    '/tiles/deposits/5/21/32.mvt',
    '/tiles/deposits/30/0/0.mvt',
    '/tiles/deposits/5/21/13.pbf',
    '/tiles/deposits/5/21.5/13.mvt',
    '/tiles/deposits/5/-1/13.mvt',
    '/tiles/deposits/05/21/13.mvt',
    '/tiles/../deposits/5/21/13.mvt',
    '/tiles/deposits/5/21/13.mvt?w=1',
    '/tiles/deposits/5/21/13.mvt?v=1&v=2',
    '/tiles/deposits%00/5/21/13.mvt',
  ]) {
    const answer = await request(atlas.app).get(path)
    expect([400, 404], path).toContain(answer.status)
    expect(answer.headers['content-type'], path).toMatch(/problem\+json/)
  }
})

test('HEAD has the headers of GET and no body; other methods are refused', async () => {
  const head = await request(atlas.app).head(DEPOSITS).set('Accept-Encoding', 'gzip')
  expect(head.status).toBe(200)
  expect(head.headers['content-length']).toBe((await tile(DEPOSITS)).headers['content-length'])
  const post = await request(atlas.app).post(DEPOSITS)
  expect(post.status).toBe(405)
  expect(post.headers.allow).toBe('GET, HEAD, OPTIONS')
  expect((await request(atlas.app).options(DEPOSITS)).status).toBe(204)
})

test('the relief is a picture with a tag', async () => {
  const { status, headers } = await tile('/tiles/relief/0/0/0.png')
  expect(status).toBe(200)
  expect(headers['content-type']).toBe('image/png')
  expect(headers.etag).toMatch(/^"[^"]+"$/)
})

test('a hundred askers for one cold tile make one build', async () => {
  const fresh = await openAtlas([], atlas.storage)
  const before = fresh.calls.get('storeTile') ?? 0
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => tile('/tiles/deposits/6/43/26.mvt', {}, fresh.app)),
  )
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1)
  expect((fresh.calls.get('storeTile') ?? 0) - before).toBe(1)
  expect(fresh.calls.get('tileFeatures')).toBe(1)
})

test('every dataset with tiles and every tileset has TileJSON that tells its layers', async () => {
  const list = await request(atlas.app).get('/tiles.json')
  const ids: string[] = list.body.tilesets.map(({ id }: { id: string }) => id)
  const expected = DATASETS.filter(({ tiles }) => tiles).map(({ id }) => id)
  expect(ids.sort()).toEqual([...expected, ...Object.keys(TILESETS), 'relief', 'relief-finer'].sort())
  for (const id of ids) {
    const { status, body } = await request(atlas.app).get(`/tiles/${id}.json`)
    expect(status, id).toBe(200)
    expect(body.tilejson).toBe('3.0.0')
    expect(body.tiles[0], id).toMatch(/^\/tiles\//)
    expect(body.minzoom).toBeLessThanOrEqual(body.maxzoom)
    // The list alone is enough to ask for tiles.
    const { tiles, minzoom, maxzoom, bounds, attribution } = body
    const listed = list.body.tilesets.find((tileset: { id: string }) => tileset.id === id)
    expect(listed).toEqual({
      id,
      url: `/tiles/${id}.json`,
      tiles,
      minzoom,
      maxzoom,
      bounds,
      ...(attribution !== undefined && { attribution }),
    })
    if (id.startsWith('relief')) continue
    const members = id in TILESETS ? TILESETS[id as keyof typeof TILESETS] : [id]
    expect(body.vector_layers.map((layer: { id: string }) => layer.id).sort(), id).toEqual([...members].sort())
  }
})

test('a finer relief is described by its own tiles, and drawn in place of the coarse one', async () => {
  const { body } = await request(atlas.app).get('/tiles/relief-finer.json')
  expect(body).toMatchObject({ minzoom: 7, maxzoom: 7, encoding: 'terrarium' })
  // Tile 7/88/53: 360 / 128 degrees wide, from 67.5° E.
  expect(body.bounds[0]).toBeCloseTo(67.5, 9)
  expect(body.bounds[2]).toBeCloseTo(70.3125, 9)
  const picture = await tile(body.tiles[0].replace('{z}/{x}/{y}', '7/88/53'))
  expect(picture.headers['cache-control']).toMatch(/immutable/)
  const { body: style } = await request(atlas.app).get('/style.json')
  const layers: { id: string; minzoom?: number; maxzoom?: number }[] = style.layers
  expect(layers.find(({ id }) => id === 'basemap/relief')?.maxzoom).toBe(7)
  expect(layers.find(({ id }) => id === 'basemap/relief-finer')?.minzoom).toBe(7)
})

test.each(['', '?lang=ur&theme=dark&view=pakistan', '?lang=zh&theme=print&view=china'])(
  'the style %s is valid',
  async (query) => {
    const { status, body } = await request(atlas.app).get(`/style.json${query}`)
    expect(status).toBe(200)
    expect(body.layers.length).toBeGreaterThan(20)
    expect(validateStyleMin(body).map(({ message }) => message)).toEqual([])
  },
)

test('a style that cannot be is a problem', async () => {
  for (const query of ['?lang=fr', '?theme=pink', '?colour=1', '?lang=en&lang=ur']) {
    const answer = await request(atlas.app).get(`/style.json${query}`)
    expect(answer.status, query).toBe(400)
  }
})
