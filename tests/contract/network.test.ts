/** Questions about the network by HTTP: laws that hold whatever the data, and problems that say what is in the way. */
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const ask = (path: string) => request(atlas.app).get(path)
const route = async (query: string) => (await ask(`/api/routes?${query}`).expect(200)).body.routes

interface Split {
  [part: string]: number
}
interface LegLike {
  lengthKm: number
  timeH: number
  co2KgPerTonne: number
  split: Split
  costUsdPerTonne: { low: number; base: number; high: number }
}
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)

test('legs and purposes add up to the route; low, base and high are in order', async () => {
  const [best] = await route('from=deposits/saindak&to=ports/gwadar')
  const legs: LegLike[] = best.legs
  expect(sum(legs.map((leg) => leg.lengthKm))).toBeCloseTo(best.lengthKm, 6)
  expect(sum(legs.map((leg) => leg.timeH))).toBeCloseTo(best.timeH, 6)
  expect(sum(legs.map((leg) => leg.co2KgPerTonne))).toBeCloseTo(best.co2KgPerTonne, 6)
  expect(sum(legs.map((leg) => leg.costUsdPerTonne.base))).toBeCloseTo(best.costUsdPerTonne.base, 6)
  expect(sum(Object.values(best.split as Split))).toBeCloseTo(best.costUsdPerTonne.base, 6)
  const { low, base, high } = best.costUsdPerTonne
  expect(low).toBeLessThanOrEqual(base)
  expect(base).toBeLessThanOrEqual(high)
})

test('each criterion is best by its own measure', async () => {
  const by = async (criterion: string) => (await route(`from=deposits/saindak&to=ports/karachi&by=${criterion}`))[0]
  const [cost, time, distance, co2] = await Promise.all(['cost', 'time', 'distance', 'co2'].map(by))
  for (const other of [time, distance, co2])
    expect(cost.costUsdPerTonne.base).toBeLessThanOrEqual(other.costUsdPerTonne.base + 1e-9)
  for (const other of [cost, distance, co2]) expect(time.timeH).toBeLessThanOrEqual(other.timeH + 1e-9)
  for (const other of [cost, time, co2]) expect(distance.lengthKm).toBeLessThanOrEqual(other.lengthKm + 1e-9)
  for (const other of [cost, time, distance]) expect(co2.co2KgPerTonne).toBeLessThanOrEqual(other.co2KgPerTonne + 1e-9)
})

test('alternatives are no cheaper than the best', async () => {
  const routes: LegLike[] = await route('from=deposits/saindak&to=ports/gwadar&alternatives=4')
  const costs = routes.map(({ costUsdPerTonne }) => costUsdPerTonne.base)
  expect(costs.length).toBeGreaterThan(1)
  expect(costs).toEqual([...costs].sort((a, b) => a - b))
})

test('a port by sea is reached from land through a port, and the largest ship is named', async () => {
  const [best] = await route('from=deposits/saindak&to=ports/lianyungang')
  const modes = best.legs.map(({ mode }: { mode: string }) => mode)
  expect(modes).toContain('sea')
  expect(best.split.port).toBeGreaterThan(0)
  expect(best.legs.find(({ mode }: { mode: string }) => mode === 'sea').shipDwt).toBeGreaterThan(10_000)
})

test('where no way leads, the problem says which gap and what would open a way', async () => {
  const answer = await ask('/api/routes?from=deposits/saindak&to=ports/shanghai&modes=road')
  expect(answer.status).toBe(404)
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.body.code).toBe('no-route')
  expect(answer.body.detail).toMatch(/km in a straight line/)
  expect(answer.body.errors.map(({ field }: { field: string }) => field)).toContain('modes')
  const ocean = await ask('/api/routes?from=10,-40&to=ports/karachi')
  expect(ocean.body.code).toBe('no-route')
  expect(ocean.body.detail).toContain('10, -40')
})

test('bad places, months, modes and rates are refused by name', async () => {
  const bad = {
    from: 'nowhere',
    to: '91,91,1',
    month: '13',
    modes: 'road,air',
    status: 'closed',
    by: 'beauty',
    alternatives: '6',
    set: 'roadRate:-1',
    close: ',',
  }
  for (const [name, value] of Object.entries(bad)) {
    const query = new URLSearchParams({ from: 'deposits/saindak', to: 'ports/gwadar', [name]: value })
    const answer = await ask(`/api/routes?${query}`)
    expect(answer.status, name).toBe(400)
    expect(answer.body.errors[0].field).toBe(name)
  }
  expect((await ask('/api/routes?from=deposits/none&to=ports/gwadar')).status).toBe(404)
})

test('a dearer rate raises the cost, a scenario of nothing changes nothing, closing N-25 never helps', async () => {
  const [usual] = await route('from=deposits/duddar&to=ports/karachi')
  const [dear] = await route('from=deposits/duddar&to=ports/karachi&set=roadRate:0.08')
  expect(dear.costUsdPerTonne.base).toBeGreaterThan(usual.costUsdPerTonne.base)
  const scenario = (body: object) => request(atlas.app).post('/api/scenario').send(body).expect(200)
  const nothing = await scenario({ changes: [] })
  expect(nothing.body.rows.length).toBeGreaterThan(50)
  for (const { before, after, isRouteChanged } of nothing.body.rows) {
    expect(after).toEqual(before)
    expect(isRouteChanged).toBe(false)
  }
  const closed = await scenario({ changes: [{ kind: 'close-reference', reference: 'N-25' }] })
  expect(closed.body.effects[0].edges).toBeGreaterThan(0)
  const changes: number[] = closed.body.rows.flatMap(
    ({ costChange }: { costChange: number | null }) => costChange ?? [],
  )
  for (const change of changes) expect(change).toBeGreaterThanOrEqual(-1e-9)
  expect(changes.some((change) => change > 0)).toBe(true)
})

test('the matrix names the cheapest destination of each deposit', async () => {
  const { body } = await ask('/api/matrix?commodity=copper&to=ports/gwadar;ports/karachi;ports/port-qasim').expect(200)
  expect(body.rows.length).toBeGreaterThan(3)
  for (const { cells, best } of body.rows) {
    const costs = cells.map((cell: LegLike | null) => cell?.costUsdPerTonne.base ?? Number.POSITIVE_INFINITY)
    if (best !== null) expect(costs[best]).toBe(Math.min(...costs))
  }
})

test('every assumption has its range and source, and memory is marked', async () => {
  const { body } = await ask('/api/assumptions').expect(200)
  const byKey = new Map(body.assumptions.map((one: { key: string }) => [one.key, one]))
  expect(byKey.get('truckPayload')).toMatchObject({ isFromMemory: false, confidence: 'high', value: { base: 24 } })
  expect(byKey.get('roadRate')).toMatchObject({ isFromMemory: true, confidence: 'low', value: { base: 0.04 } })
  for (const { value, source } of body.assumptions) {
    expect(value.low).toBeLessThanOrEqual(value.base)
    expect(value.base).toBeLessThanOrEqual(value.high)
    expect(source.length).toBeGreaterThan(3)
  }
})
