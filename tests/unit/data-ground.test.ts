/** The built ground datasets against truths from outside: published sums, areas, heights, positions, and laws of topology. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import { areaM2, distanceM } from '#geodata/spatial/geodesic.ts'
import { areaContains, lineStringsOf, polygonsOf, type Ring } from '#scripts/build/ground-geometry.ts'
import { heightAt, readPngGrid } from '#scripts/build/relief-grid.ts'

interface BuiltFeature {
  id: string
  geometry: Geometry
  properties: Record<string, unknown> & { name: { en: string | null; ur: string | null; zh: string | null } }
}

const folder = resolve(import.meta.dirname, '../../geodata/datasets')
const dataset = (id: string): BuiltFeature[] =>
  JSON.parse(readFileSync(join(folder, id, 'features.geojson'), 'utf8')).features
function byId(features: readonly BuiltFeature[], id: string): BuiltFeature {
  const found = features.find((feature) => feature.id === id)
  if (!found) throw new Error(`no feature ${id}`)
  return found
}

/** Geodesic area in km²: outer rings less holes. */
function areaKm2(geometry: Geometry): number {
  const ring = (points: Ring): number => Math.abs(areaM2(points)) / 1e6
  return polygonsOf(geometry).reduce(
    (sum, [outer, ...holes]) => sum + (outer ? ring(outer) : 0) - holes.reduce((all, hole) => all + ring(hole), 0),
    0,
  )
}

const districts = dataset('districts')
const provinces = dataset('provinces')
const boundaries = dataset('boundaries')
const places = dataset('places')

describe('people and areas of the census of 2023', () => {
  const sum = (features: readonly BuiltFeature[], key: string): number =>
    features.reduce((total, { properties }) => total + (typeof properties[key] === 'number' ? properties[key] : 0), 0)

  it.each([
    ['districts', 156],
    ['divisions', 37],
    ['provinces', 7],
  ])('%s are %i', (id, count) => {
    expect(dataset(id)).toHaveLength(count)
  })
  it.each(['districts', 'divisions', 'provinces'])('%s sum to the published national figures', (id) => {
    expect(sum(dataset(id), 'population')).toBe(241_499_431)
    expect(sum(dataset(id), 'areaKm2')).toBe(796_096)
  })
  it('leaves the 20 districts that were not covered without a figure, never zero', () => {
    const uncovered = districts.filter(({ properties }) => properties.censusCovered === false)
    expect(uncovered).toHaveLength(20)
    expect(new Set(uncovered.map(({ properties }) => properties.province))).toEqual(
      new Set(['azad-jammu-kashmir', 'gilgit-baltistan']),
    )
    for (const { properties } of uncovered)
      for (const key of [
        'population',
        'households',
        'areaKm2',
        'literacyPct',
        'improvedWaterPct',
        'flushToiletPct',
        'mainMotherTongue',
      ])
        expect(properties[key]).toBeNull()
  })
  it('gives the literacy that the bureau published: 60.65 % of the nation, 84 % in Islamabad, 42 % in Balochistan', () => {
    const pct = (id: string): unknown => byId(provinces, id).properties.literacyPct
    expect(pct('islamabad')).toBeCloseTo(84, 0)
    expect(pct('balochistan')).toBeCloseTo(42, 0)
    expect(pct('punjab')).toBeCloseTo(66.3, 0)
  })
  it('names a district made after the census with the one it was cut from', () => {
    expect(byId(districts, 'lasbela').properties.postCensusDistricts).toContain('Hub')
  })
})

describe('shapes', () => {
  // Sindh's published area takes in the tidal flats of the delta, Islamabad's leaves out ground that is drawn within it.
  it.each([
    ['balochistan', 3],
    ['punjab', 3],
    ['khyber-pakhtunkhwa', 3],
    ['sindh', 5],
    ['islamabad', 7],
  ])('the drawn area of %s is at most %i percent off the published one', (id, percent) => {
    const province = byId(provinces, id)
    const published = Number(province.properties.areaKm2)
    expect(Math.abs(areaKm2(province.geometry) / published - 1) * 100).toBeLessThan(percent)
  })

  const edges = (features: readonly BuiltFeature[]): Map<string, number> => {
    const count = new Map<string, number>()
    for (const { geometry } of features)
      for (const ring of polygonsOf(geometry).flat())
        for (let index = 1; index < ring.length; index++) {
          const key = [ring[index - 1]?.join(), ring[index]?.join()].sort().join(' ')
          count.set(key, (count.get(key) ?? 0) + 1)
        }
    return count
  }
  const outside = (features: readonly BuiltFeature[]): string[] =>
    [...edges(features)].flatMap(([key, uses]) => (uses === 1 ? [key] : []))

  it('no edge belongs to more than two districts, and those of one only are the outline of the provinces', () => {
    expect(Math.max(...edges(districts).values())).toBe(2)
    expect(outside(districts).sort()).toEqual(outside(provinces).sort())
  })
  it('districts leave no gap: every outline runs counter-clockwise round land', () => {
    const once = new Set(outside(districts))
    const root = new Map<string, string>()
    const rootOf = (key: string): string => {
      const above = root.get(key) ?? key
      return above === key ? key : rootOf(above)
    }
    const pieces: [Position, Position][] = []
    for (const { geometry } of districts)
      for (const ring of polygonsOf(geometry).flat())
        for (let index = 1; index < ring.length; index++) {
          const [from, to] = [ring[index - 1], ring[index]]
          if (!from || !to || !once.has([from.join(), to.join()].sort().join(' '))) continue
          pieces.push([from, to])
          root.set(rootOf(from.join()), rootOf(to.join()))
        }
    const areas = new Map<string, number>()
    for (const [[x1, y1], [x2, y2]] of pieces) {
      const key = rootOf(`${x1},${y1}`)
      areas.set(key, (areas.get(key) ?? 0) + x1 * y2 - x2 * y1)
    }
    expect(areas.size).toBeGreaterThan(50)
    expect([...areas].filter(([, doubled]) => doubled < 0)).toEqual([])
  })
  it.each(['provinces', 'divisions', 'districts'])('no ring of the %s touches itself', (id) => {
    for (const { id: name, geometry } of dataset(id))
      for (const ring of polygonsOf(geometry).flat())
        expect(new Set(ring.slice(1).map(String)).size, name).toBe(ring.length - 1)
  })
  it('a circle that stands in for a protected area has the published area', () => {
    const circles = dataset('protected-areas').filter(({ geometry }) => geometry.type === 'Polygon')
    expect(circles.length).toBeGreaterThan(90)
    for (const { id, geometry, properties } of circles) {
      expect(properties.geometryQuality, id).toBe('stand-in')
      expect(Math.abs(areaKm2(geometry) / Number(properties.areaKm2) - 1), id).toBeLessThan(0.01)
    }
  })
})

describe('boundaries', () => {
  it('draws the Line of Control dashed in every view and never solid, along any line', () => {
    const control = byId(boundaries, 'line-of-control')
    expect([
      control.properties.viewInternational,
      control.properties.viewPakistan,
      control.properties.viewChina,
    ]).toEqual(['disputed', 'disputed', 'disputed'])
    const vertices = new Set(lineStringsOf(control.geometry).flat().slice(1, -1).map(String))
    for (const { id, geometry, properties } of boundaries)
      if (properties.viewInternational === 'settled' && properties.kind === 'international')
        expect(
          lineStringsOf(geometry)
            .flat()
            .filter((point) => vertices.has(String(point))),
          id,
        ).toEqual([])
  })
  it('has no settled claim in the international view, and shows each claim to the claimant', () => {
    for (const { id, properties } of boundaries.filter(({ properties }) => properties.kind === 'claim'))
      expect(properties.viewInternational, id).toBe('disputed')
    expect(byId(boundaries, 'ne-pakistani-claim-1').properties.viewPakistan).toBe('settled')
    expect(byId(boundaries, 'ne-indian-claim-2').properties.viewChina).toBe('hidden')
  })
  it.each([
    ['pakistan-iran', 959, 5],
    ['pakistan-afghanistan', 2640, 5],
    ['line-of-control', 740, 12],
    ['working-boundary', 202, 5],
  ])('%s is about %i km', (id, km, percent) => {
    const lines = lineStringsOf(byId(boundaries, id).geometry)
    let metres = 0
    for (const line of lines)
      line.forEach((point, index) => {
        metres += index > 0 ? distanceM(line[index - 1] ?? point, point) : 0
      })
    expect(Math.abs(metres / 1000 / km - 1) * 100).toBeLessThan(percent)
  })
})

describe('places', () => {
  const known: [string, Position, string, string][] = [
    ['islamabad-pk', [73.0479, 33.6844], 'اسلام آباد', '伊斯兰堡'],
    ['karachi-pk', [67.0099, 24.8615], 'کراچی', '卡拉奇'],
    ['lahore-pk', [74.3436, 31.5497], 'لاہور', '拉合尔'],
    ['quetta-pk', [66.9962, 30.1798], 'کوئٹہ', '奎达'],
    ['peshawar-pk', [71.5785, 34.008], 'پشاور', '白沙瓦'],
    ['gwadar-pk', [62.3254, 25.1216], 'گوادر', '瓜达尔'],
    ['gilgit-pk', [74.3144, 35.9208], 'گلگت', '吉尔吉特'],
    ['multan-pk', [71.4753, 30.1968], 'ملتان', '木尔坦'],
    ['dalbandin-pk', [64.4072, 28.8885], 'دالبندین', '达尔本丁'],
    ['nok-kundi-pk', [62.75, 28.82], 'نوکنڈی', '诺昆迪'],
    ['islamkot-pk', [70.1789, 24.6991], 'اسلام کوٹ', '伊斯兰科特'],
    ['saindak-pk', [61.61, 29.25], 'سیندک', '山达克'],
  ]
  it.each(known)(
    '%s lies within 5 km of its published position and is named in Urdu and Chinese',
    (id, published, ur, zh) => {
      const { geometry, properties } = byId(places, id)
      expect(geometry.type === 'Point' ? distanceM(geometry.coordinates, published) : Number.NaN).toBeLessThan(5000)
      expect(properties.name).toMatchObject({ ur, zh })
    },
  )
  it('has one capital of Pakistan and six seats of provinces and territories', () => {
    const own = places.filter(({ properties }) => properties.country === 'PK')
    expect(own.filter(({ properties }) => properties.class === 'capital').map(({ id }) => id)).toEqual(['islamabad-pk'])
    expect(
      own
        .filter(({ properties }) => properties.isProvincialCapital)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['gilgit-pk', 'karachi-pk', 'lahore-pk', 'muzaffarabad-pk', 'peshawar-pk', 'quetta-pk'])
  })
  it('names no two towns of rank 5 and up alike within 10 km', () => {
    const towns = places.filter(({ properties }) => Number(properties.rank) <= 5 && properties.name.en !== null)
    const twins = towns.filter((one, index) =>
      towns
        .slice(index + 1)
        .some(
          (other) =>
            other.properties.name.en === one.properties.name.en &&
            one.geometry.type === 'Point' &&
            other.geometry.type === 'Point' &&
            distanceM(one.geometry.coordinates, other.geometry.coordinates) < 10_000,
        ),
    )
    expect(twins.map(({ id }) => id)).toEqual([])
  })
})

describe('references to districts', () => {
  const ids = new Set(districts.map(({ id }) => id))
  it.each(['protected-areas', 'floods'])('every district of %s exists', (id) => {
    for (const { properties } of dataset(id))
      for (const district of properties.districts as string[]) expect(ids).toContain(district)
  })
  it('hospitals lie in or near the district that they name', () => {
    const far = dataset('hospitals-universities').filter(({ geometry, properties }) => {
      const district = byId(districts, String(properties.district))
      if (geometry.type !== 'Point' || areaContains(district.geometry, geometry.coordinates)) return false
      const at = geometry.coordinates
      return (
        Math.min(
          ...polygonsOf(district.geometry)
            .flat(2)
            .map((vertex) => distanceM(vertex, at)),
        ) > 15_000
      )
    })
    expect(far.map(({ id }) => id)).toEqual([])
  })
  it('seismic zones are not reported for most districts, never guessed', () => {
    const zones = dataset('seismic-zones')
    expect(zones).toHaveLength(156)
    expect(zones.filter(({ properties }) => properties.zone !== null).length).toBeLessThan(20)
  })
})

describe('relief', () => {
  const grid = readPngGrid(join(folder, 'relief', RELIEF.fine.file), [...RELIEF.fine.bounds])
  it.each([
    ['Quetta', 67.0, 30.19, 1680, 60],
    ['Karachi', 67.01, 24.86, 10, 25],
    ['Karachi’s harbour', 66.98, 24.83, 5, 40],
    ['Gwadar', 62.325, 25.126, 10, 60],
    ['Lahore', 74.34, 31.55, 217, 20],
    ['Nok Kundi', 62.75, 28.82, 682, 40],
    ['Oman basin of the Arabian Sea', 63, 23, -3000, 500],
  ])('%s at %f, %f is about %i m', (_name, lon, lat, metres, tolerance) => {
    expect(Math.abs(heightAt(grid, lon, lat) - metres)).toBeLessThan(tolerance)
  })
  it('K2 is cut by less than 2,000 m and is among the highest ground', () => {
    expect(heightAt(grid, 76.513, 35.881)).toBeGreaterThan(6611)
    expect(heightAt(grid, 76.513, 35.881)).toBeLessThanOrEqual(8611)
  })
  it('has no spike on the coast of Balochistan and Sindh, and no unknown cell', () => {
    for (let lon = 61.7; lon < 67.3; lon += 0.01) expect(heightAt(grid, lon, 25.1)).toBeLessThan(700)
    expect(grid.metres.every((metres) => metres > -5000 && metres < 8700)).toBe(true)
  })
})
