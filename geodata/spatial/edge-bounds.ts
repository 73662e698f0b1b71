/**
 * How near the edges of a piece of a line can come to a place, without a sine for each vertex: by chords through the ellipsoid,
 * from vertices kept as points in space. A chord is never longer than the way over the ground, and hardly shorter for tens of
 * kilometres, so the bounds never exceed the distance and leave little to measure. The way is never longer than an arc of the
 * same chord on a circle as sharply bent as the ellipsoid anywhere is (Schur's comparison of curves).
 */
import type { Position } from '#geodata/contract/geo.ts'

const EQUATOR_RADIUS_M = 6_378_137
const ECCENTRICITY_SQUARED = 0.00669437999014
/** Of the meridian at the equator, where the ellipsoid is bent most. */
const LEAST_RADIUS_M = EQUATOR_RADIUS_M * (1 - ECCENTRICITY_SQUARED)
const RADIANS = Math.PI / 180
/** No two places are farther apart, metres. */
const HALF_GIRTH_M = 20_037_508.4

interface InSpace {
  /** Metres from the middle of the Earth: x, y, z of each vertex in turn. */
  xyz: Float64Array
  /** At least the length of the edge that ends at each vertex. */
  edgesM: Float64Array
}

/** A piece is asked about from many places: its vertices are put into space once. */
const inSpace = new WeakMap<readonly Position[], InSpace>()

function spaceOf(vertices: readonly Position[]): InSpace {
  const known = inSpace.get(vertices)
  if (known) return known
  const made = { xyz: new Float64Array(3 * vertices.length), edgesM: new Float64Array(vertices.length) }
  for (const [index, vertex] of vertices.entries()) {
    made.xyz.set(pointInSpace(vertex), 3 * index)
    const before = vertices[index - 1]
    if (before) made.edgesM[index] = edgeM(before, vertex)
  }
  inSpace.set(vertices, made)
  return made
}

function pointInSpace([lon, lat]: Position): [number, number, number] {
  const sine = Math.sin(lat * RADIANS)
  const normal = EQUATOR_RADIUS_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
  const level = normal * Math.cos(lat * RADIANS)
  return [level * Math.cos(lon * RADIANS), level * Math.sin(lon * RADIANS), normal * (1 - ECCENTRICITY_SQUARED) * sine]
}

export interface EdgeBounds {
  /** Number of the vertex nearest by chord; -1 where there is none. */
  nearestVertex: number
  /** How far that is through the ellipsoid, metres. */
  chordM: number
  /** At the end of each edge: no point of the edge is nearer than this, metres. The first is infinite. */
  boundsM: Float64Array
}

/** Triangle inequality: no point of an edge is nearer than half of (both ends' distance less the edge's length). */
export function edgeBounds(place: Position, vertices: readonly Position[]): EdgeBounds {
  const { xyz, edgesM } = spaceOf(vertices)
  const [x, y, z] = pointInSpace(place)
  const boundsM = new Float64Array(vertices.length).fill(Number.POSITIVE_INFINITY)
  let [nearestVertex, least, before] = [-1, Number.POSITIVE_INFINITY, 0]
  for (let index = 0; index < boundsM.length; index++) {
    const [dx, dy, dz] = [(xyz[3 * index] ?? 0) - x, (xyz[3 * index + 1] ?? 0) - y, (xyz[3 * index + 2] ?? 0) - z]
    const chordM = Math.sqrt(dx * dx + dy * dy + dz * dz)
    if (index > 0) boundsM[index] = (before + chordM - (edgesM[index] ?? 0)) / 2
    if (chordM < least) [nearestVertex, least] = [index, chordM]
    before = chordM
  }
  return { nearestVertex, chordM: least, boundsM }
}

/** No farther than this is the nearest of the vertices, metres; infinite where there is none. */
export function mostToVerticesM(place: Position, vertices: readonly Position[]): number {
  const { chordM } = edgeBounds(place, vertices)
  return chordM === Number.POSITIVE_INFINITY ? chordM : arcM(chordM)
}

/** Through the ellipsoid between two places, metres. */
export function chordM(a: Position, b: Position): number {
  const [[x, y, z], [u, v, w]] = [pointInSpace(a), pointInSpace(b)]
  return Math.sqrt((u - x) ** 2 + (v - y) ** 2 + (w - z) ** 2)
}

/** No way over the ground whose ends are this far apart is longer, metres; half the girth where the circle is too small for it. */
export function arcM(chord: number): number {
  const share = chord / (2 * LEAST_RADIUS_M)
  return share >= 1 ? HALF_GIRTH_M : Math.min(HALF_GIRTH_M, 2 * LEAST_RADIUS_M * Math.asin(share))
}

/**
 * At least the length of an edge straight in longitude and latitude: parallels are longest nearest the equator, degrees of
 * latitude farthest from it.
 */
function edgeM([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, b] = [Math.abs(latA), Math.abs(latB)]
  const [eastM] = metresOf(lonB - lonA, 0, latA * latB < 0 ? 0 : Math.min(a, b))
  const [, northM] = metresOf(0, latB - latA, Math.max(a, b))
  return Math.hypot(eastM, northM) * (1 + 1e-9)
}

/** A small step in degrees as metres east and north at a latitude (radii of curvature in the prime vertical and meridian). */
export function metresOf(deltaLon: number, deltaLat: number, lat: number): [number, number] {
  const sine = Math.sin(lat * RADIANS)
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine)
  const eastM = (EQUATOR_RADIUS_M / root) * Math.cos(lat * RADIANS)
  const northM = (EQUATOR_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / root ** 3
  return [deltaLon * RADIANS * eastM, deltaLat * RADIANS * northM]
}
