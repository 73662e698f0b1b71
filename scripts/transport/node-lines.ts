/**
 * Noding: where lines of one level meet, both are cut. Ends within 40 m of another line join it; lines that share a vertex
 * meet there; lines that cross meet where they cross, unless one is on a bridge or in a tunnel.
 */
import type { RawLine } from './raw-line.ts'
import { type SegmentIndex, segmentIndex } from './segment-index.ts'

const JOIN_WITHIN_M = 40

/** A line with the places where it is to be cut. */
interface Cut {
  segment: number
  t: number
  x: number
  y: number
}

export interface Piece {
  /** Index of the raw line that it was cut from. */
  line: number
  vertices: number[]
}

/** `atPlaces`: further cuts (line, nearest point) that the caller needs for nodes of its own. */
export function nodeLines(
  raw: readonly RawLine[],
  atPlaces: readonly { line: number; segment: number; t: number; x: number; y: number }[] = [],
): Piece[] {
  const lines = raw.map(({ vertices }) => [...vertices])
  const cuts: Cut[][] = lines.map(() => [])
  const index = segmentIndex(lines)
  for (const { line, ...cut } of atPlaces) cuts[line]?.push(cut)
  const users = usersOfVertices(raw, lines)
  cutAtSharedVertices(raw, lines, users, cuts)
  cutAtCrossings(raw, lines, index, cuts)
  joinEnds(raw, lines, users, index, cuts)
  return lines.flatMap((vertices, line) =>
    split(vertices, cuts[line] ?? []).map((piece) => ({ line, vertices: piece })),
  )
}

const keyOf = (level: string, x: number, y: number): string => `${level} ${x} ${y}`

function usersOfVertices(raw: readonly RawLine[], lines: readonly number[][]): Map<string, number> {
  const users = new Map<string, number>()
  lines.forEach((vertices, line) => {
    const own = new Set<string>()
    for (let at = 0; at < vertices.length; at += 2)
      own.add(keyOf(raw[line]?.level ?? '', vertices[at] ?? 0, vertices[at + 1] ?? 0))
    for (const key of own) users.set(key, (users.get(key) ?? 0) + 1)
  })
  return users
}

function cutAtSharedVertices(
  raw: readonly RawLine[],
  lines: readonly number[][],
  users: ReadonlyMap<string, number>,
  cuts: Cut[][],
): void {
  lines.forEach((vertices, line) => {
    for (let at = 2; at + 2 < vertices.length; at += 2) {
      const [x = 0, y = 0] = [vertices[at], vertices[at + 1]]
      if ((users.get(keyOf(raw[line]?.level ?? '', x, y)) ?? 0) > 1) cuts[line]?.push({ segment: at / 2, t: 0, x, y })
    }
  })
}

function cutAtCrossings(raw: readonly RawLine[], lines: readonly number[][], index: SegmentIndex, cuts: Cut[][]): void {
  lines.forEach((a, lineA) => {
    const rawA = raw[lineA]
    if (!rawA || rawA.isOffLevel || rawA.isSchematic) return
    for (let at = 0; at + 3 < a.length; at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [a[at], a[at + 1], a[at + 2], a[at + 3]]
      index.inBox(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (lineB, segmentB) => {
        const rawB = raw[lineB]
        if (lineB <= lineA || !rawB || rawB.isOffLevel || rawB.isSchematic || rawB.level !== rawA.level) return
        const b = lines[lineB] ?? []
        const [cx = 0, cy = 0, dx = 0, dy = 0] = b.slice(2 * segmentB, 2 * segmentB + 4)
        const met = crossing([ax, ay, bx, by], [cx, cy, dx, dy])
        if (!met) return
        cuts[lineA]?.push({ segment: at / 2, t: met.s, x: met.x, y: met.y })
        cuts[lineB]?.push({ segment: segmentB, t: met.t, x: met.x, y: met.y })
      })
    }
  })
}

type Straight = readonly [ax: number, ay: number, bx: number, by: number]

/** Where two pieces cross, with the share of each; null where they do not or are parallel. */
export function crossing([ax, ay, bx, by]: Straight, [cx, cy, dx, dy]: Straight) {
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (cross === 0) return null
  const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross
  if (s < 0 || s > 1 || t < 0 || t > 1) return null
  return { s, t, x: Math.round(ax + s * (bx - ax)), y: Math.round(ay + s * (by - ay)) }
}

/** An end that no other line touches is led to the nearest other line of its level. */
function joinEnds(
  raw: readonly RawLine[],
  lines: number[][],
  users: ReadonlyMap<string, number>,
  index: SegmentIndex,
  cuts: Cut[][],
): void {
  const additions: { line: number; atStart: boolean; x: number; y: number }[] = []
  lines.forEach((vertices, line) => {
    const level = raw[line]?.level ?? ''
    for (const atStart of [true, false]) {
      const [x = 0, y = 0] = atStart ? vertices.slice(0, 2) : vertices.slice(-2)
      if ((users.get(keyOf(level, x, y)) ?? 0) > 1) continue
      const near = index.nearest(x, y, JOIN_WITHIN_M, (other) => other !== line && raw[other]?.level === level)
      if (!near) continue
      cuts[near.line]?.push(near)
      if (near.x !== x || near.y !== y) additions.push({ line, atStart, x: near.x, y: near.y })
    }
  })
  // Added last: a vertex put before the first would move every cut of its line by one.
  for (const { line, atStart, x, y } of additions) {
    if (!atStart) lines[line]?.push(x, y)
    else {
      lines[line]?.unshift(x, y)
      for (const cut of cuts[line] ?? []) cut.segment += 1
    }
  }
}

function split(vertices: readonly number[], cuts: readonly Cut[]): number[][] {
  const sorted = [...cuts].sort((a, b) => a.segment - b.segment || a.t - b.t)
  const pieces: number[][] = []
  let current: number[] = []
  let next = 0
  const put = (x: number, y: number): void => {
    if (current.at(-2) !== x || current.at(-1) !== y) current.push(x, y)
  }
  const cut = (x: number, y: number): void => {
    put(x, y)
    if (current.length >= 4) pieces.push(current)
    current = [x, y]
  }
  for (let at = 0; at < vertices.length; at += 2) {
    put(vertices[at] ?? 0, vertices[at + 1] ?? 0)
    for (let one = sorted[next]; one && one.segment === at / 2; one = sorted[++next]) cut(one.x, one.y)
  }
  if (current.length >= 4) pieces.push(current)
  return pieces
}
