/**
 * Reference systems against Debian's PROJ (package proj-bin): the definitions as `projinfo` has them and a thousand places as
 * `cs2cs` reckons them. Without it these tests are skipped, which is said aloud with their number; what needs no PROJ runs always.
 */
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Position } from '#geodata/contract/geo.ts'
import { CRS84, CRSS, crsByUri, crssFor, fromCrs, toCrs } from '#geodata/spatial/crs.ts'
import { projectGeometry, ringOfBox } from '#geodata/spatial/project-geometry.ts'

const epsgCrss = CRSS.filter(({ epsg }) => epsg !== null)

function hasProj(): boolean {
  try {
    execFileSync('projinfo', ['EPSG:4326', '-o', 'PROJ', '-q'], { stdio: 'pipe' })
    return true
  } catch {
    console.warn(`SKIPPED, ${2 * epsgCrss.length} comparisons with PROJ: no projinfo (Debian package proj-bin)`)
    return false
  }
}

/** Pseudo-random places from Africa to Japan, half of them in and around Pakistan, the same in each run. */
function places(count: number): Position[] {
  let seed = 42
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    return seed / 2 ** 31
  }
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? [60 + next() * 18, 23 + next() * 15] : [10 + next() * 120, next() * 80 - 20],
  )
}

/** `+a=1 +b=2` as a set of settings, without those that only say what kind of text it is. */
function settings(definition: string): string[] {
  return definition
    .split(/\s+/)
    .filter((part) => !['', '+type=crs', '+no_defs', '+wktext'].includes(part))
    .sort()
}

describe.skipIf(!hasProj())('against PROJ', () => {
  test.each(epsgCrss)('EPSG:$epsg is defined as in the EPSG dataset', ({ epsg, proj4, axes }) => {
    const definition = execFileSync('projinfo', [`EPSG:${epsg}`, '-o', 'PROJ', '-q'], { encoding: 'utf8' })
    const wkt = execFileSync('projinfo', [`EPSG:${epsg}`, '-o', 'WKT2:2019', '-q', '--single-line'], {
      encoding: 'utf8',
    })
    // The shift to WGS 84 belongs to the datum, not to the system: EPSG:1247, which projinfo names for Kalianpur 1962.
    expect(settings(proj4)).toEqual(settings(definition))
    const lastTwoAxes = [...wkt.matchAll(/AXIS\["[^"]*",(east|north)/g)].slice(-2).map(([, direction]) => direction)
    expect(lastTwoAxes.join('-')).toBe(axes)
  })

  test.each(epsgCrss)('EPSG:$epsg puts a thousand places where cs2cs puts them, and back', (crs) => {
    const points = places(1000).filter(
      ([lon, lat]) => lon >= crs.domain[0] && lon <= crs.domain[2] && lat >= crs.domain[1] && lat <= crs.domain[3],
    )
    expect(points.length).toBeGreaterThan(800)
    const input = points.map(([lon, lat]) => `${lon} ${lat}`).join('\n')
    const output = execFileSync('cs2cs', ['-f', '%.9f', CRS84.proj4, '+to', crs.proj4], { input, encoding: 'utf8' })
    const tolerance = crs.unit === 'metre' ? 0.001 : 1e-9
    for (const [index, line] of output.trim().split('\n').entries()) {
      const [east = Number.NaN, north = Number.NaN] = line.trim().split(/\s+/).map(Number)
      const point = points[index] ?? [0, 0]
      const [first, second] = toCrs(crs, point)
      const [ourEast, ourNorth] = crs.axes === 'east-north' ? [first, second] : [second, first]
      expect(Math.abs(ourEast - east), `${point}`).toBeLessThan(tolerance)
      expect(Math.abs(ourNorth - north), `${point}`).toBeLessThan(tolerance)
      // Within a decimetre: a shift of datum there and back loses the height.
      const [lon, lat] = fromCrs(crs, [first, second])
      expect(Math.hypot(lon - point[0], lat - point[1])).toBeLessThan(1e-6)
    }
  })
})

test('latitude comes first in EPSG:4326 and nowhere else among degrees', () => {
  const epsg4326 = crsByUri('http://www.opengis.net/def/crs/EPSG/0/4326')
  expect(epsg4326 && toCrs(epsg4326, [61.5, 29.25])).toEqual([29.25, 61.5])
  expect(toCrs(CRS84, [61.5, 29.25])).toEqual([61.5, 29.25])
})

test('the systems asked for are there, and only those that hold an extent are offered for it', () => {
  const codes = epsgCrss.map(({ epsg }) => epsg)
  expect(codes).toEqual([4326, 3857, 32641, 32642, 32643, 24311, 24312, 24313, 24376, 24377])
  expect(crssFor([60, 23, 78, 38])).toHaveLength(11)
  expect(crssFor(null)).toHaveLength(11)
  expect(crssFor([-180, -90, 180, 90]).map(({ epsg }) => epsg)).toEqual([null, 4326])
})

test('every shape keeps its kind and its number of positions', () => {
  const crs = crsByUri('http://www.opengis.net/def/crs/EPSG/0/32642')
  if (!crs) throw new Error('no UTM zone 42')
  const ring: Position[] = [
    [66, 24],
    [67, 24],
    [67, 25],
    [66, 24],
  ]
  expect(projectGeometry({ type: 'Point', coordinates: [69, 0] }, crs)).toEqual({
    type: 'Point',
    coordinates: [500_000, 0],
  })
  for (const geometry of [
    { type: 'LineString', coordinates: ring },
    { type: 'MultiLineString', coordinates: [ring, ring] },
    { type: 'Polygon', coordinates: [ring] },
    { type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] },
  ] as const) {
    const projected = projectGeometry(structuredClone(geometry) as Parameters<typeof projectGeometry>[0], crs)
    const count = (value: unknown): number =>
      Array.isArray(value) && !Array.isArray(value[0])
        ? 1
        : (value as unknown[]).reduce<number>((n, v) => n + count(v), 0)
    expect(projected.type).toBe(geometry.type)
    expect(count(projected.coordinates)).toBe(count(geometry.coordinates))
  }
})

test('the sides of a box of UTM are followed as they bend in degrees', () => {
  const crs = crsByUri('http://www.opengis.net/def/crs/EPSG/0/32642')
  if (!crs) throw new Error('no UTM zone 42')
  const ring = ringOfBox(crs, [200_000, 3_000_000, 800_000, 3_200_000])
  expect(ring).not.toBeNull()
  const norths = (ring ?? []).map(([, lat]) => lat)
  const [corner = 0] = norths
  // The southern side of equal northing lies highest in latitude over the central meridian.
  expect(Math.max(...norths.slice(0, 32)) - corner).toBeGreaterThan(0.02)
  expect(ringOfBox(crs, [1e12, 1e12, 2e12, 2e12])).toBeNull()
})
