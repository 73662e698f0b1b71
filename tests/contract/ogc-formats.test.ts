/** OGC API Features, Part 1: GeoJSON, HTML and OpenAPI 3.0, one test for each abstract test that applies, named by its id. */
import { Validator } from '@seriousme/openapi-schema-validator'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { Geometry } from '#geodata/contract/geo.ts'
import { Problem } from '#geodata/contract/problem.ts'
import { FeatureJson, FeaturesJson, type OgcClient, openOgc } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})

const ApiJson = z.object({
  openapi: z.literal('3.0.3'),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        parameters: z.array(z.record(z.string(), z.unknown())),
        responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
      }),
    }),
  ),
  components: z.object({
    parameters: z.record(z.string(), z.object({ schema: z.object({ enum: z.array(z.string()).optional() }) })),
  }),
})
const api = async () => ApiJson.parse(await ogc.json('/api'))

/** Values of path parameters that lead somewhere. */
const VALUES: Readonly<Record<string, string>> = {
  collectionId: 'provinces',
  featureId: 'balochistan',
  styleId: 'provinces',
  tileMatrixSetId: 'WebMercatorQuad',
  tileMatrix: '4',
  tileRow: '6',
  tileCol: '11',
}
const filled = (path: string) => path.replace(/\{(\w+)\}/g, (_, name) => VALUES[name] ?? '').replace(/^\/$/, '')

test('/conf/geojson/definition', async () => {
  for (const path of ['/collections/ports/items', '/collections/ports/items/gwadar'])
    for (const accept of ['application/geo+json', 'application/json', '*/*']) {
      const answer = await ogc.get(path, { accept })
      expect(answer.headers['content-type'], `${path} ${accept}`).toBe('application/geo+json')
    }
})

test('/conf/geojson/content', async () => {
  for (const { id } of await ogc.collections()) {
    const page = FeaturesJson.parse(await ogc.json(`/collections/${id}/items?limit=20`))
    for (const feature of page.features) {
      if (feature.geometry !== null)
        expect(Geometry.safeParse(feature.geometry).success, `${id} ${feature.id}`).toBe(true)
      expect(feature.crs).toBeUndefined()
    }
    const [first] = page.features
    if (first) FeatureJson.parse(await ogc.json(`/collections/${id}/items/${encodeURIComponent(first.id)}`))
  }
})

test('/conf/html/definition', async () => {
  for (const [path, { get }] of Object.entries((await api()).paths)) {
    const isPage = Object.keys(get.responses['200']?.content ?? {}).includes('text/html')
    const answer = await ogc.get(filled(path), { accept: 'text/html' })
    if (isPage) expect(answer.headers['content-type'], path).toBe('text/html; charset=utf-8')
    // Tiles and styles are for machines: who takes only pages is told so in a page.
    else expect([answer.status, path]).toEqual([406, path])
  }
})

test('/conf/html/content', async () => {
  const name = (await ogc.json('/collections/ports/items/gwadar?f=json')).id
  const item = await ogc.get('/collections/ports/items/gwadar?f=html')
  expect(item.text).toContain(`${name}`)
  const page = await ogc.get('/collections/ports/items?f=html&limit=1000')
  const { features } = await ogc.items('ports', { limit: 1000 })
  for (const { id } of features) expect(page.text, id).toContain(`/collections/ports/items/${id}`)
  const collection = await ogc.json('/collections/ports')
  const text = (await ogc.get('/collections/ports?f=html')).text
  for (const words of [String(collection.title), String(collection.attribution)]) expect(text).toContain(words)
})

test('/conf/oas30/definition-1', async () => {
  const answer = await ogc.get('/api', { accept: 'application/vnd.oai.openapi+json;version=3.0' })
  expect(answer.status).toBe(200)
  expect(answer.headers['content-type']).toBe('application/vnd.oai.openapi+json;version=3.0')
})

test('/conf/oas30/definition-2', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(await ogc.json('/api')))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test('/conf/oas30/oas-impl', async () => {
  const { paths, components } = await api()
  for (const path of Object.keys(paths)) {
    const answer = await ogc.get(filled(path), { accept: '*/*' })
    expect(answer.status, path).toBe(200)
  }
  // Each enumerated collection on each path that leads somewhere for all of them.
  const ids = components.parameters.collectionId?.schema.enum ?? []
  expect(ids.length).toBeGreaterThan(60)
  for (const name of ['', '/items', '/queryables', '/sortables', '/schema', '/styles', '/tiles'])
    for (const id of ids) expect((await ogc.get(`/collections/${id}${name}`)).status, `${id}${name}`).toBe(200)
  for (const id of components.parameters.styleId?.schema.enum ?? [])
    expect((await ogc.get(`/styles/${id}`)).status, id).toBe(200)
})

test('/conf/oas30/completeness', async () => {
  const { paths } = await api()
  for (const [path, { get }] of Object.entries(paths)) {
    const answers = await Promise.all([
      ogc.get(filled(path), { accept: '*/*' }),
      ogc.get(`${filled(path)}?no-such-parameter=1`),
      ogc.get(filled(path), { accept: 'application/x-unheard-of' }),
      ogc.get(path === '/' ? '/nowhere' : filled(path).replace(/provinces|WebMercatorQuad/, 'nowhere')),
    ])
    for (const answer of answers)
      expect(Object.keys(get.responses), `${path} ${answer.status}`).toContain(String(answer.status))
    const type = answers[0].headers['content-type']?.replace(/; charset.*/, '')
    expect(Object.keys(get.responses['200']?.content ?? {}), path).toContain(type)
  }
})

test('/conf/oas30/exceptions-codes', async () => {
  for (const [path, status] of [
    ['/collections/nowhere', 404],
    ['/collections/ports/items?limit=x', 400],
    ['/collections/ports/items/nothing', 404],
    ['/nowhere', 404],
  ] as const) {
    const answer = await ogc.get(path)
    expect(answer.status, path).toBe(status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(Problem.parse(answer.body).status).toBe(status)
  }
})
