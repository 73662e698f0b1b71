/** Relations and distances of shapes against other ways to find them: turf, the matrix itself, dense sampling. */
import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Geometry as GeoJson } from 'geojson'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { boundsOf, meetsBounds } from '#geodata/cql2/bounds.ts'
import { evaluate } from '#geodata/cql2/evaluate.ts'
import type { SpatialOp } from '#geodata/cql2/expression.ts'
import { SPATIAL_OPS } from '#geodata/cql2/expression.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { CONVERSE, relates } from '#geodata/cql2/relate.ts'
import { shapeOf } from '#geodata/cql2/shapes.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { isWithinDistance } from '#geodata/spatial/within-distance.ts'
import { filter, storedGeometry, THINGS, thing } from '../contract/filter-arbitraries.ts'

const op = fc.constantFrom(...SPATIAL_OPS)

describe('a relation', () => {
  test('is what the matrix of all nine intersections says, by whatever shorter way it was found', () => {
    const byMatrix: Record<SpatialOp, (a: Geometry, b: Geometry) => boolean> = {
      s_intersects: (a, b) => matrix(a, b).isIntersects(),
      s_disjoint: (a, b) => matrix(a, b).isDisjoint(),
      s_within: (a, b) => matrix(a, b).isWithin(),
      s_contains: (a, b) => matrix(a, b).isContains(),
      s_equals: (a, b) => matrix(a, b).isEquals(dimension(a), dimension(b)),
      s_touches: (a, b) => matrix(a, b).isTouches(dimension(a), dimension(b)),
      s_crosses: (a, b) => matrix(a, b).isCrosses(dimension(a), dimension(b)),
      s_overlaps: (a, b) => matrix(a, b).isOverlaps(dimension(a), dimension(b)),
    }
    fc.assert(
      fc.property(op, storedGeometry, storedGeometry, (each, a, b) => {
        expect(relates(each, shapeOf(a), shapeOf(b))).toBe(byMatrix[each](a, b))
        expect(relates(CONVERSE[each], shapeOf(b), shapeOf(a))).toBe(byMatrix[each](a, b))
      }),
      { numRuns: 3000 },
    )
  })

  test('of points, lines and areas sharing a point is the same by turf', () => {
    fc.assert(
      fc.property(storedGeometry, storedGeometry, (a, b) => {
        expect(relates('s_intersects', shapeOf(a), shapeOf(b))).toBe(turf.booleanIntersects(a as GeoJson, b as GeoJson))
      }),
      { numRuns: 1500 },
    )
  })
})

const matrix = (a: Geometry, b: Geometry) => RelateOp.relate(shapeOf(a).jts, shapeOf(b).jts)
const dimension = ({ type }: Geometry) => (type === 'Point' ? 0 : type.endsWith('LineString') ? 1 : 2)

describe('a distance', () => {
  const place = fc.tuple(fc.double({ min: 60, max: 78, noNaN: true }), fc.double({ min: 23, max: 38, noNaN: true }))
  const line = fc
    .array(place, { minLength: 2, maxLength: 4 })
    .map((coordinates) => ({ type: 'LineString' as const, coordinates }))

  test('within which two lines lie is that of a dense sampling, to the precision of nearest.ts', () => {
    fc.assert(
      fc.property(line, line, fc.double({ min: 0.2, max: 3, noNaN: true }), (a, b, factor) => {
        if (relates('s_intersects', shapeOf(a), shapeOf(b))) return
        const sampledM = Math.min(...samples(a.coordinates).map((each) => nearestPoint(each, b).distanceM))
        const askedM = sampledM * factor
        // Between the samples a nearer place may hide, never farther than half their spacing.
        if (askedM >= sampledM) expect(isWithinDistance(a, b, askedM + 0.2)).toBe(true)
        if (askedM < sampledM - spacingM(a.coordinates)) expect(isWithinDistance(a, b, askedM)).toBe(false)
        expect(isWithinDistance(a, b, askedM)).toBe(isWithinDistance(b, a, askedM))
      }),
      { numRuns: 40 },
    )
  })

  test('is found across the antimeridian', () => {
    const fiji: Geometry = {
      type: 'LineString',
      coordinates: [
        [179.5, -17],
        [179.9, -17],
      ],
    }
    const east: Geometry = {
      type: 'LineString',
      coordinates: [
        [-179.9, -17],
        [-179.5, -17],
      ],
    }
    expect(isWithinDistance(fiji, east, 21_000)).toBe(false)
    expect(isWithinDistance(fiji, east, 21_500)).toBe(true)
  })
})

const STEPS = 40
function samples(line: readonly Position[]): Position[] {
  return line.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index] ?? [x, y]
    return Array.from(
      { length: STEPS + 1 },
      (_, step): Position => [fromX + (step / STEPS) * (x - fromX), fromY + (step / STEPS) * (y - fromY)],
    )
  })
}
function spacingM(line: readonly Position[]): number {
  const [west, south, east, north] = bboxOf({ type: 'LineString', coordinates: [...line] })
  return ((Math.hypot(east - west, north - south) * 112_000) / STEPS / 2) * 1.1
}

describe('the bounds of a filter', () => {
  test('meet the box of every feature that it is true of', () => {
    fc.assert(
      fc.property(filter, thing, (expression, feature) => {
        if (evaluate(expression, feature, queryablesOf(THINGS)) !== true) return
        const box = feature.geometry === null ? null : bboxOf(feature.geometry)
        expect(meetsBounds(box, boundsOf(expression))).toBe(true)
      }),
      { numRuns: 4000 },
    )
  })
})
