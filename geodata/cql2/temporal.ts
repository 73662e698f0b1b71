/**
 * Time in filters: days and moments of the Gregorian calendar as text that sorts in order of time, and the relations of
 * OWL-Time (W3C/OGC) as conditions on starts and ends. Intervals are closed at both ends; an open end lies beyond all.
 */
import type { TemporalOp } from './expression.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?Z$/

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  const [, year = '', month = '', day = ''] = DAY.exec(text) ?? []
  if (year === '') return false
  const daysInMonth = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth
}

/** A moment in UTC (RFC 3339 with `Z`). */
export function isMoment(text: string): boolean {
  const [, day = ''] = MOMENT.exec(text) ?? []
  return day !== '' && isDay(day)
}

export const BEFORE_ALL = ''
export const AFTER_ALL = '~'

/** Text that sorts by time among its own kind: the `Z` and closing zeros of the fraction go. */
export function sortableInstant(text: string): string {
  return text.replace(/(?:\.0+|(\.\d*?[1-9])0+)?Z$/, '$1')
}

export type Side = 'leftStart' | 'leftEnd' | 'rightStart' | 'rightEnd'
export interface SideRelation {
  any: boolean
  /** All hold, or with `any` one of them. */
  terms: readonly (readonly [Side, '<' | '>' | '=' | '<=' | '>=', Side])[]
}

const all = (...terms: SideRelation['terms']): SideRelation => ({ any: false, terms })

/** What each function asks of the starts and ends of its two operands. */
export const TEMPORAL_RELATIONS: Readonly<Record<TemporalOp, SideRelation>> = {
  t_after: all(['leftStart', '>', 'rightEnd']),
  t_before: all(['leftEnd', '<', 'rightStart']),
  t_contains: all(['leftStart', '<', 'rightStart'], ['leftEnd', '>', 'rightEnd']),
  t_disjoint: {
    any: true,
    terms: [
      ['leftEnd', '<', 'rightStart'],
      ['leftStart', '>', 'rightEnd'],
    ],
  },
  t_during: all(['leftStart', '>', 'rightStart'], ['leftEnd', '<', 'rightEnd']),
  t_equals: all(['leftStart', '=', 'rightStart'], ['leftEnd', '=', 'rightEnd']),
  t_finishedby: all(['leftStart', '<', 'rightStart'], ['leftEnd', '=', 'rightEnd']),
  t_finishes: all(['leftStart', '>', 'rightStart'], ['leftEnd', '=', 'rightEnd']),
  t_intersects: all(['leftStart', '<=', 'rightEnd'], ['leftEnd', '>=', 'rightStart']),
  t_meets: all(['leftEnd', '=', 'rightStart']),
  t_metby: all(['leftStart', '=', 'rightEnd']),
  t_overlappedby: all(['leftStart', '>', 'rightStart'], ['leftStart', '<', 'rightEnd'], ['leftEnd', '>', 'rightEnd']),
  t_overlaps: all(['leftStart', '<', 'rightStart'], ['leftEnd', '>', 'rightStart'], ['leftEnd', '<', 'rightEnd']),
  t_startedby: all(['leftStart', '=', 'rightStart'], ['leftEnd', '>', 'rightEnd']),
  t_starts: all(['leftStart', '=', 'rightStart'], ['leftEnd', '<', 'rightEnd']),
}

/** Functions that are defined for instants too; the others compare intervals only. */
export const INSTANT_RELATIONS: ReadonlySet<TemporalOp> = new Set<TemporalOp>([
  ...(['t_after', 't_before', 't_disjoint', 't_equals', 't_intersects'] as const),
])
