/** Relations and bounds of filters against other ways to find them: turf, the matrix of nine intersections itself. */
import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Geometry as GeoJson } from 'geojson'
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import { describe, expect, test } from 'vitest'
import type { Geometry } from '#geodata/contract/geo.ts'
import { boxOfExpression } from '#geodata/cql2/box.ts'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { TOPOLOGY, type Topology } from '#geodata/cql2/expression.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { relates } from '#geodata/cql2/topology.ts'
import { bboxesMeet, bboxOf } from '#geodata/spatial/bbox.ts'
import { expression, geometry, wells } from '../contract/cql2-arbitraries.ts'
import { WELLS } from '../contract/storage-world.ts'

const op = fc.constantFrom(...TOPOLOGY)
const reader = new GeoJSONReader(new GeometryFactory())
const matrix = (a: Geometry, b: Geometry) => RelateOp.relate(reader.read(a), reader.read(b))
const dimension = ({ type }: Geometry) => (type === 'Point' ? 0 : type.endsWith('LineString') ? 1 : 2)
const BY_MATRIX: Record<Topology, (a: Geometry, b: Geometry) => boolean> = {
  s_intersects: (a, b) => matrix(a, b).isIntersects(),
  s_disjoint: (a, b) => matrix(a, b).isDisjoint(),
  s_within: (a, b) => matrix(a, b).isWithin(),
  s_contains: (a, b) => matrix(a, b).isContains(),
  s_equals: (a, b) => matrix(a, b).isEquals(dimension(a), dimension(b)),
  s_touches: (a, b) => matrix(a, b).isTouches(dimension(a), dimension(b)),
  s_crosses: (a, b) => matrix(a, b).isCrosses(dimension(a), dimension(b)),
  s_overlaps: (a, b) => matrix(a, b).isOverlaps(dimension(a), dimension(b)),
}

describe('a relation', () => {
  test('is what the matrix of all nine intersections says, by whatever shorter way it was found', () => {
    let held = 0
    fc.assert(
      fc.property(op, geometry, geometry, (each, a, b) => {
        const holds = relates(each, a, b)
        expect(holds).toBe(BY_MATRIX[each](a, b))
        if (holds) held++
      }),
      { numRuns: 3000 },
    )
    expect(held).toBeGreaterThan(300)
  })

  test('is the same for long lines, of which only what lies near is looked at', () => {
    const along = fc.tuple(fc.integer({ min: 58, max: 68 }), fc.integer({ min: 22, max: 32 }))
    const long = fc
      .array(along, { minLength: 40, maxLength: 60 })
      .map((coordinates): Geometry => ({ type: 'LineString', coordinates }))
    let held = 0
    fc.assert(
      fc.property(op, geometry, long, (each, a, b) => {
        const holds = relates(each, a, b)
        expect(holds).toBe(BY_MATRIX[each](a, b))
        if (holds) held++
      }),
      { numRuns: 1500 },
    )
    expect(held).toBeGreaterThan(150)
  })

  test('of points, lines and areas sharing a point is the same by turf', () => {
    fc.assert(
      fc.property(geometry, geometry, (a, b) => {
        expect(relates('s_intersects', a, b)).toBe(turf.booleanIntersects(a as GeoJson, b as GeoJson))
      }),
      { numRuns: 1500 },
    )
  })
})

test('the box of a filter meets the box of every feature that it is true of', () => {
  let matched = 0
  fc.assert(
    fc.property(expression, wells, (tree, features) => {
      const box = boxOfExpression(tree)
      const matches = matcher(tree, queryablesOf(WELLS))
      for (const feature of features.filter(matches)) {
        matched++
        expect(box).not.toBe('nowhere')
        if (box !== null && box !== 'nowhere')
          expect(feature.geometry && bboxesMeet(bboxOf(feature.geometry), box)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
  expect(matched).toBeGreaterThan(2000)
})
