/**
 * How near the edges of a piece of a line can come to a place, without a sine for each vertex: by chords through the sphere,
 * from vertices kept as points in space. A chord is never longer than the way over the sphere, so the bounds never fall short.
 */
import type { Position } from '#geodata/contract/geo.ts'
import { MEAN_RADIUS_M } from './geodesic.ts'

const RADIANS = Math.PI / 180

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
  const level = MEAN_RADIUS_M * Math.cos(lat * RADIANS)
  return [level * Math.cos(lon * RADIANS), level * Math.sin(lon * RADIANS), MEAN_RADIUS_M * Math.sin(lat * RADIANS)]
}

export interface EdgeBounds {
  /** Number of the vertex nearest by chord; -1 where there is none. */
  nearestVertex: number
  /** How far that is through the sphere, metres. */
  chordM: number
  /** At the end of each edge: no point of the edge is nearer than this on the sphere, metres. The first is infinite. */
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

/** No farther than this over the sphere is the nearest of the vertices, metres; infinite where there is none. */
export function mostToVerticesM(place: Position, vertices: readonly Position[]): number {
  const { chordM } = edgeBounds(place, vertices)
  return chordM === Number.POSITIVE_INFINITY ? chordM : arcM(chordM)
}

/** Over the sphere between two places, metres. */
export function sphereM(a: Position, b: Position): number {
  const [[x, y, z], [u, v, w]] = [pointInSpace(a), pointInSpace(b)]
  return arcM(Math.hypot(u - x, v - y, w - z))
}

function arcM(chordM: number): number {
  return 2 * MEAN_RADIUS_M * Math.asin(Math.min(1, chordM / (2 * MEAN_RADIUS_M)))
}

/** At least the length of an edge straight in longitude and latitude, on the sphere. */
function edgeM([lonA, latA]: Position, [lonB, latB]: Position): number {
  const widest = latA * latB < 0 ? 1 : Math.cos(Math.min(Math.abs(latA), Math.abs(latB)) * RADIANS)
  return Math.hypot((lonB - lonA) * widest, latB - latA) * RADIANS * MEAN_RADIUS_M
}
