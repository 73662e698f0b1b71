/**
 * The shortest way between two geometries on WGS 84, and where it starts and ends. Between two shapes it is looked for from
 * the vertices of each and then walked to and fro until it is shorter by no millimetre: right to 0.1 % or a metre, whichever
 * is more, where two long edges bulge towards each other, and exact otherwise.
 */
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { bearingDeg } from './geodesic.ts'
import { leastBetweenBoxesM, leastDistanceM, type NearestPoint, nearestOnPiece, nearestPoint } from './nearest.ts'
import { linesOf, type Piece, piecesOf } from './pieces.ts'
import { meetingPoint } from './relate.ts'

export interface Between {
  /** 0 where they share a point. */
  distanceM: number
  /** Degrees clockwise from north, at `from` towards `to`; 0 when the distance is 0. */
  bearingDeg: number
  /** On the first geometry. */
  from: Position
  /** On the second. */
  to: Position
}

export function between(a: Geometry, b: Geometry): Between {
  if (a.type === 'Point') {
    const { position, ...found } = nearestPoint(a.coordinates, b)
    return { ...found, from: a.coordinates, to: position }
  }
  if (b.type === 'Point') return turned(between(b, a))
  const shared = meetingPoint(a, b)
  if (shared) return { distanceM: 0, bearingDeg: 0, from: shared, to: shared }
  return refined(betweenPieces(linesOf(a).flatMap(piecesOf), linesOf(b).flatMap(piecesOf)))
}

function turned({ distanceM, from, to }: Between): Between {
  return { distanceM, bearingDeg: distanceM === 0 ? 0 : bearingDeg(to, from), from: to, to: from }
}

interface Found {
  way: Between
  /** The pieces that its ends lie on. */
  on: readonly [Piece, Piece] | null
}

const NOWHERE: Between = { distanceM: Number.POSITIVE_INFINITY, bearingDeg: 0, from: [0, 0], to: [0, 0] }

/** Pairs of pieces whose boxes lie nearest come first; a pair that lies farther than the best found ends the search. */
function betweenPieces(mine: readonly Piece[], theirs: readonly Piece[]): Found {
  const pairs = mine
    .flatMap((a) => theirs.map((b) => ({ a, b, boundM: leastBetweenBoxesM(a.bbox, b.bbox) })))
    .sort((x, y) => x.boundM - y.boundM)
  let best: Found = { way: NOWHERE, on: null }
  for (const { a, b, boundM } of pairs) {
    if (boundM > best.way.distanceM) break
    const way = turned(fromVertices(b, a, turned(fromVertices(a, b, best.way))))
    if (way.distanceM < best.way.distanceM) best = { way, on: [a, b] }
  }
  return best
}

function fromVertices({ vertices }: Piece, other: Piece, bestBefore: Between): Between {
  let best = bestBefore
  for (const from of vertices) {
    if (leastDistanceM(from, other.bbox) >= best.distanceM) continue
    const before: NearestPoint = { distanceM: best.distanceM, bearingDeg: best.bearingDeg, position: best.to }
    const { position, ...found } = nearestOnPiece(from, other.vertices, before)
    if (found.distanceM < best.distanceM) best = { ...found, from, to: position }
  }
  return best
}

const ENOUGH_M = 0.001
const MOST_STEPS = 20

/** To and fro between the two pieces: from an end to the nearest point of the other, as long as that is a gain. */
function refined({ way: start, on }: Found): Between {
  let best = start
  if (on === null) return best
  const [mine, theirs] = on.map(({ vertices }): Geometry => ({ type: 'LineString', coordinates: [...vertices] }))
  for (let step = 0; mine && theirs && step < MOST_STEPS; step++) {
    const from = nearestPoint(best.to, mine).position
    const { position, ...found } = nearestPoint(from, theirs)
    const gain = best.distanceM - found.distanceM
    if (gain > 0) best = { ...found, from, to: position }
    if (!(gain > ENOUGH_M)) break
  }
  return best
}
