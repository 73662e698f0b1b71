/** What is no filter is refused with its place, in both encodings, and within the same limits. */
import { describe, expect, test } from 'vitest'
import { parseJson, parseJsonText } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { property, queryables } from './scenes.ts'

const REFUSED: [text: string, offset: number, words: RegExp][] = [
  ['', 0, /found the end/],
  ['floors', 0, /condition/],
  ['floors >', 8, /found the end/],
  ['floors > 1 owner', 11, /AND, OR or the end/],
  ['height > 1', 0, /Unknown property "height"; known are id/],
  ["floors > 'a'", 0, /different types/],
  ['owner LIKE floors', 11, /text/],
  ['owner LIKE name_en', 11, /pattern/],
  ['NOT NOT floors > 1', 4, /found "NOT"/],
  ["owner = 'abc", 8, /does not end/],
  ['owner = "abc', 8, /does not end/],
  ['floors > 1e999', 9, /too large/],
  ['floors ; 1', 7, /Unexpected ";"/],
  ["A_CONTAINS(owner, ('a'))", 0, /Array functions such as A_CONTAINS/],
  ['buffer(geometry, 1) = 1', 0, /Unknown function "buffer"/],
  ["updated > DATE('2017-02-30')", 15, /YYYY-MM-DD/],
  ["updated > TIMESTAMP('2017-02-03T00:00:00+05:00')", 20, /UTC/],
  ["T_DURING(updated, DATE('2017-01-01'))", 18, /T_DURING compares intervals/],
  ["T_AFTER(updated, INTERVAL('2018-01-01', '2017-01-01'))", 17, /ends before/],
  ['S_INTERSECTS(geometry, POLYGON((0 0, 1 0, 1 1)))', 23, /four positions/],
  ['S_INTERSECTS(geometry, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))', 23, /crosses or touches itself/],
  ['S_INTERSECTS(geometry, POINT(200 0))', 23, /longitude/],
  ['S_INTERSECTS(owner, POINT(0 0))', 13, /geometry/],
  ['S_INTERSECTS(geometry, BBOX(0, 5, 1, 1))', 23, /south/],
  ["S_DWITHIN(geometry, POINT(0 0), 5, 'furlongs')", 35, /unit/],
  ["S_DWITHIN(geometry, POINT(0 0), -5, 'km')", 32, /0 or more/],
  ['floors IN ()', 11, /found "\)"/],
  ['floors BETWEEN 1 OR 2', 17, /Expected AND/],
  ['(floors = 1) + 2 = 3', 1, /number|value/],
]

describe('refusals say where', () => {
  test.each(REFUSED)('%s', (text, offset, words) => {
    const refusal = refusalOf(() => parseText(text, queryables))
    expect(refusal.message).toMatch(words)
    expect(refusal.place).toEqual({ encoding: 'text', offset })
  })

  test.each([
    [{ op: 'and', args: [true, { op: '=', args: [property('height'), 1] }] }, '/args/1/args/0'],
    [{ op: '=', args: [property('floors')] }, '/args'],
    [{ op: 'a_equals', args: [[], []] }, '/op'],
    [{ op: '=', args: [property('floors'), 1], extra: 1 }, ''],
    [{ op: 'in', args: [property('floors'), [1, 'a']] }, ''],
    [{ op: '=', args: [property('floors'), null] }, '/args/1'],
    [{ op: 's_intersects', args: [property('geometry'), { type: 'Point', coordinates: [0] }] }, '/args/1'],
    [{ op: 't_after', args: [property('updated'), { date: 'soon' }] }, '/args/1/date'],
    [{ op: 't_after', args: [property('updated'), { interval: ['..', 3] }] }, '/args/1/interval/1'],
    [[], ''],
    [null, ''],
  ])('%j', (json, pointer) => {
    expect(refusalOf(() => parseJson(json, queryables)).place).toEqual({ encoding: 'json', pointer })
  })

  test('limits hold in both encodings', () => {
    const deep = (levels: number) => `${'('.repeat(levels)}floors = 1${')'.repeat(levels)}`
    expect(parseText(deep(32), queryables).kind).toBe('operation')
    expect(refusalOf(() => parseText(deep(33), queryables)).place).toEqual({ encoding: 'text', offset: 32 })
    expect(refusalOf(() => parseText(`${'('.repeat(8000)}`, queryables)).detail).toMatch(/deeper/)
    const nots = (levels: number): unknown => (levels === 0 ? true : { op: 'not', args: [nots(levels - 1)] })
    expect(parseJson(nots(31), queryables).kind).toBe('operation')
    expect(refusalOf(() => parseJson(nots(32), queryables)).detail).toMatch(/deeper than 32/)
    const nest = (levels: number): unknown => {
      let json: unknown = true
      for (let level = 0; level < levels; level++) json = { op: 'not', args: [json] }
      return json
    }
    expect(refusalOf(() => parseJson(nest(200_000), queryables)).detail).toMatch(/deeper than 32/)
    const list = (count: number) => `floors IN (${Array.from({ length: count }, (_, index) => index).join(',')})`
    expect(parseText(list(254), queryables).kind).toBe('operation')
    expect(refusalOf(() => parseText(list(255), queryables)).detail).toMatch(/256/)
    expect(refusalOf(() => parseJson(toJsonList(255), queryables)).detail).toMatch(/256/)
    expect(refusalOf(() => parseText(`owner = '${'x'.repeat(17_000)}'`, queryables)).detail).toMatch(/16384 bytes/)
    expect(refusalOf(() => parseText(`owner = '${'鉛'.repeat(6000)}'`, queryables)).detail).toMatch(/16384 bytes/)
    expect(
      refusalOf(() => parseJson({ op: '=', args: [property('owner'), 'x'.repeat(17_000)] }, queryables)).detail,
    ).toMatch(/16384/)
    expect(refusalOf(() => parseJsonText('{"op":', queryables)).detail).toMatch(/not JSON/)
    expect(refusalOf(() => parseText(Array(100).fill('1').join('+').concat(' = 1'), queryables)).detail).toMatch(
      /deeper/,
    )
  })

  test('what text cannot say is refused, not written wrongly', () => {
    const tree = parseJson({ op: '=', args: [property('owner'), 'a\\'] }, queryables)
    expect(refusalOf(() => toText(tree)).detail).toMatch(/CQL2 JSON/)
  })
})

function toJsonList(count: number) {
  return { op: 'in', args: [property('floors'), Array.from({ length: count }, (_, index) => index)] }
}

function refusalOf(run: () => unknown): Cql2Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Cql2Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}
