/** OGC API Features, Part 1, Core: one test for each abstract test that applies, named by its id. */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { Geometry } from '#geodata/contract/geo.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { CRS84_URI, LinkJson, type OgcClient, openOgc, pathOf } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})

const LANDING_RELS = ['self', 'alternate', 'service-desc', 'service-doc', 'conformance', 'data']

const linksOf = (json: Record<string, unknown>) => z.array(LinkJson).parse(json.links)

test('/conf/core/http', async () => {
  const [got, head, options] = await Promise.all([
    ogc.get(''),
    ogc.get('', { accept: '*/*' }),
    ogc.get('/collections?limit=1'),
  ])
  expect(got.status).toBe(200)
  expect(head.status).toBe(200)
  expect(options.status).toBe(400)
  expect(options.headers['content-type']).toMatch(/^application\/problem\+json/)
})

test('/conf/core/root-op', async () => {
  const answer = await ogc.get('')
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toMatch(/^application\/json/)
})

test('/conf/core/root-success', async () => {
  const json = await ogc.json('')
  const links = linksOf(json)
  for (const rel of LANDING_RELS) expect(links.map((link) => link.rel)).toContain(rel)
  expect(json.title).toBe('Orelink data')
  for (const link of links) {
    const answer = await ogc.get(pathOf(link.href), { accept: '*/*' })
    expect(answer.status, link.href).toBe(200)
    if (link.type) expect(answer.headers['content-type'], link.href).toContain(link.type.split(';')[0])
  }
})

test('/conf/core/api-definition-op', async () => {
  const links = linksOf(await ogc.json(''))
  const definition = links.find(({ rel }) => rel === 'service-desc')
  const answer = await ogc.get(pathOf(definition?.href ?? ''), { accept: definition?.type ?? '' })
  expect(answer.status).toBe(200)
})

test('/conf/core/api-definition-success', async () => {
  const answer = await ogc.get('/api', { accept: 'application/vnd.oai.openapi+json;version=3.0' })
  expect(answer.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0')
  const page = await ogc.get('/api', { accept: 'text/html' })
  expect(page.headers['content-type']).toMatch(/^text\/html/)
  expect(page.text).toContain('/ogc/collections/{collectionId}/items')
})

test('/conf/core/conformance-op', async () => {
  expect((await ogc.get('/conformance')).status).toBe(200)
})

test('/conf/core/conformance-success', async () => {
  const { conformsTo } = z.object({ conformsTo: z.array(z.url()) }).parse(await ogc.json('/conformance'))
  expect(new Set(conformsTo).size).toBe(conformsTo.length)
  for (const name of ['core', 'geojson', 'html', 'oas30'])
    expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`)
})

test('/conf/core/query-param-unknown', async () => {
  for (const path of ['', '/conformance', '/collections', '/collections/ports', '/collections/ports/items', '/api']) {
    const answer = await ogc.get(`${path}?no-such-parameter=1`)
    expect(answer.status, path).toBe(400)
    expect(answer.body.code).toBe('unknown-parameter')
    expect(answer.body.errors).toEqual([{ field: 'no-such-parameter', expected: 'no such parameter', received: null }])
  }
})

test('/conf/core/query-param-invalid', async () => {
  const invalid = {
    limit: ['0', '-1', 'x', '', '1.5'],
    bbox: ['1,2,3', 'a,b,c,d', '', '0,10,1,0', '0,0,0,91', '1,2,3,4,5'],
    datetime: ['yesterday', '2021-02-30', '2021-01-01/2020-01-01', '../..', '2021-01-01/2021-02-01/2021-03-01', ''],
    crs: ['EPSG:4326', 'http://www.opengis.net/def/crs/EPSG/0/1'],
    'bbox-crs': ['x'],
    f: ['gml'],
    sortby: ['no-such-property', ''],
    cursor: ['made-up'],
  }
  for (const [name, values] of Object.entries(invalid))
    for (const value of values) {
      const answer = await ogc.get(`/collections/ports/items?${name}=${encodeURIComponent(value)}`)
      expect(answer.status, `${name}=${value}`).toBe(400)
      expect(answer.body.errors?.[0]?.field, `${name}=${value}`).toBe(name)
    }
  expect((await ogc.get('/collections/ports/items?limit=1&limit=2')).status).toBe(400)
})

test('/conf/core/crs84', async () => {
  const { features } = await ogc.items('ports', { limit: 1000 })
  const gwadar = features.find(({ id }) => id === 'gwadar')
  const [lon, lat] = z.tuple([z.number(), z.number()]).parse(gwadar?.geometry?.coordinates)
  expect(lon).toBeGreaterThan(62)
  expect(lat).toBeLessThan(26)
  expect((await ogc.get('/collections/ports/items')).headers['content-crs']).toBe(`<${CRS84_URI}>`)
})

test('/conf/core/fc-md-op', async () => {
  expect((await ogc.get('/collections')).status).toBe(200)
})

test('/conf/core/fc-md-success', async () => {
  const collections = await ogc.collections()
  expect(collections.map(({ id }) => id)).toEqual(DATASETS.map(({ id }) => id))
  for (const { id, attribution, links } of collections) {
    expect(attribution.length, id).toBeGreaterThan(3)
    const { licence } = DATASETS.find((dataset) => dataset.id === id) ?? {}
    const isStated = licence !== 'official-statistics'
    expect(
      links.some(({ rel }) => rel === 'license'),
      id,
    ).toBe(isStated)
  }
})

test('/conf/core/fc-md-links', async () => {
  const links = linksOf(await ogc.json('/collections'))
  expect(links.map(({ rel, type }) => [rel, type])).toEqual([
    ['self', 'application/json'],
    ['alternate', 'text/html'],
  ])
})

test('/conf/core/fc-md-items', async () => {
  const collections = await ogc.collections()
  expect(collections).toHaveLength(DATASETS.length)
  expect(new Set(collections.map(({ id }) => id)).size).toBe(collections.length)
})

test('/conf/core/fc-md-items-links', async () => {
  for (const { id, links } of await ogc.collections()) {
    const items = links.filter(({ rel }) => rel === 'items')
    expect(
      items.map(({ type }) => type),
      id,
    ).toEqual(['application/geo+json', 'text/html'])
    for (const { rel, type } of links) expect([rel, type], id).not.toContain(undefined)
    for (const name of ['queryables', 'sortables', 'schema', 'styles'])
      expect(
        links.some(({ rel }) => rel === `http://www.opengis.net/def/rel/ogc/1.0/${name}`),
        `${id} ${name}`,
      ).toBe(true)
  }
})

test('/conf/core/fc-md-extent', async () => {
  for (const { id, extent, featureCount } of await ogc.collections()) {
    const [box] = extent.spatial?.bbox ?? []
    const { features } = await ogc.items(id, { limit: 200 })
    const placed = features.flatMap(({ geometry }) => (geometry ? [Geometry.parse(geometry)] : []))
    if (placed.length > 0) expect(box, id).toBeDefined()
    for (const geometry of placed) {
      const [west, south, east, north] = bboxOf(geometry)
      expect(west >= (box?.[0] ?? 0) && south >= (box?.[1] ?? 0), id).toBe(true)
      expect(east <= (box?.[2] ?? 0) && north <= (box?.[3] ?? 0), id).toBe(true)
    }
    if (featureCount > 0) expect(features.length, id).toBeGreaterThan(0)
  }
})

test('/conf/core/sfc-md-op', async () => {
  for (const { id } of DATASETS) expect((await ogc.get(`/collections/${id}`)).status, id).toBe(200)
  expect((await ogc.get('/collections/no-such-collection')).status).toBe(404)
})

test('/conf/core/sfc-md-success', async () => {
  for (const listed of await ogc.collections()) {
    const own = await ogc.json(`/collections/${listed.id}`)
    for (const name of ['id', 'title', 'description', 'extent', 'crs', 'itemType'])
      expect(own[name], `${listed.id} ${name}`).toEqual(listed[name])
    for (const link of listed.links) expect(linksOf(own)).toContainEqual(link)
  }
})
