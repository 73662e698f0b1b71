/** What filters mean, by cases checked by hand: unknown values, lists, patterns, folds, arithmetic, time, space. */
import { describe, expect, test } from 'vitest'
import { evaluator } from '#geodata/cql2/evaluate.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { accentFolded, caseFolded, isLike } from '#geodata/cql2/text.ts'
import { WELLS, well } from '../../../contract/storage-world.ts'

const queryables = queryablesOf(WELLS)
const WELL = well(
  'well-1',
  { type: 'Point', coordinates: [66, 29] },
  {
    ...{ name: { en: 'Well', ur: null, zh: '铜' }, label: 'Straße', depthM: 7, visits: -7, isDry: null },
    ...{ date: '2020-02-29', closed: '2021-01-01', seen: '2020-01-01T00:00:00.50Z' },
    ...{ tags: ['gold', 'copper'], levels: [132, 500], detail: null },
  },
)
const says = (text: string) => evaluator(readFilter(text, queryables), queryables)(WELL)

test.each([
  // Unknown values: the truth table of the standard.
  ['isDry = TRUE', null],
  ['NOT (isDry = TRUE)', null],
  ['isDry = TRUE AND FALSE', false],
  ['isDry = TRUE AND TRUE', null],
  ['isDry = TRUE OR TRUE', true],
  ['isDry = TRUE OR FALSE', null],
  ['isDry IS NULL', true],
  ['(isDry = TRUE) IS NULL', true],
  ['detail_grade IS NULL AND owner IS NULL', true],
  ['depthM IN (1, detail_grade)', null],
  ['depthM IN (7, detail_grade)', true],
  ['depthM NOT IN (1, detail_grade)', null],
  // Lists: any of the values; <> none of them.
  ["tags = 'gold'", true],
  ["NOT tags = 'gold'", false],
  ["NOT tags = 'zinc'", true],
  ["tags IN ('zinc', 'copper')", true],
  ["tags LIKE 'c%'", true],
  ["CASEI(tags) = CASEI('GOLD')", true],
  ['levels > 400', true],
  ['levels BETWEEN 200 AND 400', false],
  ['tags IS NULL', false],
  ['altNames IS NULL', true],
  ["altNames = 'x'", null],
  // Texts: by code point, capitals apart, nothing trimmed.
  ["label = 'straße'", false],
  ["CASEI(label) = CASEI('STRASSE')", true],
  ["label LIKE '%ß_'", true],
  ["name_zh = '铜'", true],
  ["'\u{1F5FA}' > '\uFFFD'", true],
  // Arithmetic in doubles; no answer is unknown.
  ['depthM / 2 = 3.5', true],
  ['depthM div 2 = 3', true],
  ['visits div 2 = -3', true],
  ['visits % 4 = -3', true],
  ['depthM % 0 = 0', null],
  ['depthM / (depthM - 7) = 1', null],
  ['depthM ^ 2 = 49 AND -depthM = visits', true],
  ['(0 - depthM) ^ 0.5 = 1', null],
  ['2 + 3 * 4 = 14', true],
  // Time: days by the calendar, moments to the fraction, intervals closed at both ends.
  ["date = DATE('2020-02-29')", true],
  ["date < DATE('2020-03-01') AND closed > date", true],
  ["seen > TIMESTAMP('2020-01-01T00:00:00Z')", true],
  ["seen = TIMESTAMP('2020-01-01T00:00:00.500Z')", true],
  ["T_AFTER(date, DATE('2020-02-28'))", true],
  ["T_INTERSECTS(date, INTERVAL('2020-02-29', '..'))", true],
  ["T_DISJOINT(date, INTERVAL('..', '2020-02-28'))", true],
  ["T_DURING(INTERVAL(date, closed), INTERVAL('2020-01-01', '..'))", true],
  ["T_CONTAINS(INTERVAL(date, closed), INTERVAL('2020-03-01', '2020-04-01'))", true],
  ["T_MEETS(INTERVAL(date, closed), INTERVAL('2021-01-01', '2022-01-01'))", true],
  ["T_METBY(INTERVAL('2021-01-01', '2022-01-01'), INTERVAL(date, closed))", true],
  ["T_STARTS(INTERVAL(date, closed), INTERVAL('2020-02-29', '2022-01-01'))", true],
  ["T_STARTEDBY(INTERVAL(date, closed), INTERVAL('2020-02-29', '2020-03-01'))", true],
  ["T_FINISHES(INTERVAL(date, closed), INTERVAL('2019-01-01', '2021-01-01'))", true],
  ["T_FINISHEDBY(INTERVAL(date, closed), INTERVAL('2020-06-01', '2021-01-01'))", true],
  ["T_OVERLAPS(INTERVAL(date, closed), INTERVAL('2020-06-01', '2022-01-01'))", true],
  ["T_OVERLAPPEDBY(INTERVAL(date, closed), INTERVAL('2019-06-01', '2020-06-01'))", true],
  ["T_EQUALS(INTERVAL(date, closed), INTERVAL('2020-02-29', '2021-01-01'))", true],
  // Space: the boundary belongs to S_INTERSECTS, not to S_WITHIN.
  ['S_WITHIN(geometry, POLYGON((65 28, 67 28, 67 30, 65 30, 65 28)))', true],
  ['S_WITHIN(geometry, POLYGON((66 28, 67 28, 67 30, 66 30, 66 28)))', false],
  ['S_INTERSECTS(geometry, POLYGON((66 28, 67 28, 67 30, 66 30, 66 28)))', true],
  ['S_TOUCHES(geometry, POLYGON((66 28, 67 28, 67 30, 66 30, 66 28)))', true],
  [
    'S_DISJOINT(geometry, POLYGON((65 28, 67 28, 67 30, 65 30, 65 28), (65.5 28.5, 66.5 28.5, 66.5 29.5, 65.5 29.5, 65.5 28.5)))',
    true,
  ],
  ['S_EQUALS(geometry, MULTIPOINT((66 29)))', true],
  ['S_CONTAINS(BBOX(65, 28, 67, 30), geometry)', true],
  ['S_CROSSES(LINESTRING(0 0, 2 2), LINESTRING(0 2, 2 0))', true],
  ['S_OVERLAPS(BBOX(0, 0, 2, 2), BBOX(1, 1, 3, 3))', true],
  // A degree of latitude at 29° is 110.85 km on WGS 84.
  ["S_DWITHIN(geometry, POINT(66 30), 110.8, 'km')", false],
  ["S_DWITHIN(geometry, POINT(66 30), 110.9, 'km')", true],
  ["S_DWITHIN(geometry, LINESTRING(65 30, 67 30), 110860, 'm')", true],
  ["S_DWITHIN(geometry, BBOX(65, 28, 67, 30), 0, 'm')", true],
])('%s is %s', (text, truth) => {
  expect(says(text)).toBe(truth)
})

describe('LIKE', () => {
  test.each([
    ['', '%', true],
    ['', '_', false],
    ['abc', 'a%c', true],
    ['abc', 'a_c', true],
    ['abbc', 'a_c', false],
    ['a%c', 'a\\%c', true],
    ['abc', 'a\\%c', false],
    ['a\\c', 'a\\\\c', true],
    ['ABC', 'abc', false],
    ['a\nb', 'a_b', true],
    ['\u{1F5FA}x', '_x', true],
    ['aab', '%ab', true],
    ['mississippi', 'm%iss%ip%i', true],
    ['mississippi', 'm%iss%iss%iss%', false],
    ['(a+)+$', '(a+)+$', true],
  ])('%j matches %j: %s', (text, pattern, matches) => {
    expect(isLike(text, pattern)).toBe(matches)
  })
})

describe('folding', () => {
  test('of case is the full folding of Unicode', () => {
    // The regular expressions of the language fold characters one by one: an independent table of the simple cases.
    for (let code = 0x41; code < 0x2_000; code++) {
      const character = String.fromCodePoint(code)
      for (const other of [character.toLowerCase(), character.toUpperCase()]) {
        if ([...other].length !== 1 || character === 'ı' || other === 'ı') continue
        const isAlike = new RegExp(`^${escaped(character)}$`, 'iu').test(other)
        if (isAlike) expect(caseFolded(character), character).toBe(caseFolded(other))
      }
    }
    expect(caseFolded('ΟΔΟΣ')).toBe(caseFolded('οδος'))
    expect(caseFolded('ı')).not.toBe(caseFolded('i'))
    expect(caseFolded('سونا 铜')).toBe('سونا 铜')
  })

  test('of accents drops marks and nothing else', () => {
    expect(accentFolded('débárquér')).toBe('debarquer')
    expect(accentFolded('Chāgai')).toBe('Chagai')
    expect(accentFolded('سِیاہ دِک')).toBe(accentFolded('سیاہ دک'))
    expect(accentFolded('Łódź 铜')).toBe('Lodz 铜')
    expect(accentFolded('København')).toBe('Kobenhavn')
  })
})

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`
}
