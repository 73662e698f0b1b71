/** The `filter` parameter: list, map and counts agree with each other and with the panel's fields; faults name their place. */
import request from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '#geodata/contract/endpoints.ts'
import { DepositFilter, filterToQuery } from '#geodata/contract/filter.ts'
import { Problem } from '#geodata/contract/problem.ts'
import { choicesToCql2 } from '#geodata/cql2/deposit-filter.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})

async function answers(query: Record<string, string>) {
  const list = await request(atlas.app)
    .get('/api/deposits')
    .query({ ...query, limit: '1000' })
    .expect(200)
  const map = await request(atlas.app).get('/api/deposits/map').query(query).expect(200)
  const facets = await request(atlas.app).get('/api/deposits/facets').query(query).expect(200)
  const { total, deposits } = endpoints.listDeposits.output.parse(list.body)
  return {
    total,
    ids: deposits.map(({ id }) => id).sort(),
    mapIds: endpoints.mapDeposits.output
      .parse(map.body)
      .features.map(({ properties }) => properties.id)
      .sort(),
    facets: endpoints.depositFacets.output.parse(facets.body),
  }
}

describe('the panel and CQL2 are the same', () => {
  test.each([
    { commodity: 'copper,gold', province: 'balochistan' },
    { group: 'base-metals', status: 'operating' },
    { critical: 'yes', resource: 'yes' },
    { resource: 'no', confidence: 'low,medium' },
    { type: 'porphyry' },
  ])('%j', async (fields) => {
    const parsed = DepositFilter.parse(fields)
    const expression = choicesToCql2(parsed)
    if (!expression) throw new Error('the filter asks for nothing')
    const byFields = await answers(Object.fromEntries(filterToQuery(parsed)))
    const byText = await answers({ filter: toText(expression) })
    expect(byFields.ids.length).toBeGreaterThan(0)
    expect(byText.ids).toEqual(byFields.ids)
    expect(byText.mapIds).toEqual(byFields.ids)
    expect(byText.total).toEqual(byFields.total)
    expect(byText.facets.total).toEqual(byFields.total)
  })
})

test('space, attributes and fields hold together', async () => {
  const filter = "S_DWITHIN(geometry, POINT(62.325 25.126), 500, 'km') AND CASEI(name_en) LIKE CASEI('%a%')"
  const both = await answers({ filter, commodity: 'copper' })
  const text = await answers({ filter })
  const copper = await answers({ commodity: 'copper' })
  expect(both.ids.length).toBeGreaterThan(0)
  expect(both.ids).toEqual(text.ids.filter((id) => copper.ids.includes(id)))
  expect(both.mapIds).toEqual(both.ids)
  expect(text.ids.length).toBeGreaterThan(both.ids.length)
})

test.each([
  ['colour = 1', /Unknown property "colour".*at character 1/],
  ["status = 'operating' AND importance >", /found the end.*at character 38/],
  [`${'('.repeat(300)}`, /deeper than 32.*at character 33/],
  ["name_en = ''; DROP TABLE feature; --'", /Unexpected ";".*at character 13/],
])('%s', async (filter, words) => {
  for (const path of ['/api/deposits', '/api/deposits/map', '/api/deposits/facets']) {
    const { body } = await request(atlas.app).get(path).query({ filter }).expect(400)
    const problem = Problem.parse(body)
    expect(problem.errors?.[0]).toMatchObject({ field: 'filter', expected: expect.stringMatching(words) })
  }
})
