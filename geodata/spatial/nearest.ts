/**
 * The nearest point of a geometry to a place, on WGS 84. Edges are straight in longitude and latitude (RFC 7946, 3.1.1),
 * as they are drawn. On each edge the foot of the perpendicular is found by bracketed Newton steps on geodesics solved by
 * GeographicLib; edges that cannot hold the nearest point are passed over by a bound through the ellipsoid.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { arcM, chordM, edgeBounds, metresOf } from './edge-bounds.ts'
import { distanceM, geodesicLine, MEAN_RADIUS_M } from './geodesic.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { covers } from './planar.ts'

export interface NearestPoint {
  /** 0 when the place lies within an area. */
  distanceM: number
  /** Degrees clockwise from north at the place, 0 when the distance is 0. */
  bearingDeg: number
  position: Position
}

/** The sphere and the ellipsoid differ by less than this share of a distance. */
export const SPHERE_ERROR = 0.0057
const PRECISION_M = 0.001
/** What reckoning with points in space may err by, amply. */
export const ROUNDING_M = 0.0001
/** Seen from thousands of kilometres away, steps can go to and fro: after so many the bracket is halved instead. */
const MOST_NEWTON_STEPS = 12
const RADIANS = Math.PI / 180

/** Nearest point of any geometry; infinite distance when the geometry has no vertex. */
export function nearestPoint(place: Position, geometry: Geometry): NearestPoint {
  switch (geometry.type) {
    case 'Point':
      return withBearing(place, geometry.coordinates)
    case 'LineString':
      return nearestOnLines(place, [geometry.coordinates])
    case 'MultiLineString':
      return nearestOnLines(place, geometry.coordinates)
    case 'Polygon':
      return nearestOnAreas(place, [geometry.coordinates])
    case 'MultiPolygon':
      return nearestOnAreas(place, geometry.coordinates)
  }
}

function nearestOnAreas(place: Position, polygons: readonly (readonly (readonly Position[])[])[]): NearestPoint {
  if (covers(polygons, place)) return { distanceM: 0, bearingDeg: 0, position: place }
  return nearestOnLines(place, polygons.flat())
}

/** Pieces whose boxes lie nearest come first; a piece whose box lies farther than the best found ends the search. */
function nearestOnLines(place: Position, lines: readonly (readonly Position[])[]): NearestPoint {
  const near = lines.flatMap(piecesOf).map((piece) => ({ piece, boundM: leastDistanceM(place, piece.bbox) }))
  return nearestAmong(place, near, Number.POSITIVE_INFINITY)
}

/** The nearest point of some pieces; of no use where it is not nearer than `heldM`. `boundM`: no nearer than this. */
export function nearestAmong(place: Position, near: { piece: Piece; boundM: number }[], heldM: number): NearestPoint {
  let best: NearestPoint = { distanceM: heldM, bearingDeg: 0, position: place }
  for (const { piece, boundM } of near.sort((a, b) => a.boundM - b.boundM)) {
    if (boundM > best.distanceM) break
    best = nearestOnPiece(place, piece.vertices, best)
  }
  return best
}

/** The best so far, or what is nearer in a piece of a line. Edges that may come nearest are walked first. */
export function nearestOnPiece(place: Position, vertices: readonly Position[], bestBefore: NearestPoint): NearestPoint {
  const { nearestVertex, chordM, boundsM } = edgeBounds(place, vertices)
  const vertex = vertices[nearestVertex]
  const isNearer = chordM - ROUNDING_M < bestBefore.distanceM
  let best = vertex && isNearer ? nearerOf(bestBefore, withBearing(place, vertex)) : bestBefore
  for (;;) {
    const index = leastOf(boundsM)
    if ((boundsM[index] ?? Number.POSITIVE_INFINITY) - ROUNDING_M >= best.distanceM) return best
    boundsM[index] = Number.POSITIVE_INFINITY
    const [from, to] = [vertices[index - 1], vertices[index]]
    if (from && to) best = nearerOf(best, nearestOnEdge(place, from, to))
  }
}

function leastOf(numbers: Float64Array): number {
  let least = 0
  for (let index = 1; index < numbers.length; index++) if ((numbers[index] ?? 0) < (numbers[least] ?? 0)) least = index
  return least
}

function nearerOf(a: NearestPoint, b: NearestPoint): NearestPoint {
  return b.distanceM < a.distanceM ? b : a
}

/**
 * No place in a box is nearer than this, in metres: whoever goes there crosses at least its parallels' difference and
 * reaches at least its nearest meridian. 0 within the box; a bound, not a distance.
 */
export function leastDistanceM([lon, lat]: Position, [west, south, east, north]: BBox): number {
  const latGap = Math.max(south - lat, lat - north, 0) * RADIANS
  const lonGap = lon >= west && lon <= east ? 0 : Math.min(aroundEarth(west - lon), aroundEarth(lon - east)) * RADIANS
  const toMeridian = lonGap < Math.PI / 2 ? Math.asin(Math.cos(lat * RADIANS) * Math.sin(lonGap)) : 0
  return Math.max(latGap, toMeridian) * MEAN_RADIUS_M * (1 - SPHERE_ERROR)
}

/**
 * No two places of two boxes are nearer than this, in metres; 0 where they meet. A bound as `leastDistanceM` is: the
 * latitude farthest from the equator makes the least of the gap between meridians.
 */
export function leastBetweenBoxesM(a: BBox, b: BBox): number {
  const latGap = Math.max(b[1] - a[3], a[1] - b[3], 0) * RADIANS
  const meets = a[0] <= b[2] && b[0] <= a[2]
  const lonGap = meets ? 0 : Math.min(aroundEarth(b[0] - a[2]), aroundEarth(a[0] - b[2])) * RADIANS
  const farthest = Math.max(Math.abs(a[1]), Math.abs(a[3])) * RADIANS
  const toMeridian = lonGap < Math.PI / 2 ? Math.asin(Math.cos(farthest) * Math.sin(lonGap)) : 0
  return Math.max(latGap, toMeridian) * MEAN_RADIUS_M * (1 - SPHERE_ERROR)
}

/** Two places are no nearer than this, metres. */
export function leastBetweenPointsM(a: Position, b: Position): number {
  return Math.max(0, chordM(a, b) - ROUNDING_M)
}

/** Whether two places lie within a distance: by the chord between them where that decides, else by the geodesic. */
export function arePointsWithin(a: Position, b: Position, metres: number): boolean {
  const chord = chordM(a, b)
  if (chord - ROUNDING_M > metres) return false
  return arcM(chord) + ROUNDING_M <= metres || distanceM(a, b) <= metres
}

function aroundEarth(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}

/**
 * Walks along the edge to where the way to the place is perpendicular. Each step is exact on a great circle; the bracket,
 * halved whenever a step would leave it, keeps it sound where the edge bends away from one.
 */
function nearestOnEdge(place: Position, from: Position, to: Position): NearestPoint {
  const [deltaLon, deltaLat] = [to[0] - from[0], to[1] - from[1]]
  let [low, high, share] = [0, 1, shareInPlane(place, from, to)]
  let best: NearestPoint = { distanceM: Number.POSITIVE_INFINITY, bearingDeg: 0, position: from }
  for (let step = 0; step < 60; step++) {
    const at: Position = [from[0] + share * deltaLon, from[1] + share * deltaLat]
    const { distanceM, bearingDeg, backDeg } = geodesicLine(place, at)
    if (distanceM < best.distanceM) best = { distanceM, bearingDeg: distanceM === 0 ? 0 : bearingDeg, position: at }
    if (distanceM === 0) break
    const [eastM, northM] = metresOf(deltaLon, deltaLat, at[1])
    const edge = Math.hypot(eastM, northM)
    if (edge === 0) break
    const cosine = (eastM * Math.sin(backDeg * RADIANS) + northM * Math.cos(backDeg * RADIANS)) / edge
    if (cosine > 0) low = share
    else high = share
    const angle = Math.min(distanceM / MEAN_RADIUS_M, 1.5)
    const next = share + (MEAN_RADIUS_M * Math.atan(Math.tan(angle) * cosine)) / edge
    const isPastEnd = (next >= 1 && high === 1) || (next <= 0 && low === 0)
    const isStep = step < MOST_NEWTON_STEPS && ((next > low && next < high) || isPastEnd)
    const bounded = isStep ? Math.min(1, Math.max(0, next)) : (low + high) / 2
    if (Math.abs(bounded - share) * edge < PRECISION_M) break
    share = bounded
  }
  return best
}

/** Where the perpendicular falls on a map that is true at the edge: close enough to begin with. */
function shareInPlane(place: Position, from: Position, to: Position): number {
  const shrink = Math.cos(((from[1] + to[1]) / 2) * RADIANS)
  const [dx, dy] = [(to[0] - from[0]) * shrink, to[1] - from[1]]
  const share = ((place[0] - from[0]) * shrink * dx + (place[1] - from[1]) * dy) / (dx * dx + dy * dy || 1)
  return Math.min(1, Math.max(0, share))
}

function withBearing(place: Position, position: Position): NearestPoint {
  const { distanceM, bearingDeg } = geodesicLine(place, position)
  return { distanceM, bearingDeg: distanceM === 0 ? 0 : bearingDeg, position }
}
