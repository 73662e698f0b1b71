/** A CQL2 filter on the deposit endpoints: same answers as the choices that say the same, refusals with their place. */
import { createServer, type Server } from 'node:http'
import request from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { DepositChoices, FACETS } from '#geodata/contract/filter.ts'
import { choicesToCql2 } from '#geodata/cql2/deposit-filter.ts'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { openAtlas } from './atlas-app.ts'

let server: Server
beforeAll(async () => {
  server = createServer({ maxHeaderSize: 65_536 }, (await openAtlas()).app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
})
const ask = (path: string, query: Record<string, string>) => request(server).get(path).query(query)
const dataset = DATASETS.find(({ id }) => id === 'deposits')
if (!dataset) throw new Error('the catalogue has deposits')
const everything = readFeatures(dataset)
const idsOf = (deposits: { id: string }[]) => deposits.map(({ id }) => id).sort()

test('each choice of each facet says the same as its condition, on the real deposits', async () => {
  const { body } = await ask('/api/deposits/facets', {})
  let compared = 0
  for (const facet of FACETS)
    for (const { value } of body.facets[facet].slice(0, 12)) {
      const condition = choicesToCql2(DepositChoices.parse({ [facet]: value }))
      const filter = condition ? toText(condition) : ''
      const [byChoice, byFilter] = await Promise.all([
        ask('/api/deposits', { [facet]: value, limit: '1000' }),
        ask('/api/deposits', { filter, limit: '1000' }),
      ])
      expect(byFilter.body, filter).toEqual(byChoice.body)
      compared++
    }
  expect(compared).toBeGreaterThan(60)
})

describe('a filter', () => {
  test.each([
    "S_DWITHIN(geometry, POINT(66.6 27.8), 200, 'km') AND importance > 1",
    "NOT (commodities IN ('copper', 'gold', 'coal')) AND resource_tonnageMt > positionAccuracyKm * 2",
    "CASEI(name_en) LIKE CASEI('%DIK%') OR name_ur IS NULL",
    'S_WITHIN(geometry, POLYGON((61 24, 67 24, 67 31, 61 31, 61 24))) OR startYear BETWEEN 1950 AND 1990',
  ])('%s: list, map, facets and statistics agree with a scan of the data file', async (filter) => {
    const queryables = queryablesOf(dataset)
    const wanted = everything.filter(matcher(readFilter(filter, queryables), queryables))
    expect(wanted.length).toBeGreaterThan(0)
    expect(wanted.length).toBeLessThan(everything.length)
    const [list, map, facets, statistics] = await Promise.all([
      ask('/api/deposits', { filter, limit: '1000' }),
      ask('/api/deposits/map', { filter }),
      ask('/api/deposits/facets', { filter }),
      ask('/api/statistics', { filter, by: 'province' }),
    ])
    expect(idsOf(list.body.deposits)).toEqual(idsOf(wanted))
    expect(idsOf(map.body.features.map(({ properties }: { properties: { id: string } }) => properties))).toEqual(
      idsOf(wanted),
    )
    expect(list.body.total.deposits + list.body.total.parts).toBe(wanted.length)
    expect(facets.body.total).toEqual(list.body.total)
    const counted = statistics.body.rows.reduce(
      (sum: number, { count }: { count: { deposits: number; parts: number } }) => sum + count.deposits + count.parts,
      0,
    )
    expect(counted).toBe(wanted.length)
  })

  test('may be JSON, which says the same', async () => {
    const json = JSON.stringify({
      op: 'and',
      args: [
        { op: '>=', args: [{ property: 'importance' }, 3] },
        { op: 'like', args: [{ property: 'name_en' }, 'S%'] },
      ],
    })
    const [byJson, byText] = await Promise.all([
      ask('/api/deposits', { filter: json, limit: '1000' }),
      ask('/api/deposits', { filter: "importance >= 3 AND name_en LIKE 'S%'", limit: '1000' }),
    ])
    expect(byJson.body).toEqual(byText.body)
    expect(byText.body.deposits.length).toBeGreaterThan(0)
    const refused = await ask('/api/deposits', { filter: '{"op":"=","args":[{"property":"hight"},1]}' })
    expect(refused.body.errors[0]).toMatchObject({ field: 'filter', pointer: '/args/0' })
  })

  test('counts for every question about deposits: summary, overlay, scores, near, within, band, export', async () => {
    const filter = 'importance >= 3 AND S_WITHIN(geometry, BBOX(60, 24, 70, 31))'
    const ids = idsOf((await ask('/api/deposits', { filter, limit: '1000' })).body.deposits)
    expect(ids.length).toBeGreaterThan(3)
    const total = (await ask('/api/deposits', { filter })).body.total
    const summary = await ask('/api/summary', { filter, by: 'province' })
    expect(summary.body.total.count).toEqual(total)
    for (const path of ['/api/overlay', '/api/scores']) {
      const { body } = await ask(path, { filter })
      expect(idsOf(body.rows.map(({ deposit }: { deposit: { id: string } }) => deposit)), path).toEqual(ids)
    }
    const area = { kind: 'box', bbox: [55, 20, 80, 40] }
    const place = { kind: 'shape', geometry: { type: 'Point', coordinates: [66, 29] } }
    const common = { datasets: ['deposits'], limit: 1000, filter: { filter } }
    for (const [path, body] of [
      ['/api/within', { area, ...common }],
      ['/api/near', { place, ...common }],
    ] as const) {
      const answer = await request(server).post(path).send(body)
      expect(answer.status, JSON.stringify(answer.body).slice(0, 300)).toBe(200)
      expect(idsOf(answer.body.features.map(({ ref }: { ref: { id: string } }) => ref)), path).toEqual(ids)
    }
    const plan = await ask('/api/export/deposits', { filter })
    expect(plan.body.featureCount).toBe(ids.length)
  })

  test('of 16 kB fits into an address, and not one byte more', async () => {
    const padded = (bytes: number) => {
      const head = "importance >= 3 OR name_en = '"
      return `${head}${'x'.repeat(bytes - head.length - 1)}'`
    }
    expect((await ask('/api/deposits', { filter: padded(16_384) })).status).toBe(200)
    expect((await ask('/api/deposits', { filter: padded(16_385) })).status).toBe(400)
  })

  test('holds beside the choices', async () => {
    const filter = 'importance >= 3'
    const both = await ask('/api/deposits', { filter, commodity: 'copper', limit: '1000' })
    const alone = await ask('/api/deposits', { commodity: 'copper', limit: '1000' })
    expect(both.body.deposits.length).toBeLessThan(alone.body.deposits.length)
    expect(both.body.deposits).toEqual(
      alone.body.deposits.filter(({ importance }: { importance: number }) => importance >= 3),
    )
  })

  test.each([
    ['importance >', 12, 'end of the filter'],
    ["importance > 'a'", 0, 'cannot be compared'],
    ['hight > 5', 0, 'no property ‘hight’'],
    ['S_WITHIN(geometry, POLYGON((61 24, 67 31, 67 24, 61 31, 61 24)))', 19, 'crosses or touches itself'],
    ["name_en = ''; DROP TABLE deposit; --'", 12, 'no meaning'],
  ])('%s is refused with its place', async (filter, position, words) => {
    for (const path of ['/api/deposits', '/api/deposits/map', '/api/deposits/facets']) {
      const answer = await ask(path, { filter })
      expect(answer.status).toBe(400)
      expect(answer.body.code).toBe('invalid-request')
      expect(answer.body.errors[0]).toMatchObject({ field: 'filter', position })
      expect(answer.body.detail).toContain(words)
    }
  })
})
