/** A CQL2 filter on the deposit endpoints: same answers as the choices that say the same, refusals with their place. */
import request from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import { DepositChoices, FACETS } from '#geodata/contract/filter.ts'
import { choicesToCql2 } from '#geodata/cql2/deposit-filter.ts'
import { evaluate } from '#geodata/cql2/evaluate.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const ask = (path: string, query: Record<string, string>) => request(atlas.app).get(path).query(query)
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
    const { expression } = readFilter(filter, queryablesOf(dataset))
    const wanted = everything.filter((each) => evaluate(expression, each, queryablesOf(dataset)) === true)
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
    ["importance > 'a'", 13, 'cannot be compared'],
    ['hight > 5', 0, 'no property hight'],
    ['S_WITHIN(geometry, POLYGON((61 24, 67 31, 67 24, 61 31, 61 24)))', 19, 'self-intersection'],
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
