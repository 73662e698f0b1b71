/** OGC API Features, Part 2, reference systems: one test for each abstract test, named by its id. */
import { beforeAll, expect, test } from 'vitest'
import type { Position } from '#geodata/contract/geo.ts'
import { crsByUri, fromCrs, toCrs } from '#geodata/spatial/crs.ts'
import { CRS84_URI, epsg, type FeatureJson, FeaturesJson, type OgcClient, openOgc } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})

/** Every position of a geometry, whatever its depth. */
function positions(value: unknown): [number, number][] {
  if (!Array.isArray(value)) return []
  const [first, second] = value
  if (typeof first === 'number' && typeof second === 'number') return [[first, second]]
  return value.flatMap(positions)
}
const positionsOf = (features: readonly FeatureJson[]) =>
  features.flatMap(({ geometry }) => positions(geometry?.coordinates))

const SAMPLE = ['ports', 'corridors', 'provinces']

test('/conf/crs/crs-uri', async () => {
  for (const { id, crs } of await ogc.collections())
    for (const uri of crs)
      expect(uri, id).toMatch(/^http:\/\/www\.opengis\.net\/def\/crs\/(OGC\/1\.3\/CRS84|EPSG\/0\/\d+)$/)
})

test('/conf/crs/default-crs', async () => {
  for (const { id, crs } of await ogc.collections()) expect(crs[0], id).toBe(CRS84_URI)
})

test('/conf/crs/storageCrs', async () => {
  for (const { id, crs, storageCrs } of await ogc.collections()) expect(crs, id).toContain(storageCrs)
})

test('/conf/crs/crs-parameter', async () => {
  const collections = await ogc.collections()
  const deposits = collections.find(({ id }) => id === 'deposits')
  for (const code of [4326, 3857, 32641, 32642, 32643, 24311, 24312, 24313, 24376, 24377])
    expect(deposits?.crs).toContain(epsg(code))
  for (const { id, crs } of collections) {
    const [feature] = (await ogc.items(id, { limit: 1 })).features
    for (const uri of crs) {
      const query = `crs=${encodeURIComponent(uri)}`
      const paths = [`/collections/${id}/items?limit=1&${query}`]
      if (feature) paths.push(`/collections/${id}/items/${encodeURIComponent(feature.id)}?${query}`)
      for (const path of paths) {
        const answer = await ogc.get(path)
        expect(answer.status, path).toBe(200)
        expect(answer.headers['content-crs'], path).toBe(`<${uri}>`)
      }
    }
  }
})

test('/conf/crs/crs-parameter-invalid', async () => {
  for (const uri of ['http://www.opengis.net/def/crs/OGC/0/does_not_exist', 'EPSG:4326', epsg(2154), ''])
    for (const path of ['/collections/ports/items', '/collections/ports/items/gwadar'])
      expect((await ogc.get(`${path}?crs=${encodeURIComponent(uri)}`)).status, `${path} ${uri}`).toBe(400)
  // A system that cannot hold the collection is not offered for it.
  expect((await ogc.get(`/collections/countries/items?crs=${encodeURIComponent(epsg(32642))}`)).status).toBe(400)
})

test('/conf/crs/crs-parameter-default', async () => {
  for (const id of SAMPLE) {
    const plain = await ogc.items(id, { limit: 5 })
    const named = await ogc.items(id, { limit: 5, crs: CRS84_URI })
    expect(named.features).toEqual(plain.features)
  }
})

test('/conf/crs/crs-parameter-transform', async () => {
  for (const id of SAMPLE) {
    const plain = positionsOf((await ogc.items(id, { limit: 5 })).features)
    const { crs: uris } = (await ogc.collections()).find((one) => one.id === id) ?? { crs: [] }
    for (const uri of uris) {
      const crs = crsByUri(uri)
      if (!crs) throw new Error(uri)
      const projected = positionsOf((await ogc.items(id, { limit: 5, crs: uri })).features)
      expect(projected).toHaveLength(plain.length)
      for (const [index, position] of plain.entries()) {
        const [first, second] = toCrs(crs, position as Position)
        const tolerance = crs.unit === 'metre' ? 0.006 : 0
        expect(Math.abs(first - (projected[index]?.[0] ?? 0)), uri).toBeLessThanOrEqual(tolerance)
        expect(Math.abs(second - (projected[index]?.[1] ?? 0)), uri).toBeLessThanOrEqual(tolerance)
      }
    }
  }
  const gwadar = FeaturesJson.parse(
    await ogc.json(`/collections/ports/items?limit=1000&crs=${encodeURIComponent(epsg(4326))}`),
  )
  const [lat] = positionsOf(gwadar.features.filter(({ id }) => id === 'gwadar'))[0] ?? []
  expect(lat).toBeCloseTo(25.1, 0)
})

test('/conf/crs/bbox-crs-parameter', async () => {
  const all = await ogc.all('deposits')
  for (const code of [4326, 3857, 32641, 32642, 32643, 24311, 24312, 24313, 24376, 24377]) {
    const crs = crsByUri(epsg(code))
    if (!crs) throw new Error(String(code))
    const [a, b] = toCrs(crs, [64, 26])
    const [c, d] = toCrs(crs, [69, 31])
    const found = await ogc.all('deposits', { bbox: [a, b, c, d].join(','), 'bbox-crs': crs.uri })
    const expected = all.filter(({ geometry }) => {
      const [x, y] = toCrs(crs, geometry?.coordinates as Position)
      return x >= a && x <= c && y >= b && y <= d
    })
    expect(
      found.map(({ id }) => id),
      String(code),
    ).toEqual(expected.map(({ id }) => id))
    expect(found.length, String(code)).toBeGreaterThan(10)
    expect(fromCrs(crs, [a, b])[0]).toBeCloseTo(64, 6)
  }
})

test('/conf/crs/bbox-crs-parameter-invalid', async () => {
  const bad = encodeURIComponent('http://www.opengis.net/def/crs/OGC/0/does_not_exist')
  expect((await ogc.get(`/collections/ports/items?bbox=60,20,70,30&bbox-crs=${bad}`)).status).toBe(400)
  const utm = encodeURIComponent(epsg(32642))
  expect((await ogc.get(`/collections/ports/items?bbox=1e12,1e12,2e12,2e12&bbox-crs=${utm}`)).status).toBe(400)
})

test('/conf/crs/bbox-crs-parameter-default', async () => {
  const box = '60,24,66,30'
  const plain = await ogc.items('deposits', { bbox: box })
  const named = await ogc.items('deposits', { bbox: box, 'bbox-crs': CRS84_URI })
  expect(named.features).toEqual(plain.features)
  expect(named.numberMatched).toBe(plain.numberMatched)
})
