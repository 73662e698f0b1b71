/**
 * Whether two geometries lie within a distance of each other, geodesic on WGS 84. On geodesics that do not cross, the
 * nearest points include an end of one of them; edges straight in longitude and latitude are cut so short that they differ
 * from geodesics by less than the precision of `nearest.ts`. Crossing or overlapping is the caller's to find: distance 0.
 */
import type { Geometry, Position } from '../contract/geo.ts'
import { bboxOf, padBBox } from './bbox.ts'
import { leastDistanceM, nearestPoint } from './nearest.ts'

/** Of edges that bend away from the geodesic by at most 5 cm at 60° of latitude: L² tan φ ∕ 8R. */
const LONGEST_EDGE_DEGREES = 0.008

/** Exact to a few centimetres; `distanceM` itself counts as within. */
export function isWithinDistance(left: Geometry, right: Geometry, distanceM: number): boolean {
  if (left.type === 'Point') return nearestPoint(left.coordinates, right).distanceM <= distanceM
  if (right.type === 'Point') return nearestPoint(right.coordinates, left).distanceM <= distanceM
  return hasPlaceNear(left, right, distanceM) || hasPlaceNear(right, left, distanceM)
}

/** Whether a place on the edges of one lies near the other. */
function hasPlaceNear(from: Geometry, to: Geometry, distanceM: number): boolean {
  const box = bboxOf(to)
  const near = padBBox(box, distanceM / 1000)
  for (const edge of edgesOf(from))
    if (!isBeside(edge, near))
      for (const place of placesOn(edge))
        if (leastDistanceM(place, box) <= distanceM && nearestPoint(place, to).distanceM <= distanceM) return true
  return false
}

type Edge = readonly [Position, Position]

function* edgesOf(geometry: Geometry): Generator<Edge> {
  const lines = geometry.type === 'Point' ? [] : linesOf(geometry)
  for (const line of lines)
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1], line[index]]
      if (from && to) yield [from, to]
    }
}

function linesOf(geometry: Exclude<Geometry, { type: 'Point' }>): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

/** The edge lies wholly beyond one side of the box. */
function isBeside([[x, y], [toX, toY]]: Edge, [west, south, east, north]: readonly [number, number, number, number]) {
  return Math.max(x, toX) < west || Math.min(x, toX) > east || Math.max(y, toY) < south || Math.min(y, toY) > north
}

function* placesOn([from, to]: Edge): Generator<Position> {
  const [deltaX, deltaY] = [to[0] - from[0], to[1] - from[1]]
  const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(deltaX), Math.abs(deltaY)) / LONGEST_EDGE_DEGREES))
  for (let piece = 0; piece <= pieces; piece++)
    yield [from[0] + (piece / pieces) * deltaX, from[1] + (piece / pieces) * deltaY]
}
