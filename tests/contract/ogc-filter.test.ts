/** OGC API Features, Part 3, filtering: one test for each abstract test that applies, named by its id. */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type CollectionJson, type OgcClient, openOgc, pathOf } from './ogc-client.ts'

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

const PART_3 = 'http://www.opengis.net/spec/ogcapi-features-3/1.0/conf'
async function declares(name: string): Promise<boolean> {
  const { conformsTo } = z.object({ conformsTo: z.array(z.string()) }).parse(await ogc.json('/conformance'))
  return conformsTo.includes(`${PART_3}/${name}`)
}
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
      if (!['string', 'number', 'integer', 'boolean'].includes(String(type))) continue
      const value = features[0]?.properties[name]
      const answer = await ogc.get(
        `/collections/${id}/items?${new URLSearchParams({ limit: '5', [name]: String(value ?? 1) })}`,
      )
      expect([200, value === undefined || value === null ? 400 : 200], `${id} ${name}`).toContain(answer.status)
      if (value === undefined || value === null || typeof value === 'object') continue
      const found = JSON.parse(answer.text).features as { properties: Record<string, unknown> }[]
      expect(found.length, `${id} ${name}=${value}`).toBeGreaterThan(0)
      for (const feature of found) expect(feature.properties[name], `${id} ${name}`).toEqual(value)
    }
  }
})
