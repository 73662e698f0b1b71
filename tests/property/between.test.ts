/** Laws of the way between shapes, of boundaries, of sides and chainage, against brute force; across the antimeridian and at the poles. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { alongLines } from '#geodata/spatial/along-line.ts'
import { aroundTest, boxTest, shapeTest, tileBox } from '#geodata/spatial/area-test.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { between } from '#geodata/spatial/between.ts'
import { destination, distanceM, geodesicLine, lengthM } from '#geodata/spatial/geodesic.ts'
import { leastBetweenBoxesM, nearestPoint } from '#geodata/spatial/nearest.ts'
import { covers } from '#geodata/spatial/planar.ts'
import { doMeet, isWithin } from '#geodata/spatial/relate.ts'
import { targetOf } from '#geodata/spatial/target.ts'

const evenly = (min: number, max: number) => fc.integer({ min: 0, max: 1e6 }).map((n) => min + ((max - min) * n) / 1e6)
const position = fc.tuple(evenly(60, 80), evenly(22, 40))
const line = fc
  .array(position, { minLength: 2, maxLength: 5 })
  .map((coordinates): Geometry => ({ type: 'LineString', coordinates }))
/** Corners on a coarse grid, so that boundaries are met exactly. */
const box = fc
  .tuple(
    fc.integer({ min: 60, max: 76 }),
    fc.integer({ min: 22, max: 36 }),
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([x, y, w, h]): Geometry => ({ type: 'Polygon', coordinates: [ringOf(x, y, x + w, y + h)] }))

function ringOf(west: number, south: number, east: number, north: number): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
const at = (coordinates: Position): Geometry => ({ type: 'Point', coordinates })

/** Points along every edge. */
function steps(geometry: Geometry, count: number): Position[] {
  const vertices =
    geometry.type === 'LineString'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? (geometry.coordinates[0] ?? [])
        : []
  return vertices.slice(1).flatMap((to, index) => {
    const from = vertices[index] ?? to
    return Array.from(
      { length: count + 1 },
      (_, step): Position => [
        from[0] + ((to[0] - from[0]) * step) / count,
        from[1] + ((to[1] - from[1]) * step) / count,
      ],
    )
  })
}

describe('between two shapes', () => {
  test('nothing that brute force finds is nearer, and the ends lie where they say', () => {
    fc.assert(
      fc.property(line, fc.oneof(line, box), (a, b) => {
        const found = between(a, b)
        let least = Number.POSITIVE_INFINITY
        for (const p of steps(a, 25)) for (const q of steps(b, 25)) least = Math.min(least, distanceM(p, q))
        expect(found.distanceM).toBeLessThanOrEqual(least * 1.001 + 1)
        expect(nearestPoint(found.from, a).distanceM).toBeLessThan(0.01)
        expect(nearestPoint(found.to, b).distanceM).toBeLessThan(0.01)
        expect(distanceM(found.from, found.to)).toBeCloseTo(found.distanceM, 2)
      }),
      { numRuns: 60 },
    )
  })

  test('it is as far there as back, and 0 exactly where they meet', () => {
    fc.assert(
      fc.property(fc.oneof(line, box), fc.oneof(line, box), (a, b) => {
        const [there, back] = [between(a, b), between(b, a)]
        expect(Math.abs(there.distanceM - back.distanceM)).toBeLessThan(1 + 0.001 * there.distanceM)
        expect(there.distanceM === 0).toBe(doMeet(a, b))
      }),
    )
  })

  test('the bound of two boxes is one', () => {
    fc.assert(
      fc.property(line, line, (a, b) => {
        expect(leastBetweenBoxesM(bboxOf(a), bboxOf(b))).toBeLessThanOrEqual(between(a, b).distanceM)
      }),
    )
  })
})

describe('boundaries', () => {
  test('corners and edges are inside, a hair beyond is not', () => {
    const square = [ringOf(60, 20, 61, 21), ringOf(60.4, 20.4, 60.6, 20.6)]
    const inside: Position[] = [
      [60, 20],
      [60.5, 20],
      [61, 20.25],
      [60.4, 20.4],
      [60.5, 20.4],
      [60.2, 20.7],
    ]
    const outside: Position[] = [
      [60.5, 20.5],
      [60.5, 19.9999999999],
      [61.0000000001, 20.5],
      [59.9, 20.5],
    ]
    expect(inside.map((place) => covers([square], place))).toEqual(inside.map(() => true))
    expect(outside.map((place) => covers([square], place))).toEqual(outside.map(() => false))
  })

  test('boxes that only touch meet, and one lies within another as their sides say', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const [[aw, as, ae, an], [bw, bs, be, bn]] = [bboxOf(a), bboxOf(b)]
        expect(doMeet(a, b)).toBe(aw <= be && bw <= ae && as <= bn && bs <= an)
        expect(isWithin(a, b)).toBe(aw >= bw && ae <= be && as >= bs && an <= bn)
      }),
      { numRuns: 500 },
    )
  })

  test('a ring round a hole is not within what has the hole', () => {
    const holed: Geometry = { type: 'Polygon', coordinates: [ringOf(0, 0, 10, 10), ringOf(4, 4, 6, 6)] }
    expect(isWithin({ type: 'Polygon', coordinates: [ringOf(3, 3, 7, 7)] }, holed)).toBe(false)
    expect(isWithin({ type: 'Polygon', coordinates: [ringOf(1, 1, 3, 3)] }, holed)).toBe(true)
    expect(
      isWithin(
        {
          type: 'LineString',
          coordinates: [
            [1, 5],
            [9, 5],
          ],
        },
        holed,
      ),
    ).toBe(false)
    expect(
      isWithin(
        {
          type: 'LineString',
          coordinates: [
            [4, 3],
            [4, 7],
          ],
        },
        holed,
      ),
    ).toBe(true)
  })
})

describe('along a line', () => {
  test('a place set out to the left or right is found there, at its chainage', () => {
    fc.assert(
      fc.property(
        position,
        evenly(0, 360),
        evenly(0.1, 0.9),
        fc.constantFrom(90, -90),
        (start, bearing, share, turn) => {
          const lengthKm = 40
          const line = Array.from({ length: 41 }, (_, km) => destination(start, bearing, km * 1000))
          const foot = destination(start, bearing, share * lengthKm * 1000)
          const place = destination(foot, geodesicLine(foot, line.at(-1) ?? foot).bearingDeg + turn, 5000)
          const found = nearestPoint(place, { type: 'LineString', coordinates: line })
          const along = alongLines([line], found.position, place)
          expect(found.distanceM).toBeCloseTo(5000, -1)
          expect(along.side).toBe(turn === 90 ? 'right' : 'left')
          expect(Math.abs(along.chainageM - share * lengthKm * 1000)).toBeLessThan(30)
        },
      ),
    )
  })

  test('at a corner the side is the outer one; beyond an end there is none; on it is on it', () => {
    const line: Position[] = [
      [70, 30],
      [71, 30],
      [71, 31],
    ]
    const side = (place: Position) =>
      alongLines([line], nearestPoint(place, { type: 'LineString', coordinates: line }).position, place).side
    expect(side([71.5, 29.5])).toBe('right')
    expect(side([70.5, 30.5])).toBe('left')
    expect(side([69, 30])).toBeNull()
    expect(side([71, 32])).toBeNull()
    expect(side([70.5, 30])).toBe('on')
    expect(alongLines([line], [71, 31], [71, 31]).chainageM).toBeCloseTo(lengthM(line), 3)
  })
})

describe('across the antimeridian and at the poles', () => {
  const edge: Geometry = {
    type: 'LineString',
    coordinates: [
      [179.9, -1],
      [179.9, 1],
    ],
  }

  test('the way goes over the antimeridian where it is shorter', () => {
    for (const shape of [
      edge,
      { type: 'Polygon', coordinates: [ringOf(179, -1, 179.9, 1)] } as const satisfies Geometry,
    ]) {
      const found = between(at([-179.9, 0]), shape as Geometry)
      expect(found.distanceM).toBeCloseTo(distanceM([-179.9, 0], [179.9, 0]), 0)
      expect(found.bearingDeg).toBeCloseTo(270, 3)
    }
    const other: Geometry = {
      type: 'LineString',
      coordinates: [
        [-179.9, -1],
        [-179.9, 1],
      ],
    }
    expect(between(edge, other).distanceM).toBeCloseTo(distanceM([-179.9, 1], [179.9, 1]), 0)
  })

  test('a box over the antimeridian holds both sides, and nothing of the rest', () => {
    const { boxes, intersects, contains } = boxTest([170, -10, -170, 10])
    expect(boxes).toHaveLength(2)
    expect([175, -175, 180, -180, 170].map((lon) => intersects(at([lon, 0])))).toEqual([true, true, true, true, true])
    expect([0, 169, -169].map((lon) => contains(at([lon, 0])))).toEqual([false, false, false])
  })

  test('around a pole every longitude is near', () => {
    const pole = aroundTest(targetOf([0, 90]), 200)
    fc.assert(
      fc.property(evenly(-180, 180), evenly(85, 90), (lon, lat) => {
        expect(pole.intersects(at([lon, lat]))).toBe(distanceM([0, 90], [lon, lat]) <= 200_000)
        expect(bboxOf(at([lon, lat]))[0]).toBeGreaterThanOrEqual(pole.boxes[0]?.[0] ?? 0)
      }),
    )
    const parallel: Geometry = {
      type: 'LineString',
      coordinates: [
        [-100, 89],
        [70, 89],
      ],
    }
    expect(nearestPoint([-20, 90], parallel).distanceM).toBeCloseTo(distanceM([0, 90], [0, 89]), 0)
  })
})

describe('areas', () => {
  test('around a place is what lies within the distance, all of it or some', () => {
    fc.assert(
      fc.property(position, line, evenly(1, 900), (place, shape, km) => {
        const area = aroundTest(targetOf(place), km)
        const away = [...steps(shape, 400)].map((one) => distanceM(place, one) / 1000)
        const [least, most] = [Math.min(...away), Math.max(...away)]
        if (Math.abs(least - km) > 3) expect(area.intersects(shape)).toBe(least <= km)
        if (Math.abs(most - km) > 3) expect(area.contains(shape)).toBe(most <= km)
      }),
      { numRuns: 60 },
    )
  })

  test('a tile is where Web Mercator puts it', () => {
    expect(tileBox(0, 0, 0).map(Math.round)).toEqual([-180, -85, 180, 85])
    expect(tileBox(1, 1, 0).map(Math.round)).toEqual([0, 0, 180, 85])
  })

  test('a line as an area holds what lies on it', () => {
    const test = shapeTest({
      type: 'LineString',
      coordinates: [
        [60, 20],
        [62, 20],
      ],
    })
    expect([test.contains(at([61, 20])), test.contains(at([61, 20.1])), test.intersects(at([62, 20]))]).toEqual([
      true,
      false,
      true,
    ])
  })
})
