/**
 * Time in filters: spans of milliseconds since 1970, UTC. A day stands for its first instant, so that spans of days that
 * follow one another meet; a stored year or month is the span from its first day to its last. Relations: Allen (1983), as
 * the temporal functions of CQL2 name them.
 */
import type { IntervalEnd, Temporal } from './expression.ts'

export interface Span {
  startMs: number
  endMs: number
}
/** Ends of an open interval: the first and last instants that a date can be. */
export const FIRST_MS = -8.64e15
export const LAST_MS = 8.64e15

export function instantMs(text: string): number {
  return Date.parse(text)
}

const STORED = /^(\d{4})(?:-(\d{2})(?!\d))?(?:-(\d{2})(?!\d))?/

/** The span of a stored date (`2019`, `2019-06`, `2019-06-20`, an instant); words after it are ignored; null where it is none. */
export function spanOfStored(text: unknown): Span | null {
  if (typeof text !== 'string') return null
  const [, year, month, day] = STORED.exec(text) ?? []
  if (year === undefined) return null
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? null : { startMs: ms, endMs: ms }
  }
  const lastMonth = month ?? '12'
  const lastDay = day ?? String(new Date(Date.UTC(Number(year), Number(lastMonth), 0)).getUTCDate())
  const startMs = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}`)
  const endMs = Date.parse(`${year}-${lastMonth}-${lastDay}`)
  return Number.isNaN(startMs) || Number.isNaN(endMs) ? null : { startMs, endMs }
}

export type Side = 'a.start' | 'a.end' | 'b.start' | 'b.end'
export type Term = readonly [Side, '<' | '>' | '=' | '<=' | '>=', Side]
/** Each relation as terms that must all hold; T_DISJOINT alone as terms of which one must. Stores and evaluate.ts share it. */
export const RELATIONS: Readonly<Record<Temporal, readonly Term[]>> = {
  t_after: [['a.start', '>', 'b.end']],
  t_before: [['a.end', '<', 'b.start']],
  t_contains: [
    ['a.start', '<', 'b.start'],
    ['a.end', '>', 'b.end'],
  ],
  t_disjoint: [
    ['a.end', '<', 'b.start'],
    ['a.start', '>', 'b.end'],
  ],
  t_during: [
    ['a.start', '>', 'b.start'],
    ['a.end', '<', 'b.end'],
  ],
  t_equals: [
    ['a.start', '=', 'b.start'],
    ['a.end', '=', 'b.end'],
  ],
  t_finishedBy: [
    ['a.start', '<', 'b.start'],
    ['a.end', '=', 'b.end'],
  ],
  t_finishes: [
    ['a.start', '>', 'b.start'],
    ['a.end', '=', 'b.end'],
  ],
  t_intersects: [
    ['a.start', '<=', 'b.end'],
    ['a.end', '>=', 'b.start'],
  ],
  t_meets: [['a.end', '=', 'b.start']],
  t_metBy: [['a.start', '=', 'b.end']],
  t_overlappedBy: [
    ['a.start', '>', 'b.start'],
    ['a.start', '<', 'b.end'],
    ['a.end', '>', 'b.end'],
  ],
  t_overlaps: [
    ['a.start', '<', 'b.start'],
    ['a.end', '>', 'b.start'],
    ['a.end', '<', 'b.end'],
  ],
  t_startedBy: [
    ['a.start', '=', 'b.start'],
    ['a.end', '>', 'b.end'],
  ],
  t_starts: [
    ['a.start', '=', 'b.start'],
    ['a.end', '<', 'b.end'],
  ],
}

export function temporalHolds(op: Temporal, a: Span, b: Span): boolean {
  const value = (side: Side): number => (side.startsWith('a') ? a : b)[side.endsWith('start') ? 'startMs' : 'endMs']
  const holds = ([left, relation, right]: Term): boolean => compares(value(left), relation, value(right))
  return op === 't_disjoint' ? RELATIONS[op].some(holds) : RELATIONS[op].every(holds)
}

function compares(a: number, relation: Term[1], b: number): boolean {
  switch (relation) {
    case '<':
      return a < b
    case '>':
      return a > b
    case '=':
      return a === b
    case '<=':
      return a <= b
    case '>=':
      return a >= b
  }
}

/** Whether a literal interval ends before it starts. */
export function isReversed(start: IntervalEnd, end: IntervalEnd): boolean {
  return 'value' in start && 'value' in end && instantMs(start.value) > instantMs(end.value)
}
