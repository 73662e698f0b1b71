/** Carriageways (one-way roads in use) and the places where they begin and end. */
import { nodeKeyOf } from './merge-pieces.ts'
import type { Piece } from './node-lines.ts'
import type { RawLine } from './raw-line.ts'
import { squeezeAt } from './segment-index.ts'

/** A piece that begins or ends at a place. */
export interface End {
  piece: Piece
  line: RawLine
  isStart: boolean
}

export const isCarriageway = (line: RawLine): boolean =>
  line.level === 'road' && line.isOneWay && line.status === 'operational'

/** The ends of roads in use that meet at each place. */
export function endsByPlace(lines: readonly RawLine[], pieces: readonly Piece[]): End[][] {
  const places = new Map<string, End[]>()
  for (const piece of pieces) {
    const line = lines[piece.line]
    if (line?.level !== 'road' || line.status !== 'operational') continue
    for (const isStart of [true, false]) {
      const key = nodeKeyOf(line.level, piece.vertices, isStart ? 'from' : 'to')
      const known = places.get(key)
      if (known) known.push({ piece, line, isStart })
      else places.set(key, [{ piece, line, isStart }])
    }
  }
  return [...places.values()]
}

/** Whether a road leads away from the place (`isOut`), or to it. */
export function isPassable(ends: readonly End[], isOut: boolean): boolean {
  return ends.some(({ line, isStart }) => !line.isOneWay || isStart === isOut)
}

export function placeOf({ piece: { vertices }, isStart }: End): [number, number] {
  const [x = 0, y = 0] = isStart ? vertices.slice(0, 2) : vertices.slice(-2)
  return [x, y]
}

/** The straight piece at the end, in the direction of travel. */
export function headingOf({ piece: { vertices }, isStart }: End): number[] {
  return isStart ? vertices.slice(0, 4) : vertices.slice(-4)
}

/** Cosine of the angle between two straight pieces. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  const [ax = 0, ay = 0, bx = 0, by = 0] = a
  const [cx = 0, cy = 0, dx = 0, dy = 0] = b
  const squeeze = squeezeAt(ay)
  const [ux, uy, vx, vy] = [(bx - ax) * squeeze, by - ay, (dx - cx) * squeeze, dy - cy]
  const lengths = Math.hypot(ux, uy) * Math.hypot(vx, vy)
  return lengths === 0 ? 0 : (ux * vx + uy * vy) / lengths
}
