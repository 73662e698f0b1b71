/** Pieces to edges: nodes where pieces meet, repeated pieces dropped, pieces that only pass through a node of degree two joined. */
import type { Piece } from './node-lines.ts'
import type { RawLine } from './raw-line.ts'

export interface Edge {
  /** Positions as `x y` keys, made nodes by `nodeKeyOf`. */
  vertices: number[]
  line: number
  closedMonths: number
  flags: number
  facts: number
}

/** The node at an end: lines of unlike levels have nodes of their own at one place. */
export function nodeKeyOf(level: string, vertices: readonly number[], end: 'from' | 'to'): string {
  const [x, y] = end === 'from' ? vertices.slice(0, 2) : vertices.slice(-2)
  return `${level} ${x} ${y}`
}

/** Pieces over the same vertices, whatever the way, once; loops of no extent never. */
export function withoutRepeats(pieces: readonly Piece[], raw: readonly RawLine[]): Piece[] {
  const seen = new Set<string>()
  return pieces.filter(({ line, vertices }) => {
    const { level, isOneWay } = raw[line] ?? {}
    const [first, last] = [vertices.slice(0, 2), vertices.slice(-2)]
    const turned = (first[0] ?? 0) - (last[0] ?? 0) || (first[1] ?? 0) - (last[1] ?? 0)
    const text = turned > 0 && !isOneWay ? reversed(vertices).join(' ') : vertices.join(' ')
    const key = `${level} ${text}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

export function reversed(vertices: readonly number[]): number[] {
  const back: number[] = []
  for (let at = vertices.length - 2; at >= 0; at -= 2) back.push(vertices[at] ?? 0, vertices[at + 1] ?? 0)
  return back
}

/** Joins edges at nodes that only two touch, where both say the same of themselves. `kept`: nodes that must stay. */
export function mergeEdges(edges: readonly Edge[], raw: readonly RawLine[], kept: ReadonlySet<string>): Edge[] {
  const touching = new Map<string, number[]>()
  const levelOf = (edge: Edge): string => raw[edge.line]?.level ?? ''
  const ends = (edge: Edge): [string, string] => [
    nodeKeyOf(levelOf(edge), edge.vertices, 'from'),
    nodeKeyOf(levelOf(edge), edge.vertices, 'to'),
  ]
  const live: (Edge | null)[] = edges.map((edge) => ({ ...edge, vertices: [...edge.vertices] }))
  live.forEach((edge, index) => {
    if (edge) for (const key of ends(edge)) touching.set(key, [...(touching.get(key) ?? []), index])
  })
  for (const key of [...touching.keys()].sort()) {
    const [a, b, ...more] = touching.get(key) ?? []
    if (a === undefined || b === undefined || more.length > 0 || a === b || kept.has(key)) continue
    const joined = joinedAt(key, live[a] ?? null, live[b] ?? null, raw, ends)
    if (!joined) continue
    live[a] = joined
    live[b] = null
    for (const end of ends(joined))
      touching.set(
        end,
        (touching.get(end) ?? []).map((index) => (index === b ? a : index)),
      )
  }
  return live.filter((edge) => edge !== null)
}

function joinedAt(
  key: string,
  a: Edge | null,
  b: Edge | null,
  raw: readonly RawLine[],
  ends: (edge: Edge) => [string, string],
): Edge | null {
  if (!a || !b || !isAlike(a, b, raw)) return null
  const isOneWay = raw[a.line]?.isOneWay === true
  const [startsA, startsB] = [ends(a)[0] === key, ends(b)[0] === key]
  // A loop back to the same node, or two carriageways that meet head on, stay apart.
  if (ends(a)[0] === ends(a)[1] || ends(b)[0] === ends(b)[1]) return null
  if (isOneWay && startsA === startsB) return null
  const [first, second] = isOneWay && startsA ? [b, a] : [a, b]
  const head = ends(first)[1] === key ? first.vertices : reversed(first.vertices)
  const tail = ends(second)[0] === key ? second.vertices : reversed(second.vertices)
  return { ...first, vertices: [...head, ...tail.slice(2)] }
}

function isAlike(a: Edge, b: Edge, raw: readonly RawLine[]): boolean {
  const [lineA, lineB] = [raw[a.line], raw[b.line]]
  return (
    lineA !== undefined &&
    lineB !== undefined &&
    lineA.class === lineB.class &&
    lineA.status === lineB.status &&
    lineA.isOneWay === lineB.isOneWay &&
    lineA.reckonedLengthM === null &&
    lineB.reckonedLengthM === null &&
    a.flags === b.flags &&
    a.facts === b.facts &&
    a.closedMonths === b.closedMonths
  )
}
