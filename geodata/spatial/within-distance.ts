/**
 * Whether two geometries lie within a distance of each other, geodesic on WGS 84. On geodesics that do not cross, the
 * nearest points include an end of one of them; edges straight in longitude and latitude are cut so short that they differ
 * from geodesics by less than the precision of `nearest.ts`. Crossing or overlapping is the caller's to find: distance 0.
 */
import type { BBox, Geometry, Position } from '../contract/geo.ts'
import { bboxOf, padBBox } from './bbox.ts'
import { MEAN_RADIUS_M } from './geodesic.ts'
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
  const padded = padBBox(box, distanceM / 1000)
  // At the antimeridian and the poles a box is no bound: what lies beyond is near from the other side.
  const isHeld = padded[0] <= -180 || padded[2] >= 180 || padded[1] <= -89 || padded[3] >= 89
  const near: BBox = isHeld ? [-180, -90, 180, 90] : padded
  const edges = [...edgesOf(to)]
  for (const edge of edgesOf(from))
    if (!isBeside(edge, near))
      for (const place of placesOn(edge)) {
        if (leastDistanceM(place, box) > distanceM || isSurelyBeyond(place, edges, distanceM)) continue
        if (nearestPoint(place, to).distanceM <= distanceM) return true
      }
  return false
}

/** Metres a degree, at most, on WGS 84. */
const METRES_A_DEGREE = 111_700

/**
 * Cheaply: no edge comes near on the plane that touches the place. Over a distance d that plane is off by about
 * (d ∕ R) tan φ; where that is much, nothing is sure. Edges are straight on it, as they are in longitude and latitude.
 */
function isSurelyBeyond([lon, lat]: Position, edges: readonly Edge[], distanceM: number): boolean {
  const error = 0.02 + 1.5 * (distanceM / MEAN_RADIUS_M) * Math.abs(Math.tan(lat * RADIANS))
  const reach = distanceM * (1 + error)
  const isNearEdgeOfMap = Math.abs(lon) + reach / (METRES_A_DEGREE * Math.cos(lat * RADIANS)) > 179
  if (error > 0.2 || isNearEdgeOfMap) return false
  const [perLon, perLat] = [METRES_A_DEGREE * Math.cos(lat * RADIANS), METRES_A_DEGREE]
  return edges.every(([[x, y], [toX, toY]]) => {
    const [fromEast, fromNorth] = [(x - lon) * perLon, (y - lat) * perLat]
    const [east, north] = [(toX - x) * perLon, (toY - y) * perLat]
    const length = east * east + north * north
    const foot = length === 0 ? 0 : -(fromEast * east + fromNorth * north) / length
    const share = Math.min(1, Math.max(0, foot))
    return Math.hypot(fromEast + share * east, fromNorth + share * north) > reach
  })
}

type Edge = readonly [Position, Position]
const RADIANS = Math.PI / 180

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
function isBeside([[x, y], [toX, toY]]: Edge, [west, south, east, north]: BBox): boolean {
  return Math.max(x, toX) < west || Math.min(x, toX) > east || Math.max(y, toY) < south || Math.min(y, toY) > north
}

function* placesOn([from, to]: Edge): Generator<Position> {
  const [deltaX, deltaY] = [to[0] - from[0], to[1] - from[1]]
  const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(deltaX), Math.abs(deltaY)) / LONGEST_EDGE_DEGREES))
  for (let piece = 0; piece <= pieces; piece++)
    yield [from[0] + (piece / pieces) * deltaX, from[1] + (piece / pieces) * deltaY]
}
