/**
 * The shortest way between two geometries on WGS 84, and where it starts and ends. Between two shapes it is looked for from
 * the vertices of each and then walked to and fro until it is shorter by no millimetre: right to 0.1 % or a metre, whichever
 * is more, where two long edges bulge towards each other, and exact otherwise.
 */
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { bearingDeg } from './geodesic.ts'
import { leastBetweenBoxesM, leastDistanceM, type NearestPoint, nearestOnPiece, nearestPoint } from './nearest.ts'
import { linesOf, type Piece, piecesOf } from './pieces.ts'
import { meetingOfPieces, sharedVertex } from './relate.ts'

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
  if (b.type === 'Point') return withBearing(turned(between(b, a)))
  const shared = sharedVertex(a, b)
  if (shared) return { distanceM: 0, bearingDeg: 0, from: shared, to: shared }
  const others = linesOf(b).flatMap(piecesOf)
  const pairs = linesOf(a)
    .flatMap(piecesOf)
    .flatMap((mine) => others.map((theirs) => ({ mine, theirs, boundM: leastBetweenBoxesM(mine.bbox, theirs.bbox) })))
  return withBearing(betweenAmong(pairs, Number.POSITIVE_INFINITY))
}

/** A way without its bearing, which is told of the shortest alone. */
export type Way = Omit<Between, 'bearingDeg'>

function withBearing(way: Way): Between {
  return { ...way, bearingDeg: way.distanceM === 0 ? 0 : bearingDeg(way.from, way.to) }
}

function turned({ distanceM, from, to }: Way): Way {
  return { distanceM, from: to, to: from }
}

/** Two pieces that may be near each other, and a bound below their distance, metres. */
export interface PiecePair {
  mine: Piece
  theirs: Piece
  boundM: number
}

/** What walking to and fro can gain on the way from vertices. */
const BULGE = 1.001

/**
 * The shortest way between the pieces of the pairs; of no use where it is not shorter than `heldM`. Pairs whose boxes lie
 * nearest come first; one that lies farther than the best found ends the search.
 */
export function betweenAmong(pairs: PiecePair[], heldM: number): Way {
  let best: Way = { distanceM: heldM * BULGE + 1, from: [0, 0], to: [0, 0] }
  let on: PiecePair | null = null
  for (const pair of pairs.sort((x, y) => x.boundM - y.boundM)) {
    if (pair.boundM > best.distanceM) break
    const shared = pair.boundM === 0 ? meetingOfPieces(pair.mine, pair.theirs) : null
    if (shared) return { distanceM: 0, from: shared, to: shared }
    const there = fromVertices(pair.mine, pair.theirs, best)
    const back = fromVertices(pair.theirs, pair.mine, turned(there))
    if (back.distanceM < best.distanceM) [best, on] = [turned(back), pair]
  }
  return on ? refined(best, on) : best
}

function fromVertices({ vertices }: Piece, other: Piece, bestBefore: Way): Way {
  let best = bestBefore
  for (const from of vertices) {
    if (leastDistanceM(from, other.bbox) >= best.distanceM) continue
    const before: NearestPoint = { distanceM: best.distanceM, bearingDeg: 0, position: best.to }
    const { position, distanceM } = nearestOnPiece(from, other.vertices, before)
    if (distanceM < best.distanceM) best = { distanceM, from, to: position }
  }
  return best
}

const ENOUGH_M = 0.001
const MOST_STEPS = 20

/** To and fro between the two pieces: from an end to the nearest point of the other, as long as that is a gain. */
function refined(start: Way, { mine, theirs }: PiecePair): Way {
  let best = start
  for (let step = 0; step < MOST_STEPS; step++) {
    const from = onPiece(best.to, mine).position
    const { position, distanceM } = onPiece(from, theirs)
    const gain = best.distanceM - distanceM
    if (gain > 0) best = { distanceM, from, to: position }
    if (!(gain > ENOUGH_M)) break
  }
  return best
}

function onPiece(place: Position, { vertices }: Piece): NearestPoint {
  return nearestOnPiece(place, vertices, { distanceM: Number.POSITIVE_INFINITY, bearingDeg: 0, position: place })
}
