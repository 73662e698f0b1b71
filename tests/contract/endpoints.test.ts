/** Every endpoint answers its example as its schema says, and what is asked most often is answered rightly. */
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import type { EndpointId } from '#geodata/contract/endpoints.ts'
import { endpoints } from '#geodata/contract/endpoints.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const ask = (path: string) => request(atlas.app).get(path)

function exampleAddress(id: EndpointId): string {
  const { path, example } = endpoints[id]
  const params = new Map<string, string>(Object.entries(example.params))
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(params.get(name) ?? ''))
  const query = new URLSearchParams(example.query as Record<string, string>).toString()
  return query === '' ? filled : `${filled}?${query}`
}

const ids = Object.keys(endpoints) as EndpointId[]
const byGet = ids.filter((id) => endpoints[id].method === 'GET')

/** Asks by the method of the contract. */
function askExample(id: EndpointId) {
  const { method, example } = endpoints[id]
  return method === 'POST'
    ? request(atlas.app)
        .post(exampleAddress(id))
        .send(example.body ?? {})
    : ask(exampleAddress(id))
}

test.each(ids)('%s answers its example', async (id) => {
  const answer = await askExample(id)
  expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
  expect(endpoints[id].output.safeParse(answer.body).error?.issues).toBeUndefined()
  expect(JSON.stringify(answer.body).length).toBeGreaterThan(40)
})

test.each(byGet)('%s says 304 to one who has the answer', async (id) => {
  const first = await ask(exampleAddress(id))
  expect(first.headers.etag).toBeTruthy()
  const again = await ask(exampleAddress(id)).set('If-None-Match', first.headers.etag ?? '')
  expect(again.status).toBe(304)
  expect(again.text).toBe('')
})

test.each(byGet)('%s answers HEAD without a body', async (id) => {
  const answer = await request(atlas.app).head(exampleAddress(id))
  expect(answer.status).toBe(200)
  expect(answer.text ?? '').toBe('')
})

test('counts, list, map and facets agree under a filter', async () => {
  const filter = 'commodity=copper&province=balochistan'
  const [list, map, facets] = await Promise.all([
    ask(`/api/deposits?${filter}&limit=1000`),
    ask(`/api/deposits/map?${filter}`),
    ask(`/api/deposits/facets?${filter}`),
  ])
  const { total, deposits } = list.body
  expect(deposits.length).toBeGreaterThan(5)
  expect(total.deposits + total.parts).toBe(deposits.length)
  expect(map.body.features.map((f: { properties: { id: string } }) => f.properties.id).sort()).toEqual(
    deposits.map((d: { id: string }) => d.id).sort(),
  )
  expect(facets.body.total).toEqual(total)
  for (const { commodities, province } of deposits) {
    expect(commodities).toContain('copper')
    expect(province).toBe('balochistan')
  }
})

test('statistics count each deposit once', async () => {
  const [statistics, list] = await Promise.all([ask('/api/statistics?by=province'), ask('/api/deposits?limit=1')])
  const rows: { count: { deposits: number; parts: number }; byStatus: Record<string, number> }[] = statistics.body.rows
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  expect(sum(rows.map(({ count }) => count.deposits))).toBe(list.body.total.deposits)
  expect(sum(rows.map(({ count }) => count.parts))).toBe(list.body.total.parts)
  for (const { count, byStatus } of rows) expect(sum(Object.values(byStatus))).toBe(count.deposits)
})

test.each(['Dodar', 'Dudher', 'Duddar', '杜达'])('%s finds Duddar first', async (name) => {
  const { body } = await ask(`/api/search?q=${encodeURIComponent(name)}`)
  expect(body.hits[0].ref).toEqual({ dataset: 'deposits', id: 'duddar' })
})

test('the Chinese name finds Saindak, coordinates find their place', async () => {
  const chinese = await ask(`/api/search?q=${encodeURIComponent('山达克')}`)
  expect(chinese.body.hits[0].ref.id).toMatch(/^saindak/)
  const place = await ask(`/api/search?q=${encodeURIComponent('61.61E 29.25N')}`)
  expect(place.body.position).toEqual([61.61, 29.25])
})

test('a deposit sheet measures to the nearest of each kind', async () => {
  const { body } = await ask('/api/deposits/duddar')
  expect(body.deposit.name.en).toBe('Duddar')
  for (const kind of ['port', 'railway', 'highway', 'grid', 'border']) {
    const { distanceKm, nearestPoint } = body.nearest[kind]
    expect(distanceM(body.position, nearestPoint) / 1000, kind).toBeCloseTo(distanceKm, 3)
  }
  expect(body.nearest.port.ref.dataset).toBe('ports')
  expect(body.nearest.port.facts.country).toBe('Pakistan')
  expect(body.neighbours.length).toBeGreaterThan(3)
  const distances = body.neighbours.map(({ distanceKm }: { distanceKm: number }) => distanceKm)
  expect(distances).toEqual([...distances].sort((a, b) => a - b))
  expect(Object.keys(body.sources).length).toBeGreaterThan(0)
})

test('no port is nearer to a deposit than the one its sheet names', async () => {
  const [sheet, ports] = await Promise.all([ask('/api/deposits/duddar'), ask('/api/features/ports?limit=1000')])
  const distances = ports.body.features
    .filter(
      ({ properties }: { properties: { kind: string; country: string } }) =>
        properties.kind === 'sea port' && properties.country === 'Pakistan',
    )
    .map(({ geometry }: { geometry: { coordinates: [number, number] } }) =>
      distanceM(sheet.body.position, geometry.coordinates),
    )
  expect(distances.length).toBeGreaterThan(1)
  expect(sheet.body.nearest.port.distanceKm * 1000).toBeCloseTo(Math.min(...distances), 0)
})

test('wider bands along a corridor hold more, and the list agrees with them', async () => {
  const { body } = await ask('/api/corridors/cpec-western?withinKm=100')
  const counts = body.bands.map(({ count }: { count: { deposits: number; parts: number } }) => count.deposits)
  expect(counts).toEqual([...counts].sort((a, b) => a - b))
  expect(counts[0]).toBeGreaterThan(0)
  const widest = body.bands.at(-1)
  expect(widest.withinKm).toBe(100)
  expect(body.deposits.length).toBe(widest.count.deposits + widest.count.parts)
  for (const { deposit, distanceKm, nearestPoint } of body.deposits)
    expect(distanceM(deposit.position, nearestPoint) / 1000).toBeCloseTo(distanceKm, 3)
  expect(body.sections.length).toBeGreaterThan(1)
})

test('Gwadar has its draught, its sea lanes and the borders', async () => {
  const { body } = await ask('/api/ports/gwadar')
  expect(body.port.properties.maxDraughtM).toBe(14.5)
  expect(body.seaLanes.length).toBeGreaterThan(3)
  expect(body.borderCrossings.length).toBeGreaterThan(2)
  for (const { distanceKm } of body.nearby) expect(distanceKm).toBeLessThanOrEqual(body.withinKm)
})

test('pages of features join without gap or repetition', async () => {
  const all = await ask('/api/features/airports?limit=1000')
  const ids: string[] = []
  let next: string | null = null
  do {
    const page: { body: { features: { id: string }[]; next: string | null } } = await ask(
      `/api/features/airports?limit=7${next ? `&after=${next}` : ''}`,
    )
    expect(page.body.features.length).toBeLessThanOrEqual(7)
    ids.push(...page.body.features.map(({ id }) => id))
    next = page.body.next
  } while (next !== null)
  expect(ids.length).toBeGreaterThan(100)
  expect(ids).toEqual(all.body.features.map(({ id }: { id: string }) => id))
})

test('what is not there is a problem, not an empty answer', async () => {
  for (const path of [
    '/api/deposits/no-such-deposit',
    '/api/corridors/none',
    '/api/ports/none',
    '/api/features/none/x',
    '/api/features/ports/none',
    '/api/features/none',
    '/api/nearest/none?lon=0&lat=0',
  ]) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers['content-type'], path).toMatch(/^application\/problem\+json/)
    expect(answer.body).toMatchObject({ code: 'not-found', status: 404 })
  }
})
