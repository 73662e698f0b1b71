/**
 * Breaks along a listed road or railway: where the mapped pieces along its trace fall apart although the trace goes on,
 * a short straight piece joins them. Pieces count as one where they meet within the strip along the trace, so that a way
 * round through other roads does not hide a break, unless one piece of it touches the strip on both sides.
 */
import { nodeKeyOf } from './merge-pieces.ts'
import { nodeLines, type Piece } from './node-lines.ts'
import { stepsOf } from './off-map-runs.ts'
import { NO_FACTS, type RawLine } from './raw-line.ts'
import { type Nearest, type SegmentIndex, segmentIndex } from './segment-index.ts'

/** Note on an edge that bridges a break. */
export const BRIDGE_NOTE = 'short straight piece over a break in the mapped line'
const STRIP_WITHIN_M = 80
const STEP_M = 100
/** So many steps of the trace may lie between two parts, and so far may their ends be apart. */
const MOST_STEPS = 3
const BRIDGE_WITHIN_M = 300

export interface Bridges {
  cuts: Nearest[]
  connectors: RawLine[]
}

/** Mapped pieces within the strip that hold together, and the steps of the trace that they reach from and to. */
interface Part {
  first: number
  last: number
  /** Pieces by the step at which they lie within the strip. */
  at: Map<number, number[]>
}

export function bridgeBreaks(
  lines: readonly RawLine[],
  cuts: readonly Nearest[],
  segments: readonly RawLine[],
): Bridges {
  const pieces = nodeLines(lines, cuts)
  const onPieces = segmentIndex(pieces.map(({ vertices }) => vertices))
  const onLines = segmentIndex(lines.map(({ vertices }) => vertices))
  const bridges: Bridges = { cuts: [], connectors: [] }
  for (const segment of segments) {
    if (segment.isSchematic || segment.status !== 'operational') continue
    const parts = partsAlong(segment, pieces, lines, onPieces)
    for (const [before, after] of breaksBetween(parts)) bridge(before, after, { pieces, lines, onLines, bridges })
  }
  return bridges
}

function partsAlong(
  segment: RawLine,
  pieces: readonly Piece[],
  lines: readonly RawLine[],
  index: SegmentIndex,
): Part[] {
  const isUsed = (piece: number): boolean => {
    const line = lines[pieces[piece]?.line ?? -1]
    return line?.level === segment.level && (line.status === 'operational' || line.status === 'under_construction')
  }
  const steps = stepsOf(segment.vertices, STEP_M).map(([x, y]) =>
    index.nearestOfEach(x, y, STRIP_WITHIN_M, isUsed).map(({ line }) => line),
  )
  const rootOf = joined([...new Set(steps.flat())], pieces, segment.level)
  const parts = new Map<string, Part>()
  steps.forEach((near, step) => {
    for (const piece of near) {
      const root = rootOf(piece)
      const part = parts.get(root) ?? { first: step, last: step, at: new Map<number, number[]>() }
      part.last = step
      part.at.set(step, [...(part.at.get(step) ?? []), piece])
      parts.set(root, part)
    }
  })
  return [...parts.values()]
}

/** The node that stands for all pieces which hold together with a piece. */
function joined(strip: readonly number[], pieces: readonly Piece[], level: string): (piece: number) => string {
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  const endOf = (piece: number, end: 'from' | 'to'): string => nodeKeyOf(level, pieces[piece]?.vertices ?? [], end)
  for (const piece of strip) {
    const [a, b] = [root(endOf(piece, 'from')), root(endOf(piece, 'to'))]
    if (a !== b) parent.set(a, b)
  }
  return (piece) => root(endOf(piece, 'from'))
}

/** From the part that begins the trace to the one that leads on farthest, until the end: pairs to be joined. */
function breaksBetween(parts: readonly Part[]): [Part, Part][] {
  const breaks: [Part, Part][] = []
  const start = Math.min(...parts.map(({ first }) => first))
  const farthest = (startsBy: number): Part | undefined =>
    parts.filter(({ first }) => first <= startsBy).sort((a, b) => b.last - a.last)[0]
  let current = farthest(start)
  while (current) {
    const next = farthest(current.last + MOST_STEPS)
    if (!next || next.last <= current.last) return breaks
    breaks.push([current, next])
    current = next
  }
  return breaks
}

interface Ground {
  pieces: readonly Piece[]
  lines: readonly RawLine[]
  onLines: SegmentIndex
  bridges: Bridges
}

/** Joins two parts by the shortest straight piece between an end of one and a line of the other, where the first gives out. */
function bridge(before: Part, after: Part, { pieces, lines, onLines, bridges }: Ground): void {
  const own = around(before, before.last - MOST_STEPS, before.last)
  const others = around(after, before.last - MOST_STEPS, before.last + MOST_STEPS)
  const ways = [...waysTo(own, others, pieces, onLines), ...waysTo(others, own, pieces, onLines)]
  const best = ways.sort((a, b) => a.to.metres - b.to.metres || a.to.line - b.to.line || a.x - b.x || a.y - b.y)[0]
  const line = lines[best?.to.line ?? -1]
  if (!best || !line) return
  bridges.cuts.push(best.to)
  if (best.x === best.to.x && best.y === best.to.y) return
  bridges.connectors.push({
    ...line,
    vertices: [best.x, best.y, best.to.x, best.to.y],
    status: 'operational',
    isOneWay: false,
    isOffLevel: true,
    isSchematic: true,
    facts: { ...NO_FACTS, confidence: 'low', note: BRIDGE_NOTE },
  })
}

function around(part: Part, from: number, to: number): number[] {
  return [...new Set([...part.at].flatMap(([step, pieces]) => (step >= from && step <= to ? pieces : [])))]
}

function waysTo(from: readonly number[], to: readonly number[], pieces: readonly Piece[], onLines: SegmentIndex) {
  const lines = new Set(to.map((piece) => pieces[piece]?.line ?? -1))
  return from.flatMap((piece) => {
    const vertices = pieces[piece]?.vertices ?? []
    return [vertices.slice(0, 2), vertices.slice(-2)].flatMap(([x = 0, y = 0]) => {
      const near = onLines.nearest(x, y, BRIDGE_WITHIN_M, (line) => lines.has(line))
      return near ? [{ x, y, to: near }] : []
    })
  })
}
