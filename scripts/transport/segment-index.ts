/** Straight pieces of many lines, found by place: for joining ends, finding crossings and matching one line to another. */
import Flatbush from 'flatbush'
import { UNITS_PER_DEGREE, type Vertices } from './raw-line.ts'

const METRES_PER_UNIT = 111_195 / UNITS_PER_DEGREE

export interface Nearest {
  line: number
  /** The piece from vertex `segment` to the next. */
  segment: number
  /** Share of the piece, 0–1. */
  t: number
  x: number
  y: number
  metres: number
}

export interface SegmentIndex {
  /** Calls `visit` for each piece whose box meets the box. */
  inBox(west: number, south: number, east: number, north: number, visit: (line: number, segment: number) => void): void
  /** The nearest point within `withinM`, or null; flat reckoning at the place, good to a metre over a kilometre. */
  nearest(x: number, y: number, withinM: number, accept?: (line: number) => boolean): Nearest | null
  /** For each line its nearest point within `withinM`, nearest first. */
  nearestOfEach(x: number, y: number, withinM: number, accept?: (line: number) => boolean): Nearest[]
}

export function segmentIndex(lines: readonly Vertices[]): SegmentIndex {
  const lineOf: number[] = []
  const segmentOf: number[] = []
  const boxes = new Flatbush(
    Math.max(
      1,
      lines.reduce((sum, line) => sum + Math.max(0, line.length / 2 - 1), 0),
    ),
  )
  lines.forEach((line, index) => {
    for (let at = 0; at + 3 < line.length; at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [line[at], line[at + 1], line[at + 2], line[at + 3]]
      boxes.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
      lineOf.push(index)
      segmentOf.push(at / 2)
    }
  })
  if (lineOf.length === 0) boxes.add(0, 0, 0, 0)
  boxes.finish()

  function nearestOfEach(x: number, y: number, withinM: number, accept: (line: number) => boolean = () => true) {
    const squeeze = squeezeAt(y)
    const reach = withinM / METRES_PER_UNIT
    const best = new Map<number, Nearest>()
    for (const found of boxes.search(x - reach / squeeze, y - reach, x + reach / squeeze, y + reach)) {
      const [line, segment] = [lineOf[found], segmentOf[found]]
      if (line === undefined || segment === undefined || !accept(line)) continue
      const near = nearestOnSegment(lines[line] ?? [], segment, x, y, squeeze)
      if (near.metres <= withinM && near.metres < (best.get(line)?.metres ?? Number.POSITIVE_INFINITY))
        best.set(line, { line, segment, ...near })
    }
    return [...best.values()].sort((a, b) => a.metres - b.metres || a.line - b.line)
  }
  return {
    inBox(west, south, east, north, visit) {
      for (const found of boxes.search(west, south, east, north)) visit(lineOf[found] ?? 0, segmentOf[found] ?? 0)
    },
    nearest: (x, y, withinM, accept) => nearestOfEach(x, y, withinM, accept)[0] ?? null,
    nearestOfEach,
  }
}

/** How much shorter a unit of longitude is than one of latitude. */
export function squeezeAt(y: number): number {
  return Math.cos(((y / UNITS_PER_DEGREE) * Math.PI) / 180)
}

function nearestOnSegment(line: Vertices, segment: number, x: number, y: number, squeeze: number) {
  const at = 2 * segment
  const [ax = 0, ay = 0, bx = 0, by = 0] = [line[at], line[at + 1], line[at + 2], line[at + 3]]
  const [dx, dy] = [(bx - ax) * squeeze, by - ay]
  const [px, py] = [(x - ax) * squeeze, y - ay]
  const square = dx * dx + dy * dy
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square))
  const metres = Math.hypot(px - t * dx, py - t * dy) * METRES_PER_UNIT
  return { t, x: Math.round(ax + t * (bx - ax)), y: Math.round(ay + t * (by - ay)), metres }
}
