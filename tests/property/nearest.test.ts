/** Laws of distance and of the nearest point, against brute force by GeographicLib and against known distances. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { areaM2, bearingDeg, destination, distanceM, lengthM } from '#geodata/spatial/geodesic.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import { leastDistanceM, nearestPoint } from '#geodata/spatial/nearest.ts'
import { covers } from '#geodata/spatial/planar.ts'

const position = fc.tuple(fc.double({ min: 55, max: 85, noNaN: true }), fc.double({ min: 20, max: 45, noNaN: true }))
const line = fc.array(position, { minLength: 2, maxLength: 6 })
const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
)

test('distances published by Vincenty and Karney are met', () => {
  // Flinders Peak to Buninyong, Geocentric Datum of Australia technical manual: 54 972.271 m on GRS 80 (same to the millimetre).
  expect(distanceM([144.42486788, -37.95103341], [143.92649552, -37.65282113])).toBeCloseTo(54972.271, 1)
  expect(distanceM([0, 0], [0, 90])).toBeCloseTo(10_001_965.729, 2)
  expect(bearingDeg([144.42486788, -37.95103341], [143.92649552, -37.65282113])).toBeCloseTo(306.868158, 3)
})

test('a degree square at the equator has the area of the ellipsoid', () => {
  const square: Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ]
  expect(areaM2(square) / 1e6).toBeCloseTo(12308.778, 2)
  expect(areaM2([...square].reverse())).toBeCloseTo(areaM2(square), 3)
})

test('going and measuring agree', () => {
  fc.assert(
    fc.property(
      position,
      fc.double({ min: 0, max: 359, noNaN: true }),
      fc.integer({ min: 1, max: 3_000_000 }),
      (from, bearing, metres) => {
        const to = destination(from, bearing, metres)
        expect(distanceM(from, to)).toBeCloseTo(metres, 3)
      },
    ),
  )
})

test('a line is at least as long as the way between its ends', () => {
  fc.assert(
    fc.property(line, (vertices) => {
      const [first, last] = [vertices[0], vertices.at(-1)]
      if (!first || !last) throw new Error('a line has ends')
      expect(lengthM(vertices)).toBeGreaterThanOrEqual(distanceM(first, last) - 1e-6)
    }),
  )
})

function brute(place: Position, vertices: readonly Position[], pieces: number): number {
  let best = Number.POSITIVE_INFINITY
  for (let index = 1; index < vertices.length; index++) {
    const [a, b] = [vertices[index - 1], vertices[index]]
    if (!a || !b) continue
    for (let piece = 0; piece <= pieces; piece++) {
      const share = piece / pieces
      best = Math.min(best, distanceM(place, [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]))
    }
  }
  return best
}

test('the nearest point of a line is as near as brute force finds, and lies where it says', () => {
  fc.assert(
    fc.property(fc.oneof(position, anywhere), line, (place, vertices) => {
      const found = nearestPoint(place, { type: 'LineString', coordinates: vertices })
      const densified = brute(place, vertices, 400)
      const spacing = lengthM(vertices) / 400
      // Half round the globe an edge can have two nearest points, alike to a ten-millionth.
      expect(found.distanceM).toBeLessThanOrEqual(densified * (1 + 1e-7) + 0.1)
      // Brute force is at most half a spacing from the true foot.
      expect(found.distanceM).toBeGreaterThanOrEqual(densified - Math.max(densified * 0.001, spacing))
      expect(distanceM(place, found.position)).toBeCloseTo(found.distanceM, 3)
    }),
    {
      numRuns: 150,
      // Once found: from afar the steps went to and fro and ended a metre too far.
      examples: [
        [
          [0, 0],
          [
            [55.49375547268832, 40.372998820364074],
            [62.15882874136366, 24.992915646127692],
          ],
        ],
      ],
    },
  )
})

test('a long line drawn straight in degrees is met to a tenth of a per cent where it bulges', () => {
  const vertices: Position[] = [
    [60, 30],
    [75, 30],
  ]
  for (const place of [
    [67.5, 30.001],
    [67.5, 31],
    [61, 29.2],
    [74.9, 35],
  ] as Position[]) {
    const exact = brute(place, vertices, 200_000)
    expect(Math.abs(nearestPoint(place, { type: 'LineString', coordinates: vertices }).distanceM - exact)).toBeLessThan(
      Math.max(exact * 0.001, 0.1),
    )
  }
})

test('inside an area the distance is nought, in its hole it is not', () => {
  const polygon: Position[][] = [
    [
      [60, 25],
      [64, 25],
      [64, 29],
      [60, 29],
      [60, 25],
    ],
    [
      [61, 26],
      [63, 26],
      [63, 28],
      [61, 28],
      [61, 26],
    ],
  ]
  const area = { type: 'Polygon' as const, coordinates: polygon }
  expect(nearestPoint([60.5, 25.5], area).distanceM).toBe(0)
  expect(covers([polygon], [62, 27])).toBe(false)
  const inHole = nearestPoint([62, 27.9], area)
  expect(inHole.distanceM).toBeCloseTo(distanceM([62, 27.9], [62, 28]), 0)
  expect(inHole.bearingDeg).toBeCloseTo(0, 1)
})

test('adding a part never moves the nearest point away', () => {
  fc.assert(
    fc.property(position, line, line, (place, one, other) => {
      const alone = nearestPoint(place, { type: 'LineString', coordinates: one })
      const both = nearestPoint(place, { type: 'MultiLineString', coordinates: [one, other] })
      expect(both.distanceM).toBeLessThanOrEqual(alone.distanceM + 0.1)
    }),
  )
})

test('a line of hundreds of vertices gives what its edges give one by one', () => {
  const long = fc.array(position, { minLength: 120, maxLength: 300 })
  fc.assert(
    fc.property(position, long, (place, vertices) => {
      const edges = vertices.slice(1).map((to, index) => [vertices[index] ?? to, to])
      const apart = Math.min(
        ...edges.map((edge) => nearestPoint(place, { type: 'LineString', coordinates: edge }).distanceM),
      )
      expect(nearestPoint(place, { type: 'LineString', coordinates: vertices }).distanceM).toBeCloseTo(apart, 0)
    }),
    { numRuns: 30 },
  )
})

test('no place in a box is nearer than the bound', () => {
  fc.assert(
    fc.property(anywhere, anywhere, anywhere, (place, a, b) => {
      const box: BBox = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
      const corners = [a, b, [a[0], b[1]], [b[0], a[1]], [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]] as Position[]
      const nearestCorner = Math.min(...corners.map((corner) => distanceM(place, corner)))
      expect(leastDistanceM(place, box)).toBeLessThanOrEqual(nearestCorner + 1e-6)
    }),
    { numRuns: 1000 },
  )
})

const box = fc
  .tuple(position, position)
  .map(([a, b]): BBox => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])])

test('a geometry meets a box exactly when one of its places lies in it', () => {
  fc.assert(
    fc.property(line, box, (vertices, bbox) => {
      const steps = vertices.slice(1).flatMap((to, index) => {
        const from = vertices[index] ?? to
        return Array.from({ length: 201 }, (_, step): Position => {
          const share = step / 200
          return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
        })
      })
      const isSeen = steps.some(([x, y]) => x >= bbox[0] && x <= bbox[2] && y >= bbox[1] && y <= bbox[3])
      if (isSeen) expect(meetsBox({ type: 'LineString', coordinates: vertices }, bbox)).toBe(true)
      const [west, south, east, north] = bbox
      const padded: BBox = [west - 0.2, south - 0.2, east + 0.2, north + 0.2]
      const isNear = steps.some(([x, y]) => x >= padded[0] && x <= padded[2] && y >= padded[1] && y <= padded[3])
      if (!isNear) expect(meetsBox({ type: 'LineString', coordinates: vertices }, bbox)).toBe(false)
    }),
  )
})

test('a box within an area meets it, a box within its hole does not', () => {
  const square = (from: number, to: number): Position[] => [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ]
  const area = { type: 'Polygon' as const, coordinates: [square(20, 40), square(25, 35)] }
  expect(meetsBox(area, [21, 21, 22, 22])).toBe(true)
  expect(meetsBox(area, [28, 28, 30, 30])).toBe(false)
  expect(meetsBox(area, [10, 10, 50, 50])).toBe(true)
  expect(meetsBox(area, [41, 41, 50, 50])).toBe(false)
})
