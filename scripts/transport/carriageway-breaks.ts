/**
 * Breaks of a carriageway: where it ends and nothing leads on, while within reach another begins that nothing leads to and that
 * goes the same way, a straight one-way piece joins the two. Tile edges and simplification left such holes.
 */
import { BRIDGE_NOTE } from './bridge-breaks.ts'
import { cosine, type End, endsByPlace, headingOf, isCarriageway, isPassable, placeOf } from './carriageway-ends.ts'
import { nodeLines } from './node-lines.ts'
import { NO_FACTS, type RawLine } from './raw-line.ts'
import { type Nearest, segmentIndex } from './segment-index.ts'

const BRIDGE_WITHIN_M = 300
/** Cosine between directions that count as the same way. */
const SAME_WAY = 0.7
/** So near, the direction of the gap itself says nothing. */
const TOUCHING_M = 40

/** One-way connectors from the end of one carriageway to the beginning of the next. */
export function carriagewayBreaks(lines: readonly RawLine[], cuts: readonly Nearest[]): RawLine[] {
  const places = endsByPlace(lines, nodeLines(lines, cuts))
  const stops = places.filter((ends) => !isPassable(ends, true)).flatMap((ends) => ends.slice(0, 1))
  const starts = places.filter((ends) => !isPassable(ends, false)).flatMap((ends) => ends.filter(isFree))
  const points = segmentIndex(starts.map((start) => [...placeOf(start), ...placeOf(start)]))
  return stops.filter(isFree).flatMap((stop) => {
    const [x, y] = placeOf(stop)
    const near = points.nearestOfEach(x, y, BRIDGE_WITHIN_M).find(({ line, metres }) => {
      const start = starts[line]
      return start !== undefined && leadsOn(stop, start, metres)
    })
    return near ? [bridge(stop.line, [x, y, near.x, near.y])] : []
  })
}

const isFree = ({ line }: End): boolean => isCarriageway(line)

function leadsOn(stop: End, start: End, metres: number): boolean {
  if (stop.piece === start.piece || (stop.line.class === 'motorway') !== (start.line.class === 'motorway')) return false
  if (cosine(headingOf(stop), headingOf(start)) < SAME_WAY) return false
  return metres < TOUCHING_M || cosine(headingOf(stop), [...placeOf(stop), ...placeOf(start)]) > SAME_WAY
}

function bridge(from: RawLine, vertices: readonly number[]): RawLine {
  const facts = { ...NO_FACTS, reference: from.facts.reference, confidence: 'low' as const, note: BRIDGE_NOTE }
  return { ...from, vertices, isOffLevel: true, isSchematic: true, reckonedLengthM: null, facts }
}
