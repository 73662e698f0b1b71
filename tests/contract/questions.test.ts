/** Questions asked of the map, against what brute force over the same data says. */
import request from 'supertest'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
let deposits: { id: string; geometry: { coordinates: Position }; properties: Record<string, unknown> }[]
beforeAll(async () => {
  atlas = await openAtlas()
  deposits = (await get('/api/features/deposits?limit=1000')).features
})

async function get(path: string) {
  const answer = await request(atlas.app).get(path)
  expect(answer.status, `${path} ${answer.text.slice(0, 300)}`).toBe(200)
  return answer.body
}
async function post(path: string, body: object, status = 200) {
  const answer = await request(atlas.app).post(path).send(body)
  expect(answer.status, `${path} ${answer.text.slice(0, 300)}`).toBe(status)
  return answer.body
}
const lineOf = async (dataset: string, id: string): Promise<Geometry> =>
  (await get(`/api/features/${dataset}/${id}`)).feature.geometry
const idsOf = (found: { ref: { id: string } }[]) => found.map(({ ref }) => ref.id)
const isCopper = ({ properties }: { properties: Record<string, unknown> }) =>
  (properties.commodities as string[]).includes('copper')

describe('near', () => {
  test('copper within 150 km of the western alignment, by true distance to its line', async () => {
    const place = { kind: 'feature', ref: { dataset: 'corridors', id: 'cpec-western' } }
    const line = await lineOf('corridors', 'cpec-western')
    const { features, counts } = await post('/api/near', {
      ...{ place, datasets: ['deposits'], withinKm: 150, limit: 1000, filter: { commodity: 'copper' } },
    })
    const brute = deposits
      .filter(isCopper)
      .map(({ id, geometry }) => ({ id, km: nearestPoint(geometry.coordinates, line).distanceM / 1000 }))
      .filter(({ km }) => km <= 150)
      .sort((a, b) => a.km - b.km)
    expect(brute.length).toBeGreaterThan(3)
    expect(idsOf(features)).toEqual(brute.map(({ id }) => id))
    expect(counts[0].deposits.deposits + counts[0].deposits.parts).toBe(brute.length)
    for (const { from, nearestPoint: to, distanceKm, side } of features) {
      expect(distanceM(from, to) / 1000).toBeCloseTo(distanceKm, 4)
      expect(nearestPoint(from, line).distanceM).toBeLessThan(0.1)
      expect(['left', 'right', 'on', null]).toContain(side)
    }
  })

  test('the nearest few of several datasets to a point are those of brute force, and a limit only cuts', async () => {
    const at: Position = [66.99, 30.18]
    const body = {
      place: { kind: 'shape', geometry: { type: 'Point', coordinates: at } },
      datasets: ['deposits', 'airports'],
    }
    const { features, counts } = await post('/api/near', { ...body, limit: 15 })
    const airports = (await get('/api/features/airports?limit=1000')).features
    const all = [...deposits, ...airports]
      .map(({ geometry }) => distanceM(at, geometry.coordinates) / 1000)
      .sort((a, b) => a - b)
    expect(features.map(({ distanceKm }: { distanceKm: number }) => distanceKm.toFixed(4))).toEqual(
      all.slice(0, 15).map((km) => km.toFixed(4)),
    )
    expect(counts).toBeNull()
    const radius = await post('/api/near', { ...body, withinKm: (all[14] ?? 0) + 1e-6, limit: 5 })
    expect(radius.features).toEqual(features.slice(0, 5))
    expect(radius.counts.reduce((sum: number, one: { features: number }) => sum + one.features, 0)).toBe(15)
  })

  test('a feature is not near itself, and what is in an area is 0 away from it', async () => {
    const self = await post('/api/near', {
      place: { kind: 'feature', ref: { dataset: 'ports', id: 'gwadar' } },
      datasets: ['ports'],
      limit: 3,
    })
    expect(idsOf(self.features)).not.toContain('gwadar')
    const province = { kind: 'feature', ref: { dataset: 'provinces', id: 'balochistan' } }
    const { features } = await post('/api/near', {
      place: province,
      datasets: ['deposits'],
      withinKm: 0.001,
      limit: 1000,
    })
    expect(features.length).toBeGreaterThan(50)
    for (const one of features.slice(0, 20)) expect(one.distanceKm).toBeLessThanOrEqual(0.001)
  })

  test('over the antimeridian and at the pole it is right, a shape across it is refused', async () => {
    const at = (coordinates: Position) => ({ kind: 'shape', geometry: { type: 'Point', coordinates } })
    for (const place of [
      [-179.99, 10],
      [179.99, 10],
      [0, 90],
      [0, -90],
    ] as Position[]) {
      const { features } = await post('/api/near', { place: at(place), datasets: ['ports'], limit: 1 })
      const ports = (await get('/api/features/ports?limit=1000')).features
      const least = Math.min(
        ...ports.map((port: { geometry: { coordinates: Position } }) => distanceM(place, port.geometry.coordinates)),
      )
      expect(features[0].distanceKm * 1000).toBeCloseTo(least, 0)
    }
    const across = {
      kind: 'shape',
      geometry: {
        type: 'LineString',
        coordinates: [
          [179, 0],
          [-179, 0],
        ],
      },
    }
    const problem = await post('/api/near', { place: across, datasets: ['ports'] }, 400)
    expect(JSON.stringify(problem.errors)).toContain('antimeridian')
  })

  test('what is not there is not found, and too much is refused by name', async () => {
    const nowhere = { kind: 'feature', ref: { dataset: 'corridors', id: 'none' } }
    expect((await post('/api/near', { place: nowhere, datasets: ['deposits'] }, 404)).code).toBe('not-found')
    const place = { kind: 'feature', ref: { dataset: 'ports', id: 'gwadar' } }
    expect((await post('/api/near', { place, datasets: ['none'] }, 404)).code).toBe('not-found')
    const long = Array.from({ length: 5001 }, (_, index) => [60 + index / 1e4, 30])
    const problem = await post(
      '/api/near',
      { place: { kind: 'shape', geometry: { type: 'LineString', coordinates: long } }, datasets: ['ports'] },
      400,
    )
    expect(JSON.stringify(problem.errors)).toContain('5000 positions')
    const open = {
      type: 'Polygon',
      coordinates: [
        [
          [60, 30],
          [61, 30],
          [61, 31],
          [60, 31],
        ],
      ],
    }
    expect(
      (await post('/api/near', { place: { kind: 'shape', geometry: open }, datasets: ['ports'] }, 400)).errors[0].field,
    ).toMatch(/^place/)
  })
})

describe('within', () => {
  test('a province holds the deposits that name it, but for those whose place is rough', async () => {
    const area = { kind: 'feature', ref: { dataset: 'provinces', id: 'balochistan' } }
    const { features } = await post('/api/within', { area, datasets: ['deposits'], relation: 'within', limit: 1000 })
    const named = deposits.filter(({ properties }) => properties.province === 'balochistan').map(({ id }) => id)
    const found = new Set(idsOf(features))
    expect(named.filter((id) => !found.has(id)).length).toBeLessThan(named.length * 0.03)
  })

  test('a circle, a corridor buffer, a box and a tile hold what brute force says', async () => {
    const quetta: Position = [67, 30.2]
    const line = await lineOf('corridors', 'n40')
    const areas: [object, (at: Position) => boolean][] = [
      [
        { kind: 'around', place: { kind: 'shape', geometry: { type: 'Point', coordinates: quetta } }, withinKm: 120 },
        (at) => distanceM(quetta, at) <= 120_000,
      ],
      [
        { kind: 'around', place: { kind: 'feature', ref: { dataset: 'corridors', id: 'n40' } }, withinKm: 30 },
        (at) => nearestPoint(at, line).distanceM <= 30_000,
      ],
      [{ kind: 'box', bbox: [62, 27, 66, 30] }, ([lon, lat]) => lon >= 62 && lon <= 66 && lat >= 27 && lat <= 30],
      [{ kind: 'box', bbox: [66, 20, -170, 40] }, ([lon, lat]) => lon >= 66 && lat >= 20 && lat <= 40],
      [{ kind: 'tile', z: 5, x: 21, y: 13 }, ([lon]) => lon >= 56.25 && lon <= 67.5],
    ]
    for (const [area, isIn] of areas) {
      const { features, counts } = await post('/api/within', { area, datasets: ['deposits'], limit: 1000 })
      const brute = deposits.filter(({ geometry }) => isIn(geometry.coordinates)).map(({ id }) => id)
      if ((area as { kind: string }).kind === 'tile') expect(brute).toEqual(expect.arrayContaining(idsOf(features)))
      else expect(idsOf(features), JSON.stringify(area)).toEqual(brute.sort())
      expect(features.length).toBeGreaterThan(3)
      expect(counts[0].features).toBe(features.length)
    }
  })

  test('districts within a province and districts that meet it differ by the neighbours', async () => {
    const area = { kind: 'feature', ref: { dataset: 'provinces', id: 'sindh' } }
    const ask = async (relation: string) =>
      idsOf((await post('/api/within', { area, datasets: ['districts'], relation, limit: 1000 })).features)
    const [inside, meeting] = [await ask('within'), await ask('intersects')]
    const districts = (await get('/api/features/districts?limit=1000')).features
    const named = districts
      .filter((d: { properties: { province: string } }) => d.properties.province === 'sindh')
      .map((d: { id: string }) => d.id)
    expect(named).toEqual(expect.arrayContaining(inside))
    // By the harbour of Karachi one corner that two districts share lies 20 m beyond the coast of the province.
    expect(named.filter((id: string) => !inside.includes(id))).toEqual(['karachi-south', 'keamari'])
    expect(meeting).toEqual(expect.arrayContaining(inside))
    expect(meeting.length).toBeGreaterThan(inside.length)
  })
})

test('a band runs from the start of its corridor to the end, with offsets and sides', async () => {
  const { corridor, features, counts } = await get(
    '/api/corridors/cpec-western/band?withinKm=60&datasets=deposits,airports',
  )
  const line = await lineOf('corridors', 'cpec-western')
  expect(features.length).toBeGreaterThan(10)
  const chainages = features.map(({ chainageKm }: { chainageKm: number }) => chainageKm)
  expect(chainages).toEqual([...chainages].sort((a, b) => a - b))
  expect(chainages.at(-1)).toBeLessThanOrEqual(corridor.lineLengthKm * 1.01)
  const sides = new Set<string>()
  for (const { nearestPoint: at, distanceKm, side } of features) {
    expect(nearestPoint(at, line).distanceM / 1000).toBeCloseTo(distanceKm, 3)
    sides.add(side)
  }
  expect(sides.has('left') && sides.has('right')).toBe(true)
  expect(counts.map(({ dataset }: { dataset: string }) => dataset)).toEqual(['deposits', 'airports'])
})
