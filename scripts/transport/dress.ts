/** Puts facts on pieces: which segment of the road and rail lists, and which corridors, a piece lies along. */
import { EDGE_CLASSES, type EdgeFacts } from '#geodata/network/network.ts'
import type { BuiltFeature } from '../build/builder.ts'
import { linesOf } from '../build/network-lines.ts'
import type { Piece } from './node-lines.ts'
import { type Level, type RawLine, verticesOf } from './raw-line.ts'
import { segmentIndex } from './segment-index.ts'

const ALONG_WITHIN_M = 30
/** A piece lies along a line if so many of its sampled points do: fewer is a crossing or a road beside. */
const ALONG_SHARE = 0.7
const SAMPLES = 7

/** Index of the line of `among` that most of the piece lies along; undefined where none. */
export function matcher<T extends { vertices: readonly number[]; level: Level }>(among: readonly T[]) {
  const index = segmentIndex(among.map(({ vertices }) => vertices))
  return (piece: Piece, level: Level): T[] => {
    const votes = new Map<number, number>()
    const points = samplesOf(piece.vertices)
    for (const [x, y] of points)
      for (const { line } of index.nearestOfEach(x, y, ALONG_WITHIN_M, (one) => among[one]?.level === level))
        votes.set(line, (votes.get(line) ?? 0) + 1)
    return [...votes]
      .filter(([, count]) => count >= ALONG_SHARE * points.length)
      .sort(([a, countA], [b, countB]) => countB - countA || a - b)
      .flatMap(([line]) => among[line] ?? [])
  }
}

/** Points spread over the pieces of a line, its middle always among them. */
function samplesOf(vertices: readonly number[]): [number, number][] {
  const last = vertices.length / 2 - 1
  return Array.from({ length: SAMPLES }, (_, step) => {
    const place = ((step + 0.5) / SAMPLES) * last
    const at = Math.min(last - 1, Math.floor(place))
    const [ax = 0, ay = 0, bx = 0, by = 0] = vertices.slice(2 * at, 2 * at + 4)
    return [Math.round(ax + (place - at) * (bx - ax)), Math.round(ay + (place - at) * (by - ay))]
  })
}

export interface Dressed {
  facts: EdgeFacts
  status: RawLine['status']
}

/**
 * The facts of each piece. What is mapped as a road in use stays in use, whatever is being built along it; what was under
 * construction when mapped is in use if the list says so.
 */
export function dress(
  pieces: readonly Piece[],
  raw: readonly RawLine[],
  segments: readonly RawLine[],
  corridors: readonly BuiltFeature[],
): Dressed[] {
  const segmentsAlong = matcher(segments.filter(({ isSchematic }) => !isSchematic))
  const corridorLines = corridors.flatMap((feature) =>
    linesOf(feature.geometry).map((line) => ({
      id: feature.id,
      vertices: verticesOf(line),
      level: feature.properties.mode === 'rail' ? ('rail-1676' as const) : ('road' as const),
    })),
  )
  const corridorsAlong = matcher(corridorLines)
  return pieces.map((piece) => {
    const line = raw[piece.line]
    if (!line) throw new Error('a piece of no line')
    const along = line.isSchematic ? undefined : listedFor(line, segmentsAlong(piece, line.level))
    const names = [...new Set(corridorsAlong(piece, line.level).map(({ id }) => id))].sort()
    const own = line.facts
    const facts: EdgeFacts = along
      ? { ...along.facts, reference: along.facts.reference ?? own.reference, name: along.facts.name ?? own.name }
      : own
    const opened = line.status === 'under_construction' && along?.status === 'operational'
    return { facts: { ...facts, corridors: names }, status: opened ? 'operational' : line.status }
  })
}

/** A listed road may be this many classes below the mapped one: provincial on a trunk road, district on a primary one. */
const MOST_BELOW = 2

/**
 * Of the listed segments along a piece the one that is nearest to it in class. A gravel road of the district that was
 * traced along a trunk road for part of its way is not that trunk road: where only such ones are, the map's own facts hold.
 */
export function listedFor(line: Pick<RawLine, 'level' | 'class'>, along: readonly RawLine[]): RawLine | undefined {
  if (line.level !== 'road') return along[0]
  const below = ({ class: listed }: RawLine): number => EDGE_CLASSES.indexOf(listed) - EDGE_CLASSES.indexOf(line.class)
  return along
    .filter((listed) => below(listed) <= MOST_BELOW)
    .sort((a, b) => Math.abs(below(a)) - Math.abs(below(b)))[0]
}

/** Facts of the list with the ground as mapped: surface, limits of weight, gauge and what the map notes are the line's own where known. */
export function withGround(listed: EdgeFacts, mapped: EdgeFacts): EdgeFacts {
  const notes = new Set([listed.note, mapped.note].filter((note) => note !== null))
  return {
    ...listed,
    surface: mapped.surface ?? listed.surface,
    axleLoadLimitT: mapped.axleLoadLimitT ?? listed.axleLoadLimitT,
    grossWeightLimitT: mapped.grossWeightLimitT ?? listed.grossWeightLimitT,
    gaugeMm: mapped.gaugeMm ?? listed.gaugeMm,
    toll: listed.toll ?? mapped.toll,
    note: notes.size === 0 ? null : [...notes].join('; '),
  }
}
