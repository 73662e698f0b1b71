/** Rows of the table by HTTP: the deposits of the data file under a filter and a set of ids, each figure with known sources. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { endpoints } from '#geodata/contract/endpoints.ts'
import { MOST_CHOSEN_IDS } from '#geodata/contract/filter.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

interface Raw {
  id: string
  properties: { commodities: string[]; partOf: string | null; resource: { tonnageMt: number | null } | null }
}
const raw: Raw[] = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../geodata/datasets/deposits/features.geojson'), 'utf8'),
).features

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const rowsOf = async (query: string) =>
  endpoints.depositRows.output.parse((await request(atlas.app).get(`/api/deposits/rows${query}`).expect(200)).body)

test('every deposit is a row, with its tonnage, and every source that a row names is told', async () => {
  const { rows, total, sources } = await rowsOf('')
  const byId = new Map(rows.map((row) => [row.id, row]))
  expect(rows.length).toBe(raw.length)
  expect(total.deposits + total.parts).toBe(raw.length)
  for (const { id, properties } of raw) {
    expect(byId.get(id)?.resource?.tonnageMt ?? null, id).toBe(properties.resource?.tonnageMt ?? null)
    expect(byId.get(id)?.partOf ?? null, id).toBe(properties.partOf ?? null)
  }
  const named = new Set(rows.flatMap((row) => [...row.sources, ...(row.resource?.sources ?? [])]))
  expect(Object.keys(sources).sort()).toEqual([...named].sort())
  expect(named.size).toBeGreaterThan(10)
})

test('chosen ids narrow rows, list, map, facets and files alike', async () => {
  const query = '?id=saindak,duddar,thar,none&commodity=copper,zinc'
  const { rows, total } = await rowsOf(query)
  expect(rows.map(({ id }) => id).sort()).toEqual(['duddar', 'saindak'])
  expect(total).toEqual({ deposits: 2, parts: 0 })
  const get = async (path: string) => (await request(atlas.app).get(path).expect(200)).body
  const list = endpoints.listDeposits.output.parse(await get(`/api/deposits${query}`))
  expect(list.total).toEqual(total)
  const map = endpoints.mapDeposits.output.parse(await get(`/api/deposits/map${query}`))
  expect(JSON.stringify(map)).not.toContain('"thar"')
  const facets = endpoints.depositFacets.output.parse(await get(`/api/deposits/facets${query}`))
  expect(facets.total).toEqual(total)
  const file = await get(`/api/export/deposits.geojson${query}`)
  const text = Buffer.isBuffer(file) ? file.toString() : JSON.stringify(file)
  const features = (JSON.parse(text) as { features: { properties: { id?: string }; id?: string }[] }).features
  expect(features.length).toBe(2)
})

test('more ids than an address carries are refused, and one that is not there matches nothing', async () => {
  const many = Array.from({ length: MOST_CHOSEN_IDS + 1 }, (_, at) => `d${at}`).join(',')
  await request(atlas.app).get(`/api/deposits/rows?id=${many}`).expect(400)
  expect((await rowsOf('?id=none')).rows).toEqual([])
})
