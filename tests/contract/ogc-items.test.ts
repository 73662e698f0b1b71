/** OGC API Features, Part 1, Core: pages of features and single features, one test for each abstract test, named by its id. */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { Geometry } from '#geodata/contract/geo.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import { type FeatureJson, LinkJson, type OgcClient, openOgc, pathOf } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})

interface ParameterJson {
  name: string
  in: string
  required: boolean
  schema: Record<string, unknown>
  style?: string
  explode?: boolean
}
async function itemsParameter(name: string): Promise<ParameterJson> {
  const api = await ogc.json('/api')
  const paths = api.paths as Record<string, { get: { parameters: ParameterJson[] } }>
  const found = paths['/collections/{collectionId}/items']?.get.parameters.find((one) => one.name === name)
  if (!found) throw new Error(`the document has no parameter ${name}`)
  return found
}

const linksOf = (json: Record<string, unknown>) => z.array(LinkJson).parse(json.links)

test('/conf/core/fc-op', async () => {
  for (const { id } of DATASETS) {
    const answer = await ogc.get(`/collections/${id}/items?limit=1`)
    expect(answer.status, id).toBe(200)
    expect(answer.headers['content-type'], id).toBe('application/geo+json')
  }
})

test('/conf/core/fc-response', async () => {
  for (const { id, featureCount } of await ogc.collections()) {
    const page = await ogc.items(id, { limit: 3 })
    expect(page.numberMatched, id).toBe(featureCount)
    expect(page.features.length, id).toBe(Math.min(3, featureCount))
  }
  const { features } = await ogc.items('deposits', { status: 'exploration', limit: 1000 })
  expect(features.length).toBeGreaterThan(5)
  expect(features.every(({ properties }) => properties.status === 'exploration')).toBe(true)
})

test('/conf/core/fc-limit-definition', async () => {
  const { schema, ...limit } = await itemsParameter('limit')
  expect(limit).toMatchObject({ in: 'query', required: false, style: 'form', explode: false })
  expect(schema).toMatchObject({ type: 'integer', minimum: 1, maximum: 1000, default: 100 })
})

test('/conf/core/fc-limit-response', async () => {
  for (const limit of [1, 7, 100]) expect((await ogc.items('airports', { limit })).features).toHaveLength(limit)
  expect((await ogc.items('airports')).features).toHaveLength(100)
  // Above the maximum it is cut, not refused.
  expect((await ogc.items('roads', { limit: 1_000_000_000_000 })).features).toHaveLength(1000)
})

test('/conf/core/fc-bbox-definition', async () => {
  const { schema, ...bbox } = await itemsParameter('bbox')
  expect(bbox).toMatchObject({ in: 'query', required: false, style: 'form', explode: false })
  expect(schema).toMatchObject({ type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } })
})

function expectInBoxes(features: readonly FeatureJson[], all: readonly FeatureJson[], boxes: number[][]): void {
  const meets = ({ geometry }: FeatureJson) =>
    geometry === null ||
    boxes.some(([west = 0, south = 0, east = 0, north = 0]) =>
      meetsBox(Geometry.parse(geometry), [west, south, east, north]),
    )
  expect(features.map(({ id }) => id)).toEqual(all.filter(meets).map(({ id }) => id))
}

test('/conf/core/fc-bbox-response', async () => {
  for (const id of ['deposits', 'rivers', 'corridors', 'districts', 'water-works', 'institutions', 'sea-lanes']) {
    const all = await ogc.all(id)
    for (const box of [
      [64, 25, 67.5, 29.5],
      [66.9, 24.8, 67.1, 25],
      [69, 30, 69, 30],
    ]) {
      expectInBoxes(await ogc.all(id, { bbox: box.join(',') }), all, [box])
      const [west, south, east, north] = box
      expectInBoxes(await ogc.all(id, { bbox: [west, south, -100, east, north, 9000].join(',') }), all, [box])
    }
  }
  // Over the antimeridian: the Aleutians and Fiji, not the middle of the world.
  const countries = await ogc.all('countries')
  const crossing = await ogc.all('countries', { bbox: '170,-20,-170,60' })
  expectInBoxes(crossing, countries, [
    [170, -20, 180, 60],
    [-180, -20, -170, 60],
  ])
  expect(crossing.length).toBeGreaterThan(1)
  expect(crossing.length).toBeLessThan(countries.length / 4)
})

test('/conf/core/fc-time-definition', async () => {
  const { schema, ...datetime } = await itemsParameter('datetime')
  expect(datetime).toMatchObject({ in: 'query', required: false, style: 'form', explode: false })
  expect(schema).toMatchObject({ type: 'string' })
})

test('/conf/core/fc-time-response', async () => {
  const all = await ogc.all('earthquakes')
  const dateOf = ({ properties }: FeatureJson) => String(properties.date)
  expect(all.every((feature) => /^\d{4}-\d{2}-\d{2}$/.test(dateOf(feature)))).toBe(true)
  const cases: [string, (date: string) => boolean][] = [
    ['2005-10-08T12:00:00Z', (date) => date === '2005-10-08'],
    ['2005-10-08', (date) => date === '2005-10-08'],
    ['2000-01-01/2013-09-24', (date) => date >= '2000-01-01' && date <= '2013-09-24'],
    ['2000-01-01T00:00:00Z/2013-09-24T23:59:59Z', (date) => date >= '2000-01-01' && date <= '2013-09-24'],
    ['../2000-01-01', (date) => date <= '2000-01-01'],
    ['/2000-01-01', (date) => date <= '2000-01-01'],
    ['2000-01-01/..', (date) => date >= '2000-01-01'],
    ['2000-01-01/', (date) => date >= '2000-01-01'],
  ]
  for (const [datetime, matches] of cases) {
    const found = await ogc.all('earthquakes', { datetime })
    expect(
      found.map(({ id }) => id),
      datetime,
    ).toEqual(all.filter((feature) => matches(dateOf(feature))).map(({ id }) => id))
    expect(found.length, datetime).toBeGreaterThan(0)
  }
  // A year is all of its days, and what has no date is matched too.
  const floods = await ogc.all('floods')
  const of2010 = await ogc.all('floods', { datetime: '2010-08-01' })
  expect(of2010.length).toBeGreaterThan(0)
  expect(of2010.map(({ id }) => id)).toEqual(
    floods.filter(({ properties }) => properties.year === 2010 || properties.year === null).map(({ id }) => id),
  )
  const undated = (await ogc.all('policies')).filter(({ properties }) => properties.year === null)
  const before = (await ogc.all('policies', { datetime: '../1800-01-01' })).map(({ id }) => id)
  expect(undated.length).toBeGreaterThan(0)
  for (const { id } of undated) expect(before).toContain(id)
})

test('/conf/core/fc-links', async () => {
  const page = await ogc.items('airports', { limit: 10, bbox: '60,20,80,40' })
  const rels = page.links.map(({ rel }) => rel)
  expect(rels).toEqual(expect.arrayContaining(['self', 'alternate', 'next', 'collection']))
  for (const link of page.links) {
    expect(link.type, link.href).toBeDefined()
    expect((await ogc.get(pathOf(link.href), { accept: '*/*' })).status, link.href).toBe(200)
  }
  const last = await ogc.items('ports', { limit: 1000 })
  expect(last.links.map(({ rel }) => rel)).not.toContain('next')
})

test('/conf/core/fc-numberMatched', async () => {
  for (const query of [{}, { bbox: '60,24,66,30' }, { status: 'exploration' }, { limit: 3, bbox: '60,24,66,30' }]) {
    const { numberMatched } = await ogc.items('deposits', query)
    const { limit: _, ...rest } = { limit: 0, ...query }
    expect(numberMatched).toBe((await ogc.all('deposits', rest)).length)
  }
})

test('/conf/core/fc-numberReturned', async () => {
  for (const limit of [1, 50, 1000]) {
    const page = await ogc.items('airports', { limit })
    expect(page.numberReturned).toBe(page.features.length)
  }
})

test('/conf/core/f-op', async () => {
  for (const { id } of await ogc.collections()) {
    const [feature] = (await ogc.items(id, { limit: 1 })).features
    if (!feature) continue
    const answer = await ogc.get(`/collections/${id}/items/${encodeURIComponent(feature.id)}`)
    expect(answer.status, id).toBe(200)
    expect(answer.headers['content-type'], id).toBe('application/geo+json')
  }
  expect((await ogc.get('/collections/ports/items/no-such-port')).status).toBe(404)
})

test('/conf/core/f-success', async () => {
  const [listed] = (await ogc.items('deposits', { limit: 1 })).features
  const own = await ogc.json(`/collections/deposits/items/${listed?.id}`)
  expect(own).toMatchObject({ type: 'Feature', id: listed?.id })
  expect(own.properties).toEqual(listed?.properties)
  expect(own.geometry).toEqual(listed?.geometry)
})

test('/conf/core/f-links', async () => {
  const links = linksOf(await ogc.json('/collections/deposits/items/duddar'))
  expect(links.map(({ rel, type }) => [rel, type])).toEqual(
    expect.arrayContaining([
      ['self', 'application/geo+json'],
      ['alternate', 'text/html'],
      ['collection', 'application/json'],
    ]),
  )
})
