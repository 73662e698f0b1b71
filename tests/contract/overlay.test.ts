/** The overlay and what is made of it: conditions, scores, summaries; kept in step with both of its sides. */
import request from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { SCORE_TERMS } from '#geodata/contract/questions.ts'
import { proximityScore } from '#geodata/deposit/proximity-score.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'
import { plainFeature } from './storage-world.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})

async function get(path: string) {
  const answer = await request(atlas.app).get(path)
  expect(answer.status, `${path} ${answer.text.slice(0, 300)}`).toBe(200)
  return answer.body
}

describe('overlay', () => {
  test("a planner's question: copper within 100 km of rail and 50 km of grid, outside protected areas", async () => {
    const all = await get('/api/overlay?commodity=copper')
    const { rows, count } = await get('/api/overlay?commodity=copper&within=railway:100,grid:50&beyond=protectedArea:0')
    type Row = { deposit: { id: string }; nearest: Record<string, { distanceKm: number } | null> }
    const km = (row: Row, kind: string) => row.nearest[kind]?.distanceKm ?? Number.NaN
    const brute = all.rows.filter(
      (row: Row) => km(row, 'railway') <= 100 && km(row, 'grid') <= 50 && km(row, 'protectedArea') > 0,
    )
    expect(rows).toEqual(brute)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.length).toBeLessThan(all.rows.length)
    expect(count.deposits + count.parts).toBe(rows.length)
  })

  test('its rows are those of the deposit sheets', async () => {
    const { rows } = await get('/api/overlay?commodity=zinc')
    for (const { deposit, nearest } of rows.slice(0, 5)) {
      const sheet = await get(`/api/deposits/${deposit.id}`)
      for (const kind of Object.keys(sheet.nearest)) expect(nearest[kind]).toEqual(sheet.nearest[kind])
    }
  })

  test('a new port and a moved deposit change exactly the rows they should, and nothing stale is told', async () => {
    const before = await get('/api/overlay')
    const {
      rows: [first],
    } = before
    const [lon, lat] = first.deposit.position
    const port = plainFeature(
      'test-port',
      { type: 'Point', coordinates: [lon + 0.01, lat] },
      { kind: 'sea port', country: 'Pakistan' },
    )
    await atlas.storage.putFeature('ports', port)
    const after = await get('/api/overlay')
    expect(after.rows[0].nearest.port.ref.id).toBe('test-port')
    expect((await get(`/api/deposits/${first.deposit.id}`)).nearest.port.ref.id).toBe('test-port')
    expect({ ...after.rows[0].nearest, port: null }).toEqual({ ...first.nearest, port: null })
    await atlas.storage.removeFeature({ dataset: 'ports', id: 'test-port' })
    expect(await get('/api/overlay')).toEqual(before)

    const feature = await atlas.storage.deposit(first.deposit.id)
    if (!feature) throw new Error('the deposit is there')
    await atlas.storage.putFeature('deposits', { ...feature, geometry: { type: 'Point', coordinates: [lon + 1, lat] } })
    const moved = await get('/api/overlay')
    expect(moved.rows[0].nearest.railway.distanceKm).not.toBe(first.nearest.railway.distanceKm)
    expect(moved.rows.slice(1)).toEqual(before.rows.slice(1))
    await atlas.storage.putFeature('deposits', feature)
    expect(await get('/api/overlay')).toEqual(before)
  })
})

test('scores are those of the formula over the overlay, highest first', async () => {
  const { rows } = await get('/api/scores?commodity=copper&railway=3&port=0')
  const weights = { highway: 1, railway: 3, grid: 1, port: 0, river: 1, settlement: 1 }
  const overlay = await get('/api/overlay?commodity=copper')
  const scores = overlay.rows
    .map(({ nearest }: { nearest: Record<string, { distanceKm: number } | null> }) => {
      const away = Object.fromEntries(SCORE_TERMS.map((kind) => [kind, nearest[kind]?.distanceKm ?? null]))
      return proximityScore(away as Parameters<typeof proximityScore>[0], weights).score
    })
    .sort((a: number, b: number) => b - a)
  expect(rows.map(({ score }: { score: number }) => score)).toEqual(scores)
  expect(rows[0].terms.map(({ kind }: { kind: string }) => kind)).toEqual([...SCORE_TERMS])
})

test.each(['province', 'district', 'band', 'hexagon'])('summaries by %s count each deposit once', async (by) => {
  const { total, rows } = await get(`/api/summary?by=${by}`)
  const sum = (of: (row: { count: { deposits: number; parts: number } }) => number) =>
    rows.reduce((all: number, row: { count: { deposits: number; parts: number } }) => all + of(row), 0)
  expect(sum(({ count }) => count.deposits)).toBe(total.count.deposits)
  expect(sum(({ count }) => count.parts)).toBe(total.count.parts)
  const list = await get('/api/deposits?limit=1')
  expect(total.count).toEqual(list.total)
  for (const { commodity, category, tonnes } of total.metal) {
    type Metal = { commodity: string; category: string; tonnes: number }
    const own = rows.flatMap(({ metal }: { metal: Metal[] }) =>
      metal.filter((one) => one.commodity === commodity && one.category === category),
    )
    expect(own.reduce((all: number, one: Metal) => all + one.tonnes, 0)).toBeCloseTo(tonnes, 0)
  }
  for (const row of rows) expect(row.area === null).toBe(by !== 'hexagon')
})
