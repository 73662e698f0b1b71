/** OGC API Features, Part 3, filtering: one test for each abstract test that applies, named by its id. */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { crsByUri, toCrs } from '#geodata/spatial/crs.ts'
import { type CollectionJson, epsg, type OgcClient, openOgc, pathOf } from './ogc-client.ts'

let ogc: OgcClient
let collections: CollectionJson[]
beforeAll(async () => {
  ogc = await openOgc()
  collections = await ogc.collections()
})

const SchemaJson = z.looseObject({
  $schema: z.string(),
  $id: z.string(),
  type: z.literal('object'),
  properties: z.record(z.string(), z.looseObject({ type: z.unknown().optional(), format: z.string().optional() })),
})
const queryablesOf = async (id: string) => SchemaJson.parse(await ogc.json(`/collections/${id}/queryables`))
const spatialOf = async (id: string) =>
  Object.entries((await queryablesOf(id)).properties).find(([, { format }]) => format?.startsWith('geometry'))?.[0]

const PART_3 = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf'
async function declares(name: string): Promise<boolean> {
  const { conformsTo } = z.object({ conformsTo: z.array(z.string()) }).parse(await ogc.json('/conformance'))
  return conformsTo.includes(`${PART_3}/${name}`)
}
/** The status of a filter on the items of a collection. */
async function statusOf(id: string, query: Record<string, string>): Promise<number> {
  return (await ogc.get(`/collections/${id}/items?${new URLSearchParams({ limit: '1', ...query })}`)).status
}
const boxOf = ({ extent }: CollectionJson) => extent.spatial?.bbox[0]
const asBox = (numbers: readonly number[]) => `S_INTERSECTS(geometry, BBOX(${numbers.join(',')}))`

test('/conf/queryables/get-conformance', async () => expect(await declares('queryables')).toBe(true))

test('/conf/queryables/get-queryables-op', async () => {
  for (const { id } of collections) expect((await ogc.get(`/collections/${id}/queryables`)).status, id).toBe(200)
})

test('/conf/queryables/get-queryables-response', async () => {
  for (const { id } of collections) {
    const answer = await ogc.get(`/collections/${id}/queryables`, { accept: 'application/schema+json' })
    expect(answer.headers['content-type'], id).toBe('application/schema+json')
    const { $schema, $id, properties } = await queryablesOf(id)
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(pathOf($id)).toBe(`/ogc/collections/${id}/queryables`)
    expect(Object.keys(properties).length, id).toBeGreaterThan(0)
  }
})

test('/conf/queryables/queryables-link', async () => {
  for (const { id, links } of collections) {
    const link = links.find(({ rel }) => rel === 'http://www.opengis.net/def/rel/ogc/1.0/queryables')
    expect(pathOf(link?.href ?? ''), id).toBe(`/ogc/collections/${id}/queryables`)
    expect(link?.type).toBe('application/schema+json')
  }
})

test('/conf/queryables-query-parameters/get-conformance', async () =>
  expect(await declares('queryables-query-parameters')).toBe(true))

test('/conf/queryables-query-parameters/parameters', async () => {
  for (const { id } of collections) {
    const { features } = await ogc.items(id, { limit: 1 })
    const { properties } = await queryablesOf(id)
    for (const [name, { type }] of Object.entries(properties)) {
      if (!['string', 'number', 'integer', 'boolean', 'array'].includes(String(type))) continue
      // A list is asked for by any of its items.
      const stored = features[0]?.properties[name]
      const value: unknown = Array.isArray(stored) ? stored[0] : stored
      const answer = await ogc.get(
        `/collections/${id}/items?${new URLSearchParams({ limit: '5', [name]: String(value ?? 1) })}`,
      )
      expect([200, value === undefined || value === null ? 400 : 200], `${id} ${name}`).toContain(answer.status)
      if (value === undefined || value === null || typeof value === 'object') continue
      const found = JSON.parse(answer.text).features as { properties: Record<string, unknown> }[]
      expect(found.length, `${id} ${name}=${value}`).toBeGreaterThan(0)
      for (const { properties } of found) expect([properties[name]].flat(), `${id} ${name}`).toContainEqual(value)
    }
  }
})

test('/conf/filter/get-conformance', async () => expect(await declares('filter')).toBe(true))

test('/conf/filter/get-collections', async () => expect(collections.length).toBeGreaterThan(60))

test('/conf/filter/get-queryables', async () => {
  let spatial = 0
  for (const { id, extent } of collections) {
    const name = await spatialOf(id)
    if (extent.spatial !== undefined) expect(name, id).toBe('geometry')
    if (name !== undefined) spatial++
    expect(Object.keys((await queryablesOf(id)).properties).length, id).toBeGreaterThan(1)
  }
  expect(spatial).toBeGreaterThan(40)
  expect(spatial).toBeLessThan(collections.length)
})

test('/conf/filter/get-collection', async () => {
  for (const { id, links } of collections)
    expect(
      links.filter(({ rel }) => rel.endsWith('/queryables')),
      id,
    ).toHaveLength(1)
})

test('/conf/filter/filter-param', async () => {
  for (const { id } of collections) {
    const { properties } = await queryablesOf(id)
    const [name = ''] = Object.keys(properties).filter((one) => one !== 'geometry')
    expect(await statusOf(id, { filter: `"${name}" IS NULL`, 'filter-lang': 'cql2-text' }), id).toBe(200)
    expect(await statusOf(id, { filter: 'THIS IS NOT A FILTER', 'filter-lang': 'cql2-text' }), id).toBe(400)
  }
  const text = await ogc.all('deposits', { filter: "status = 'exploration'", 'filter-lang': 'cql2-text' })
  const json = JSON.stringify({ op: '=', args: [{ property: 'status' }, 'exploration'] })
  const same = await ogc.all('deposits', { filter: json, 'filter-lang': 'cql2-json' })
  const all = await ogc.all('deposits')
  const expected = all.filter(({ properties }) => properties.status === 'exploration').map(({ id }) => id)
  expect(text.map(({ id }) => id)).toEqual(expected)
  expect(same.map(({ id }) => id)).toEqual(expected)
  expect(expected.length).toBeGreaterThan(5)
  expect(await statusOf('deposits', { filter: 'x', 'filter-lang': 'ecql' })).toBe(400)
  // The name of the drafts.
  expect(await statusOf('deposits', { filter: 'id IS NULL', 'filter-lang': 'cql-text' })).toBe(200)
})

test('/conf/filter/filter-lang-default', async () => {
  const plain = await ogc.all('deposits', { filter: "status IN ('exploration','prospect')" })
  const named = await ogc.all('deposits', {
    filter: "status IN ('exploration','prospect')",
    'filter-lang': 'cql2-text',
  })
  expect(plain).toEqual(named)
  expect(plain.length).toBeGreaterThan(5)
  expect(await statusOf('deposits', { filter: 'THIS IS NOT A FILTER' })).toBe(400)
})

test('/conf/filter/expression-construction', async () => {
  for (const { id } of collections) {
    const answer = await ogc.get(
      `/collections/${id}/items?filter=${encodeURIComponent('this_is_not_a_queryable IS NULL')}`,
    )
    expect(answer.status, id).toBe(400)
    expect(answer.body.errors[0].field, id).toBe('filter')
  }
})

test('/conf/filter/filter-crs-wgs84', async () => {
  for (const collection of collections) {
    const box = boxOf(collection)
    if (!box) continue
    const { id } = collection
    const plain = await ogc.items(id, { limit: 1 })
    const filtered = await ogc.items(id, { limit: 1, filter: asBox(box) })
    const placed = (await ogc.all(id)).filter(({ geometry }) => geometry !== null)
    expect(filtered.numberMatched, id).toBe(placed.length)
    expect(plain.numberMatched, id).toBeGreaterThanOrEqual(placed.length)
    expect(await statusOf(id, { filter: asBox([1_000_000, 1_000_000, 2_000_000, 2_000_000]) }), id).toBe(400)
  }
}, 120_000)

test('/conf/filter/filter-crs-param', async () => {
  for (const id of ['deposits', 'corridors', 'provinces', 'ports']) {
    const collection = collections.find((one) => one.id === id)
    const [west = 0, south = 0, east = 0, north = 0] = (collection && boxOf(collection)) ?? []
    const { numberMatched } = await ogc.items(id, { limit: 1 })
    for (const uri of collection?.crs ?? []) {
      const crs = crsByUri(uri)
      if (!crs) throw new Error(uri)
      // A box of degrees is not one of metres: the box of its corners, with room for the bend of its sides.
      const corners = [
        [west, south],
        [east, south],
        [west, north],
        [east, north],
        [(west + east) / 2, south],
        [(west + east) / 2, north],
      ].map(([lon = 0, lat = 0]) => toCrs(crs, [lon, lat]))
      const pad = crs.unit === 'metre' ? 200_000 : 0
      const box = [
        Math.min(...corners.map(([first]) => first)) - pad,
        Math.min(...corners.map(([, second]) => second)) - pad,
        Math.max(...corners.map(([first]) => first)) + pad,
        Math.max(...corners.map(([, second]) => second)) + pad,
      ]
      const found = await ogc.items(id, { limit: 1, filter: asBox(box), 'filter-crs': uri })
      expect(found.numberMatched, `${id} ${uri}`).toBe(numberMatched)
    }
  }
  const bad = 'http://www.opengis.net/def/crs/OGC/0/does_not_exist'
  expect(await statusOf('ports', { filter: asBox([60, 20, 70, 30]), 'filter-crs': bad })).toBe(400)
  // Latitude first: the same point in both orders of axes.
  const near = await ogc.items('ports', { filter: "S_DWITHIN(geometry, POINT(62.33 25.11), 30, 'kilometers')" })
  const turned = await ogc.items('ports', {
    filter: "S_DWITHIN(geometry, POINT(25.11 62.33), 30, 'kilometers')",
    'filter-crs': epsg(4326),
  })
  expect(turned.features).toEqual(near.features)
  expect(near.numberMatched).toBeGreaterThan(0)
})

test('/conf/filter/mixing-expression', async () => {
  for (const collection of collections) {
    const box = boxOf(collection)
    if (!box || box[2] === undefined || box[2] > 170 || box.length < 4) continue
    const { id } = collection
    const both = await ogc.items(id, { limit: 1, filter: asBox(box), bbox: box.join(',') })
    const one = await ogc.items(id, { limit: 1, filter: asBox(box) })
    expect(both.numberMatched, id).toBe(one.numberMatched)
    const apart = await ogc.items(id, { limit: 1, filter: asBox(box), bbox: `${box[2] + 1},-80,${box[2] + 2},-79` })
    expect(apart.numberMatched, id).toBe(0)
  }
  const mixed = await ogc.all('deposits', {
    filter: "status = 'exploration'",
    province: 'balochistan',
    bbox: '60,24,66,30',
  })
  expect(mixed.length).toBeGreaterThan(0)
  for (const { properties } of mixed)
    expect([properties.status, properties.province]).toEqual(['exploration', 'balochistan'])
})

test('/conf/features-filter/get-conformance', async () => expect(await declares('features-filter')).toBe(true))

test('/conf/features-filter/filter-on-items', async () => {
  const answer = await ogc.get(`/collections/deposits/items?filter=${encodeURIComponent("status = 'exploration'")}`, {
    accept: 'application/geo+json',
  })
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/geo+json'])
  const api = JSON.stringify(await ogc.json('/api'))
  for (const name of ['filter', 'filter-lang', 'filter-crs']) expect(api).toContain(`"name":"${name}"`)
})
