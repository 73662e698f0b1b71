/** What a trace is where it leaves the mapped lines: a road of its own kind, but no motorway unless it fills a hole in one. */
import { expect, test } from 'vitest'
import { offMapRuns } from '#scripts/transport/off-map-runs.ts'
import { NO_FACTS, type RawLine } from '#scripts/transport/raw-line.ts'

const [X, Y] = [7_000_000, 3_000_000]
const line = (vertices: number[], change: Partial<RawLine> = {}): RawLine => ({
  ...{ vertices, level: 'road', class: 'motorway', status: 'operational', facts: NO_FACTS },
  ...{ isOneWay: false, isOffLevel: false, isSchematic: false, reckonedLengthM: null },
  ...change,
})
const TRACE = line([X, Y, X + 9000, Y], { status: 'under_construction' })
const west = (change: Partial<RawLine> = {}) => line([X, Y, X + 3000, Y], change)
const east = (change: Partial<RawLine> = {}) => line([X + 6000, Y, X + 9000, Y], change)
const kindsOf = (trace: RawLine, ...mapped: RawLine[]) =>
  offMapRuns([trace], mapped).map(({ class: kind, status }) => `${kind} ${status}`)

test('a hole in a motorway is motorway, what leads off one is a minor road in use', () => {
  expect(kindsOf(TRACE, west(), east())).toEqual(['motorway under_construction'])
  expect(kindsOf(TRACE, west(), east({ class: 'primary' }))).toEqual(['minor operational'])
  expect(kindsOf(TRACE, west())).toEqual(['minor operational'])
})

test('other roads keep their class, and run from mapped line to mapped line', () => {
  const trace = { ...TRACE, class: 'trunk' as const, status: 'operational' as const }
  const [run, ...more] = offMapRuns([trace], [west(), east()])
  expect(more).toEqual([])
  expect(run?.class).toBe('trunk')
  const [first = 0, last = 0] = [run?.vertices[0], run?.vertices.at(-2)]
  expect(first).toBeGreaterThan(X + 2900)
  expect(first).toBeLessThanOrEqual(X + 3100)
  expect(last).toBeGreaterThanOrEqual(X + 5900)
  expect(last).toBeLessThan(X + 6100)
  expect(kindsOf(trace, line([X, Y, X + 9000, Y]))).toEqual([])
})
