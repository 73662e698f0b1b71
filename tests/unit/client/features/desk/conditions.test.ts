/** Conditions on columns: what a reader types, what a link carries, what meets them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLUMN_IDS } from '#client/features/desk/column-ids.ts'
import {
  type Condition,
  conditionFromText,
  conditionText,
  meetsAll,
  rangeFromTyped,
} from '#client/features/desk/conditions.ts'

describe('a typed range', () => {
  test.each([
    ['10-500', 10, 500],
    ['500..10', 10, 500],
    ['10 – 500', 10, 500],
    ['> 10', 10, null],
    ['≤ 5', null, 5],
    ['10+', 10, null],
    ['12', 12, 12],
    ['1,500-2,000', 1500, 2000],
    ['-5--1', -5, -1],
  ])('%s', (typed, low, high) => expect(rangeFromTyped(typed)).toEqual({ low, high }))
  test.each(['', 'copper', '10-', '1-2-3', '>'])('%j is none', (typed) => expect(rangeFromTyped(typed)).toBeNull())
})

test('an unknown figure meets no range; words are found whatever their case', () => {
  const where: Condition[] = [{ column: 'tonnage', kind: 'range', low: null, high: 10 }]
  expect(meetsAll(null, where, () => null)).toBe(false)
  expect(meetsAll(null, where, () => 10)).toBe(true)
  expect(meetsAll(null, [{ column: 'owners', kind: 'text', text: 'mcc' }], () => 'MCC Huaye')).toBe(true)
})

test('every condition survives the link', () => {
  const column = fc.constantFrom(...COLUMN_IDS)
  const end = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0))
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc
      .record({ column, kind: fc.constant('range' as const), low: end, high: end })
      .filter(({ low, high }) => low !== null || high !== null),
    fc.record({
      column,
      kind: fc.constant('text' as const),
      text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    }),
  )
  fc.assert(
    fc.property(condition, (one) => {
      expect(conditionFromText(conditionText(one))).toEqual([one])
    }),
  )
})
