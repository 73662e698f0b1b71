/** Which listed road a mapped one is: a road of the district that shares a trunk road for part of its way is not that road. */
import { expect, test } from 'vitest'
import { listedFor } from '#scripts/transport/dress.ts'
import { NO_FACTS, type RawLine } from '#scripts/transport/raw-line.ts'

function listed(kind: RawLine['class'], reference: string): RawLine {
  return {
    ...{ level: 'road', class: kind, status: 'operational', isOneWay: false, isOffLevel: false, isSchematic: false },
    ...{ reckonedLengthM: null, vertices: [0, 0, 10, 0], facts: { ...NO_FACTS, reference } },
  }
}
const national = listed('trunk', 'N-65')
const provincial = listed('secondary', 'Hub - Gadani')
const district = listed('tertiary', 'Gandava - Nuttal')
const trunk = { level: 'road', class: 'trunk' } as const

test('of several along one road the one nearest in class, however many of its points lie along it', () => {
  expect(listedFor(trunk, [district, provincial, national])).toBe(national)
  expect(listedFor({ ...trunk, class: 'tertiary' }, [national, district])).toBe(district)
})

test('a trunk road is no gravel road of the district, and keeps what the map says', () => {
  expect(listedFor(trunk, [district])).toBeUndefined()
  expect(listedFor(trunk, [provincial])).toBe(provincial)
})

test('railways are told apart by gauge and course alone', () => {
  expect(listedFor({ level: 'rail-1676', class: 'rail-branch' }, [national])).toBe(national)
})
