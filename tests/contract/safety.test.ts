/** Bad input, poisoned headers and too much of everything meet a problem, never a failure, a stack or an echo of markup. */
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { type EndpointId, endpoints } from '#geodata/contract/endpoints.ts'
import { Problem } from '#geodata/contract/problem.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})

const ids = Object.keys(endpoints) as EndpointId[]
const byGet = ids.filter((id) => endpoints[id].method === 'GET')
const byPost = ids.filter((id) => endpoints[id].method === 'POST')

/** A request by the method of the contract, with the body of the example where there is one. */
function asked(id: EndpointId, address: string) {
  const { method, example } = endpoints[id]
  return method === 'POST'
    ? request(atlas.app)
        .post(address)
        .send(example.body ?? {})
    : request(atlas.app).get(address)
}
const SCRIPT = '<script>alert(1)</script>'
const TEN_KB = 'a'.repeat(10_240)

/** What a hostile or broken client puts in a query. */
const BAD_VALUES: Readonly<Record<string, readonly string[]>> = {
  limit: ['1e9', '1000000000', '-1', '1.5', 'NaN', '', '0', 'Infinity', '0x10', SCRIPT],
  offset: ['-1', '1e9', 'NaN', ''],
  withinKm: ['0', '-5', '1e9', '100000', 'NaN'],
  bbox: ['70,30,60,20', '0,0,0', '1,2,3,x', '', 'NaN,NaN,NaN,NaN', '-181,0,0,0', '0,0,181,91', SCRIPT],
  lon: ['', '181', 'NaN', '1e2', SCRIPT],
  lat: ['', '91', 'NaN', '-90.1'],
  by: ['continent', '', SCRIPT],
  sort: ['__proto__', 'id; DROP TABLE deposit', SCRIPT],
  commodity: ['unobtainium', '', ',', 'copper,', SCRIPT, "copper' OR 1=1 --"],
  province: ['atlantis', SCRIPT],
  after: ['../x', ' ', SCRIPT],
  q: ['', 'x'.repeat(201)],
  lang: ['fr', SCRIPT],
}
const BAD_NAMES = [
  '..',
  '../../etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%00',
  'a%00b',
  '%E0%A4%A',
  TEN_KB,
  encodeURIComponent(SCRIPT),
  '__proto__',
  'constructor',
]

interface Answer {
  status: number
  headers: Record<string, string>
  text: string
  body: unknown
}

function expectSafe(answer: Answer, what: string): void {
  expect(answer.status, `${what}: ${answer.text?.slice(0, 200)}`).toBeLessThan(500)
  expect(answer.text ?? '', what).not.toMatch(/\bat \S+ \(|node_modules|SqliteError|SELECT |\/server\//)
  expect(answer.headers['x-content-type-options'], what).toBe('nosniff')
  expect(answer.headers['content-security-policy'], what).toMatch(/default-src 'none'/)
  expect(answer.headers['x-request-id'], what).toBeTruthy()
  expect(answer.headers['x-powered-by'], what).toBeUndefined()
  if (answer.status >= 400) {
    expect(answer.headers['content-type'], what).toMatch(/^application\/problem\+json/)
    expect(Problem.safeParse(answer.body).success, what).toBe(true)
  }
  // Text of a reader may come back as JSON, never as a document.
  if ((answer.text ?? '').includes(SCRIPT)) expect(answer.headers['content-type'], what).toMatch(/json/)
}

function address(id: EndpointId, query: Record<string, string>, name?: string): string {
  const { path, example } = endpoints[id]
  const params = new Map<string, string>(Object.entries(example.params))
  const first = /:(\w+)/.exec(path)?.[1]
  const filled = path.replace(/:(\w+)/g, (_, key) => (key === first ? name : undefined) ?? params.get(key) ?? '')
  return `${filled}?${new URLSearchParams({ ...(example.query as Record<string, string>), ...query })}`
}

test.each(ids)('%s refuses bad values by name', async (id) => {
  const known = new Set(Object.keys((endpoints[id].query as { shape?: object }).shape ?? {}))
  for (const [parameter, values] of Object.entries(BAD_VALUES))
    for (const value of values) {
      const answer = await asked(id, address(id, { [parameter]: value }))
      expectSafe(answer, `${id} ${parameter}=${value}`)
      expect(answer.status, `${id} ${parameter}=${value}`).toBe(400)
      expect(answer.body.code).toBe(known.has(parameter) ? 'invalid-request' : 'unknown-parameter')
      expect(answer.body.errors[0].field).toBe(parameter)
    }
})

test.each(ids)('%s refuses unknown and repeated parameters', async (id) => {
  const unknown = await asked(id, address(id, { colour: SCRIPT }))
  expectSafe(unknown, id)
  expect(unknown.body.code).toBe('unknown-parameter')
  const base = address(id, {})
  for (const name of Object.keys((endpoints[id].query as { shape?: object }).shape ?? {})) {
    const twice = await asked(id, `${base}&${name}=1&${name}=2`)
    expectSafe(twice, `${id} ${name} twice`)
    expect(twice.status, `${id} ${name} twice`).toBe(400)
  }
  expectSafe(await asked(id, `${base}&__proto__=1`), `${id} __proto__`)
})

test.each(ids.filter((id) => endpoints[id].path.includes(':')))('%s refuses bad names', async (id) => {
  for (const name of BAD_NAMES) {
    const answer = await request(atlas.app).get(address(id, {}, name))
    expectSafe(answer, `${id} ${name.slice(0, 40)}`)
    expect([400, 404, 414], `${id} ${name.slice(0, 40)}`).toContain(answer.status)
    const asId = await request(atlas.app).get(`/api/features/ports/${name}`)
    expectSafe(asId, `an id ${name.slice(0, 40)}`)
    expect([400, 404, 414], `an id ${name.slice(0, 40)}`).toContain(asId.status)
  }
})

test('the whole world and a box without extent are boxes', async () => {
  for (const bbox of ['-180,-90,180,90', '62.3,25.1,62.3,25.1'])
    for (const dataset of ['ports', 'districts', 'roads']) {
      const answer = await request(atlas.app).get(`/api/features/${dataset}?bbox=${bbox}&limit=1000`)
      expectSafe(answer, `${dataset} ${bbox}`)
      expect(answer.status).toBe(200)
      expect(answer.body.features.length).toBeLessThanOrEqual(1000)
    }
})

test.each(byGet)('%s answers nothing but GET, HEAD and OPTIONS, and reads no body', async (id) => {
  for (const method of ['post', 'put', 'patch', 'delete'] as const) {
    const answer = await request(atlas.app)[method](address(id, {})).send({ x: SCRIPT })
    expectSafe(answer, `${method} ${id}`)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, OPTIONS')
  }
  const body = await request(atlas.app).get(address(id, {})).send('x'.repeat(100_000))
  expectSafe(body, `${id} with a body`)
  expect(body.status).toBe(413)
  const options = await request(atlas.app).options(address(id, {}))
  expect(options.status).toBe(204)
  expect(options.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
})

test.each(byPost)('%s answers nothing but POST and OPTIONS', async (id) => {
  for (const method of ['get', 'put', 'patch', 'delete'] as const) {
    const answer = await request(atlas.app)[method](address(id, {}))
    expectSafe(answer, `${method} ${id}`)
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('POST, OPTIONS')
  }
  const options = await request(atlas.app).options(address(id, {}))
  expect(options.status).toBe(204)
  expect(options.headers['access-control-allow-methods']).toBe('POST, OPTIONS')
  expect(options.headers['access-control-allow-headers']).toContain('Content-Type')
})

/** What a hostile or broken client puts in a body, and the problem that answers it. */
const BAD_BODIES: readonly (readonly [what: string, type: string, body: string | Buffer, status: number])[] = [
  ['no JSON', 'application/json', '{"place":', 400],
  ['nothing', 'application/json', '', 400],
  ['a list', 'application/json', '[]', 400],
  ['null', 'application/json', 'null', 400],
  ['a number', 'application/json', '1e999', 400],
  ['a form', 'application/x-www-form-urlencoded', 'a=1', 400],
  ['broken UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
  ['deep nesting', 'application/json', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 400],
  ['a prototype', 'application/json', '{"__proto__":{"x":1}}', 400],
  ['too much', 'application/json', `"${'x'.repeat(600_000)}"`, 413],
  ['markup', 'application/json', JSON.stringify({ [SCRIPT]: SCRIPT }), 400],
]

test.each(byPost)('%s refuses what is no question', async (id) => {
  for (const [what, type, body, status] of BAD_BODIES) {
    const answer = await request(atlas.app).post(address(id, {})).set('Content-Type', type).send(body)
    expectSafe(answer, `${id} ${what}`)
    expect(answer.status, `${id} ${what}`).toBe(status)
  }
  const packed = await request(atlas.app)
    .post(address(id, {}))
    .set({ 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    .send('{}')
  expectSafe(packed, `${id} compressed`)
  expect(packed.status).toBe(400)
})

const DOCUMENTS = [
  '/',
  '/tiles.json',
  '/tiles/deposits.json',
  '/style.json',
  '/openapi.json',
  '/docs',
  '/health/live',
  '/health/ready',
  '/metrics',
  '/nowhere',
  '/fonts/none.woff2',
  '/assets/../package.json',
  '/tiles/deposits/5/21/13.mvt',
]

test.each(DOCUMENTS)('%s keeps the headers and knows no other host', async (path) => {
  const answer = await request(atlas.app).get(path).set({
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'host=evil.example',
  })
  expectSafe(answer, path)
  expect(answer.text ?? '').not.toContain('evil.example')
  expect(JSON.stringify(answer.headers)).not.toContain('evil.example')
})

test('the public address comes from the settings', async () => {
  const { app } = await openAtlas(['--public-url', 'https://atlas.example/'], atlas.storage)
  const tiles = await request(app).get('/tiles/deposits.json').set('Host', 'evil.example')
  expect(tiles.body.tiles[0]).toMatch(/^https:\/\/atlas\.example\/tiles\/deposits\//)
  expect(tiles.headers['strict-transport-security']).toBeTruthy()
  const datasets = await request(app).get('/api/datasets')
  expect(datasets.body.datasets[0].tiles.url).toMatch(/^https:\/\/atlas\.example\/tiles\//)
})

test('too many parameters and too long an address are refused', async () => {
  const many = await request(atlas.app).get(`/api/deposits?${'a=1&'.repeat(100)}`)
  expectSafe(many, 'many')
  expect(many.status).toBe(400)
  const long = await request(atlas.app).get(`/api/search?q=${TEN_KB}`)
  expectSafe(long, 'long')
  expect(long.status).toBe(414)
})

test('questions beyond the rate are told when to come back; health and tiles are not counted', async () => {
  const { app } = await openAtlas(['--rate-limit', '3'], atlas.storage)
  const statuses: number[] = []
  for (let turn = 0; turn < 5; turn++) statuses.push((await request(app).get('/api/corridors')).status)
  expect(statuses).toEqual([200, 200, 200, 429, 429])
  const refused = await request(app).get('/api/corridors')
  expectSafe(refused, 'rate')
  expect(refused.headers['retry-after']).toBeTruthy()
  expect((await request(app).get('/health/live')).status).toBe(200)
  expect((await request(app).get('/tiles/deposits/5/21/13.mvt')).status).toBe(200)
})

test('only the origins of the settings may read', async () => {
  const { app } = await openAtlas(['--cors-origins', 'https://ministry.example'], atlas.storage)
  const allowed = await request(app).get('/api/corridors').set('Origin', 'https://ministry.example')
  const other = await request(app).get('/api/corridors').set('Origin', 'https://evil.example')
  expect(allowed.headers['access-control-allow-origin']).toBe('https://ministry.example')
  expect(other.headers['access-control-allow-origin']).toBeUndefined()
  expect(other.headers.vary).toMatch(/Origin/)
})

test('a store that fails is a problem with a reference and without its words', async () => {
  const broken = new Proxy(atlas.storage, {
    get(target, name, receiver) {
      const isAsked = ['countDeposits', 'searchCandidates', 'tileFeatures', 'ping'].includes(String(name))
      return isAsked
        ? async () => Promise.reject(new Error('SQLITE_IOERR: disk I/O error'))
        : Reflect.get(target, name, receiver)
    },
  })
  const { app } = await openAtlas([], broken)
  for (const path of ['/api/deposits', '/api/search?q=Saindak', '/tiles/deposits/6/43/26.mvt', '/health/ready']) {
    const answer = await request(app).get(path)
    expect([500, 503], path).toContain(answer.status)
    expect(Problem.parse(answer.body).requestId).toBe(answer.headers['x-request-id'])
    expect(answer.text).not.toMatch(/SQLITE|disk|\bat \S+ \(/i)
  }
  expect((await request(app).get('/health/live')).status).toBe(200)
})
