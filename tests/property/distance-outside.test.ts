/**
 * Our distances against programs that others wrote: PROJ's `geod` (Karney's own C code; ours is his JavaScript) on points,
 * PostGIS `geography` on lines and polygons. PostGIS joins vertices by geodesics, we by straight lines in longitude and
 * latitude (RFC 7946): its shapes are given with a vertex every hundredth of a degree, where the two differ by centimetres.
 */
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { between } from '#geodata/spatial/between.ts'
import { distanceM, geodesicLine } from '#geodata/spatial/geodesic.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { doMeet, isWithin } from '#geodata/spatial/relate.ts'
import { hasGeod, sayMissing, startPostgis } from './outside-tools.ts'

const PAIRS = 10_000
const SEED = 20261124
/** Numbers spread evenly; `fc.double` crowds around 0. */
const evenly = (min: number, max: number) => fc.integer({ min: 0, max: 1e6 }).map((n) => min + ((max - min) * n) / 1e6)
const anywhere = fc.tuple(evenly(-180, 180), evenly(-90, 90))
const sampled = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(fc.noBias(arbitrary), { numRuns: count, seed: SEED })

const geod = hasGeod()
if (!geod) sayMissing('geod', 1, 'proj-bin')

test.skipIf(!geod)(`${PAIRS} random pairs are as far apart as geod says, to 1 mm`, () => {
  const pairs = sampled(fc.tuple(anywhere, anywhere), PAIRS)
  const input = pairs.map(([a, b]) => `${a[1]} ${a[0]} ${b[1]} ${b[0]}`).join('\n')
  const output = execFileSync('geod', ['-I', '+ellps=WGS84', '-f', '%.12f', '-F', '%.6f'], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  const theirs = output
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  expect(theirs).toHaveLength(PAIRS)
  let [worstM, worstDeg] = [0, 0]
  for (const [index, [a, b]] of pairs.entries()) {
    const [azimuth = Number.NaN, , metres = Number.NaN] = theirs[index] ?? []
    const ours = geodesicLine(a, b)
    worstM = Math.max(worstM, Math.abs(ours.distanceM - metres))
    // Near the antipode the shortest way may set out either way; bearings are compared where there is one.
    if (metres > 1 && metres < 19_000_000 && Math.abs(a[1]) < 89.9)
      worstDeg = Math.max(worstDeg, Math.abs(((ours.bearingDeg - azimuth + 540) % 360) - 180))
  }
  expect(worstM).toBeLessThan(0.001)
  expect(worstDeg).toBeLessThan(1e-6)
})

const SHAPES = 400
const centre = fc.tuple(evenly(61, 77), evenly(24, 37))
const offset = fc.tuple(evenly(-1, 1), evenly(-1, 1))
const lineShape = fc.tuple(centre, fc.array(offset, { minLength: 2, maxLength: 8 })).map(
  ([[lon, lat], offsets]): Geometry => ({
    type: 'LineString',
    coordinates: offsets.map(([dx, dy]): Position => [lon + dx, lat + dy]),
  }),
)
/** Star-shaped rings do not cross themselves; some have a hole. */
const areaShape = fc
  .tuple(centre, fc.array(evenly(0.4, 1), { minLength: 4, maxLength: 12 }), fc.boolean())
  .map(([[lon, lat], radii, hasHole]): Geometry => {
    const ringOf = (scale: number): Position[] => {
      const ring = radii.map((radius, index): Position => {
        const angle = (2 * Math.PI * index) / radii.length
        return [lon + scale * radius * Math.cos(angle), lat + scale * radius * Math.sin(angle)]
      })
      return [...ring, ring[0] ?? [lon, lat]]
    }
    return { type: 'Polygon', coordinates: hasHole ? [ringOf(1), ringOf(0.4).reverse()] : [ringOf(1)] }
  })
const place = fc.tuple(centre, offset, fc.boolean()).map(([[lon, lat], [dx, dy]]): Position => [lon + dx, lat + dy])
/** A place near a shape, now and then inside it. */
const near = (shape: Geometry, [dx, dy]: Position): Position => {
  const line = shape.type === 'Polygon' ? shape.coordinates[0] : shape.type === 'LineString' ? shape.coordinates : []
  const [lon, lat] = line?.[0] ?? [70, 30]
  return [lon + 1.5 * dx, lat + 1.5 * dy]
}

function densified(line: readonly Position[]): string {
  const points = line.flatMap((vertex, index) => {
    const next = line[index + 1]
    if (!next) return [vertex]
    const steps = Math.max(1, Math.ceil(Math.hypot(next[0] - vertex[0], next[1] - vertex[1]) / 0.01))
    return Array.from({ length: steps }, (_, step): Position => {
      const share = step / steps
      return [vertex[0] + share * (next[0] - vertex[0]), vertex[1] + share * (next[1] - vertex[1])]
    })
  })
  return `(${points.map(([x, y]) => `${x} ${y}`).join(',')})`
}
function wkt(shape: Geometry, asLine = densified): string {
  if (shape.type === 'Point') return `POINT(${shape.coordinates.join(' ')})`
  if (shape.type === 'LineString') return `LINESTRING${asLine(shape.coordinates)}`
  if (shape.type === 'Polygon') return `POLYGON(${shape.coordinates.map(asLine).join(',')})`
  throw new Error(`no text for a ${shape.type}`)
}
const plain = (line: readonly Position[]): string => `(${line.map(([x, y]) => `${x} ${y}`).join(',')})`

const postgis = startPostgis()
if (postgis === null) sayMissing('PostGIS', 5, 'postgresql-15-postgis-3')
afterAll(() => postgis?.stop())

/** Each pair's answer, by one statement over a table of texts. */
function asked(pairs: readonly (readonly [string, string])[], expression: string): string[] {
  const values = pairs.map(([a, b], index) => `(${index},'${a}','${b}')`).join(',')
  const sql = `SELECT ${expression} FROM (VALUES ${values}) AS pair (number, a, b) ORDER BY number;`
  return (postgis?.rows(sql) ?? []).map(([text = '']) => text)
}
const GEOGRAPHIES = `ST_Distance(('SRID=4326;' || a)::geography, ('SRID=4326;' || b)::geography)`

/** To 0.1 %, and to 5 cm for the nearest ones, where the two kinds of edge differ. */
function expectAlike(ours: number, theirs: string, what: string): void {
  expect(theirs, what).not.toBe('')
  expect(Math.abs(ours - Number(theirs)), `${what}: ${ours} and ${theirs}`).toBeLessThan(0.05 + 0.001 * Number(theirs))
}

describe.skipIf(postgis === null)('PostGIS agrees', () => {
  test(`on the distance of ${SHAPES} pairs of points`, () => {
    const pairs = sampled(fc.tuple(anywhere, anywhere), SHAPES)
    const theirs = asked(
      pairs.map(([a, b]) => [`POINT(${a.join(' ')})`, `POINT(${b.join(' ')})`]),
      GEOGRAPHIES,
    )
    for (const [index, [a, b]] of pairs.entries()) expect(distanceM(a, b)).toBeCloseTo(Number(theirs[index]), 2)
  })

  test.each(['lines', 'polygons with and without holes'] as const)(
    'on the distance from a place to %s, to 0.1 %',
    (name) => {
      const arbitrary = name === 'lines' ? lineShape : areaShape
      const cases = sampled(fc.tuple(arbitrary, offset), SHAPES).map(([shape, by]) => ({ shape, at: near(shape, by) }))
      const theirs = asked(
        cases.map(({ shape, at }) => [`POINT(${at.join(' ')})`, wkt(shape)]),
        GEOGRAPHIES,
      )
      for (const [index, { shape, at }] of cases.entries()) {
        const found = nearestPoint(at, shape)
        expectAlike(found.distanceM, theirs[index] ?? '', JSON.stringify({ shape, at }))
        expect(distanceM(at, found.position)).toBeCloseTo(found.distanceM, 2)
      }
      expect(new Set(theirs).size).toBeGreaterThan(SHAPES / 2)
    },
  )

  test(`on the distance between ${SHAPES} pairs of shapes, to 0.1 %`, () => {
    const shape = fc.oneof(lineShape, areaShape)
    const pairs = sampled(fc.tuple(shape, shape), SHAPES)
    const theirs = asked(
      pairs.map(([a, b]) => [wkt(a), wkt(b)]),
      GEOGRAPHIES,
    )
    for (const [index, [a, b]] of pairs.entries())
      expectAlike(between(a, b).distanceM, theirs[index] ?? '', JSON.stringify([a, b]))
  })

  test(`on which of ${SHAPES} pairs meet and which lie within`, () => {
    const shape = fc.oneof(
      lineShape,
      areaShape,
      place.map((at): Geometry => ({ type: 'Point', coordinates: at })),
    )
    const pairs = sampled(fc.tuple(shape, areaShape, evenly(0.05, 1)), SHAPES).map(
      ([a, b, scale]) => [shrunk(a, b, scale), b] as const,
    )
    const expression = `ST_Intersects(a::geometry, b::geometry) || ' ' || ST_CoveredBy(a::geometry, b::geometry)`
    const theirs = asked(
      pairs.map(([a, b]) => [wkt(a, plain), wkt(b, plain)]),
      expression,
    )
    const ours = pairs.map(([a, b]) => `${doMeet(a, b)} ${isWithin(a, b)}`)
    expect(ours).toEqual(theirs)
    for (const answer of ['true true', 'true false', 'false false'])
      expect(ours.filter((one) => one === answer).length, answer).toBeGreaterThan(10)
  })
})

/** Moved to the other's first corner and made smaller, so that all three answers come up. */
function shrunk(shape: Geometry, other: Geometry, scale: number): Geometry {
  const [ax, ay] = firstOf(shape)
  const [bx, by] = firstOf(other)
  const moved = ([x, y]: Position): Position => [bx - 0.3 + (x - ax) * scale, by + 0.1 + (y - ay) * scale]
  if (shape.type === 'Point') return { type: 'Point', coordinates: moved(shape.coordinates) }
  if (shape.type === 'LineString') return { type: 'LineString', coordinates: shape.coordinates.map(moved) }
  if (shape.type === 'Polygon')
    return { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(moved)) }
  return shape
}

function firstOf(shape: Geometry): Position {
  if (shape.type === 'Point') return shape.coordinates
  if (shape.type === 'LineString') return shape.coordinates[0] ?? [0, 0]
  return shape.type === 'Polygon' ? (shape.coordinates[0]?.[0] ?? [0, 0]) : [0, 0]
}
