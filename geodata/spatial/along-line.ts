/** Where a place lies along a line: the distance from the line's start, and the side in the direction in which it is drawn. */
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { metresOf } from './edge-bounds.ts'
import { distanceM, geodesicLine } from './geodesic.ts'
import { PIECE_EDGES, piecesOf } from './pieces.ts'

export type LineSide = 'left' | 'right' | 'on'

export interface AlongLine {
  /** From the start of the first line along all of them to the nearest point; gaps between lines count nothing. */
  chainageM: number
  /** null where the way to the place does not leave the line sideways: beyond an end, or beyond the tip of a spike. */
  side: LineSide | null
}

const ON_LINE_M = 0.001
/** A way that leaves an end within this of a right angle has a side. */
const RIGHT_ANGLE_RAD = 0.002
/** Beyond what a position found by interpolation can be off its edge. */
const ROUNDING_DEG = 1e-9
const RADIANS = Math.PI / 180
/** Length of the line up to each vertex, in metres; a corridor is asked about from many places. */
const lengthsOfLine = new WeakMap<readonly Position[], Float64Array>()

/** `on`: the point of the lines that is nearest to `place` (see nearest.ts). */
export function alongLines(lines: readonly (readonly Position[])[], on: Position, place: Position): AlongLine {
  const { line, index, share } = edgeAt(lines, on)
  const before = lines.slice(0, lines.indexOf(line)).reduce((sum, one) => sum + (lengthsOf(one).at(-1) ?? 0), 0)
  const start = line[index] ?? on
  return {
    chainageM: before + (lengthsOf(line)[index] ?? 0) + distanceM(start, on),
    side: sideOf(line, index, share, on, place),
  }
}

function lengthsOf(line: readonly Position[]): Float64Array {
  const known = lengthsOfLine.get(line)
  if (known) return known
  const lengths = new Float64Array(line.length)
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]]
    lengths[index] = (lengths[index - 1] ?? 0) + (from && to ? distanceM(from, to) : 0)
  }
  lengthsOfLine.set(line, lengths)
  return lengths
}

interface EdgeAt {
  line: readonly Position[]
  /** Of the vertex that the edge starts from. */
  index: number
  /** 0 at its start, 1 at its end. */
  share: number
}

/** The edge that the point lies on, up to rounding: the first where several meet. */
function edgeAt(lines: readonly (readonly Position[])[], [x, y]: Position): EdgeAt {
  let best: EdgeAt = { line: lines[0] ?? [], index: 0, share: 0 }
  let least = Number.POSITIVE_INFINITY
  for (const line of lines) {
    const pieces = piecesOf(line)
    for (let piece = 0; piece < pieces.length; piece++) {
      if (!holds(pieces[piece]?.bbox, x, y)) continue
      const first = piece * PIECE_EDGES
      for (let index = first; index < Math.min(first + PIECE_EDGES, line.length - 1); index++) {
        const { share, gap } = onEdge(line, index, x, y)
        if (gap < least) [best, least] = [{ line, index, share }, gap]
      }
    }
  }
  return best
}

/** A hair's breadth allowed. */
function holds(bbox: BBox | undefined, x: number, y: number): boolean {
  if (bbox === undefined) return false
  const pad = ROUNDING_DEG
  return bbox[0] - pad <= x && x <= bbox[2] + pad && bbox[1] - pad <= y && y <= bbox[3] + pad
}

/** Where on the edge the point falls, and how far from it, squared degrees. */
function onEdge(line: readonly Position[], index: number, x: number, y: number): { share: number; gap: number } {
  const [a, b] = [line[index], line[index + 1]]
  if (!a || !b) return { share: 0, gap: Number.POSITIVE_INFINITY }
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
  return { share, gap: (a[0] + share * dx - x) ** 2 + (a[1] + share * dy - y) ** 2 }
}

function sideOf(
  line: readonly Position[],
  index: number,
  share: number,
  on: Position,
  place: Position,
): LineSide | null {
  const way = geodesicLine(on, place)
  if (way.distanceM <= ON_LINE_M) return 'on'
  const edge = directionAt(line, index, on)
  const vertex = share === 0 ? index : share === 1 ? index + 1 : null
  if (edge === null) return null
  if (vertex === null) return bySign(Math.sin(way.bearingDeg * RADIANS - edge))
  const [into, out] = [directionAt(line, vertex - 1, on), directionAt(line, vertex, on)]
  if (into === null || out === null) return besideEnd(way.bearingDeg * RADIANS - edge)
  const [sine, other] = [Math.sin(way.bearingDeg * RADIANS - into), Math.sin(way.bearingDeg * RADIANS - out)]
  if (sine > 0 === other > 0) return bySign(sine)
  // A sharp corner is the nearest point only from outside: right of a left turn, left of a right turn.
  const bend = Math.sin(into - out)
  return Math.abs(bend) > 1e-9 ? bySign(bend) : null
}

/** Bearings are clockwise: a place to the right is ahead in them. */
function bySign(sine: number): LineSide {
  return sine > 0 ? 'right' : 'left'
}

function besideEnd(angle: number): LineSide | null {
  return Math.abs(Math.cos(angle)) < RIGHT_ANGLE_RAD ? bySign(Math.sin(angle)) : null
}

/** Bearing of an edge at a point, radians clockwise from north; null where there is no such edge, or none with length. */
function directionAt(line: readonly Position[], index: number, on: Position): number | null {
  const [a, b] = [line[index], line[index + 1]]
  if (!a || !b) return null
  const [eastM, northM] = metresOf(b[0] - a[0], b[1] - a[1], on[1])
  return eastM === 0 && northM === 0 ? null : Math.atan2(eastM, northM)
}
