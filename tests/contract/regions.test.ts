/** Regions by HTTP against counts made another way: districts add up to provinces, each place lies where turf says it lies. */
import { booleanPointInPolygon, point } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import { endpoints } from '#geodata/contract/endpoints.ts'
import type { RegionRow } from '#geodata/contract/regions.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
let provinces: RegionRow[]
let districts: RegionRow[]
beforeAll(async () => {
  atlas = await openAtlas()
  const rows = async (level: string) =>
    endpoints.listRegions.output.parse((await request(atlas.app).get(`/api/regions/${level}`).expect(200)).body).rows
  districts = await rows('districts')
  provinces = await rows('provinces')
})
const sum = (rows: readonly RegionRow[], of: (row: RegionRow) => number) =>
  rows.reduce((total, row) => total + of(row), 0)
const inProvince = ({ id }: RegionRow) => districts.filter(({ province }) => province === id)

test('all provinces and districts are there, and districts add up to provinces', () => {
  expect([provinces.length, districts.length]).toEqual([7, 156])
  for (const province of provinces) {
    const own = inProvince(province)
    expect(
      sum(own, ({ count }) => count.deposits),
      province.id,
    ).toBe(province.count.deposits)
    expect(
      sum(own, ({ count }) => count.parts),
      province.id,
    ).toBe(province.count.parts)
    for (const dataset of ['zones', 'substations', 'airports'] as const)
      expect(
        sum(own, ({ infrastructure }) => infrastructure[dataset]),
        `${province.id} ${dataset}`,
      ).toBe(province.infrastructure[dataset])
    if (province.census.population !== null)
      expect(
        sum(own, ({ census }) => census.population ?? 0),
        province.id,
      ).toBe(province.census.population)
  }
})

test('ore of districts adds up to that of provinces, category by category, and reserves stay apart', () => {
  for (const category of ['resource', 'reserve', 'unclassified']) {
    const ore = (row: RegionRow) =>
      row.ore.filter((one) => one.category === category).reduce((total, one) => total + one.tonnageMt, 0)
    expect(sum(districts, ore)).toBeCloseTo(sum(provinces, ore), 6)
  }
  const balochistan = provinces.find(({ id }) => id === 'balochistan')
  const copper = balochistan?.ore.filter(({ commodity }) => commodity === 'copper') ?? []
  // Reko Diq's own figure stands for its Western Porphyries and Tanjeel: no reserve is counted beside the resource.
  expect(copper.map(({ category }) => category)).not.toContain('reserve')
})

test('each zone lies in the district that another library puts it into', async () => {
  const features = async (dataset: string) =>
    (await atlas.storage.features(dataset, { limit: 1000 })).filter((f) => f.geometry)
  const areas = await features('districts')
  const expected = new Map<string, number>()
  for (const zone of await features('zones')) {
    const place = point(zone.geometry?.type === 'Point' ? [...zone.geometry.coordinates] : [])
    for (const { id, geometry } of areas) {
      const area = { type: 'Feature', properties: {}, geometry } as Feature<Polygon | MultiPolygon>
      if (booleanPointInPolygon(place, area)) expected.set(id, (expected.get(id) ?? 0) + 1)
    }
  }
  expect(expected.size).toBeGreaterThan(8)
  const found = districts.flatMap(({ id, infrastructure }) =>
    infrastructure.zones > 0 ? [[id, infrastructure.zones] as const] : [],
  )
  expect(new Map(found)).toEqual(expected)
})

test('where the census did not go every figure is null', () => {
  for (const { census } of provinces.filter(({ id }) => id === 'gilgit-baltistan' || id === 'azad-jammu-kashmir'))
    expect(census).toMatchObject({ covered: false, population: null, densityPerKm2: null, literacyPct: null })
})

test('a region lists what its row counts; one that is not there is refused', async () => {
  const answer = endpoints.getRegion.output.parse(
    (await request(atlas.app).get('/api/regions/districts/gwadar').expect(200)).body,
  )
  const { region, standing, corridors, protectedAreas, deposits } = answer
  expect(standing.filter(({ dataset }) => dataset === 'ports').map(({ ref }) => ref.id)).toContain('gwadar')
  expect(standing.length).toBe(Object.values(region.infrastructure).reduce((total, count) => total + count, 0))
  expect(corridors.length).toBe(region.corridors)
  expect(corridors.map(({ ref }) => ref.id)).toContain('cpec-western')
  expect(protectedAreas.length).toBe(region.protectedAreas)
  expect(deposits.length).toBe(region.count.deposits + region.count.parts)
  await request(atlas.app).get('/api/regions/districts/atlantis').expect(404)
  await request(atlas.app).get('/api/regions/villages/gwadar').expect(400)
})
