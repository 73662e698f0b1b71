/**
 * Turning places of dual carriageways. The source keeps neither ramps nor gaps in the median: where a two-way road meets one
 * carriageway, and where a carriageway ends, the other one beside it is joined by a short straight piece, so that both
 * directions can be reached. Motorways turn at their interchanges and ends only.
 */
import { cosine, type End, endsByPlace, headingOf, isCarriageway, isPassable, placeOf } from './carriageway-ends.ts'
import { nodeLines } from './node-lines.ts'
import { NO_FACTS, type RawLine } from './raw-line.ts'
import { type Nearest, type SegmentIndex, segmentIndex } from './segment-index.ts'

/** Widest median, from carriageway to carriageway. */
const MEDIAN_WITHIN_M = 60
/** Cosine between directions that count as opposite. */
const OPPOSITE = -0.8

export const TURNING_NOTE = 'turning place between carriageways, not mapped: assumed'

export interface Turnings {
  cuts: Nearest[]
  connectors: RawLine[]
}

export function turningPlaces(lines: readonly RawLine[], cuts: readonly Nearest[]): Turnings {
  const turnings: Turnings = { cuts: [], connectors: [] }
  const carriageways = segmentIndex(lines.map((line) => (isCarriageway(line) && !line.isOffLevel ? line.vertices : [])))
  const joined = new Set<string>()
  for (const ends of endsByPlace(lines, nodeLines(lines, cuts))) {
    const own = ends.find(({ line }) => isCarriageway(line))
    if (!own || !(isJunction(ends) || isDeadEnd(ends))) continue
    const [x, y] = placeOf(own)
    const near = otherCarriageway(own, ends, lines, carriageways)
    const key = near ? [`${x} ${y}`, `${near.x} ${near.y}`].sort().join() : ''
    if (!near || joined.has(key)) continue
    joined.add(key)
    turnings.cuts.push(near)
    turnings.connectors.push(turning(own.line, [x, y, near.x, near.y]))
  }
  return turnings
}

/** A two-way road meets a carriageway; at a motorway only its interchanges do. */
function isJunction(ends: readonly End[]): boolean {
  const isMotorway = ends.some(({ line }) => line.class === 'motorway')
  return ends.some(({ line }) => !line.isOneWay && (line.isSchematic || !isMotorway))
}

/** Whoever comes here cannot go on, or nobody comes here. */
const isDeadEnd = (ends: readonly End[]): boolean => !isPassable(ends, true) || !isPassable(ends, false)

/** The nearest carriageway of the other direction, unless a road leads there from here. */
function otherCarriageway(
  own: End,
  ends: readonly End[],
  lines: readonly RawLine[],
  index: SegmentIndex,
): Nearest | null {
  const [x, y] = placeOf(own)
  const isMotorway = own.line.class === 'motorway'
  const others = index.nearestOfEach(
    x,
    y,
    MEDIAN_WITHIN_M,
    (line) => (lines[line]?.class === 'motorway') === isMotorway,
  )
  const near = others.find(({ line, segment }) => {
    const other = (lines[line]?.vertices ?? []).slice(2 * segment, 2 * segment + 4)
    return cosine(headingOf(own), other) < OPPOSITE
  })
  if (!near || (near.x === x && near.y === y)) return null
  const isThere = (end: End): boolean => {
    const [farX, farY] = placeOf({ ...end, isStart: !end.isStart })
    return index.nearest(farX, farY, 2, (line) => line === near.line) !== null
  }
  return ends.some((end) => end !== own && isThere(end)) ? null : near
}

function turning(beside: RawLine, vertices: readonly number[]): RawLine {
  return {
    ...beside,
    vertices,
    class: 'minor',
    isOneWay: false,
    isOffLevel: true,
    isSchematic: true,
    reckonedLengthM: null,
    facts: { ...NO_FACTS, confidence: 'low', note: TURNING_NOTE },
  }
}
