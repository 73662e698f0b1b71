/** What is no filter is refused with its reason and place, in both encodings, and within the same limits. */
import { describe, expect, test } from 'vitest'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal, type Reason, THINGS } from '#geodata/cql2/refusal.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { WELLS } from '../../../contract/storage-world.ts'

const queryables = queryablesOf(WELLS)
const read = (text: string) => readFilter(text, queryables)
const readJson = (json: unknown) => readFilter(JSON.stringify(json), queryables, { language: 'cql2-json' })

function refusalOf(run: () => unknown): Cql2Refusal {
  try {
    run()
  } catch (error) {
    if (error instanceof Cql2Refusal) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const TEXTS: [text: string, offset: number, reason: Reason, words?: string][] = [
  // The grammar.
  ['', 0, 'expected', 'found the end of the filter'],
  ['   ', 3, 'expected'],
  ['depthM =', 8, 'expected'],
  ['depthM = 1 AND', 14, 'expected'],
  ['depthM = 1 visits = 2', 11, 'expected', 'AND, OR or the end'],
  ['depthM = = 1', 9, 'expected'],
  ['(depthM = 1', 11, 'expected', 'expected ‘)’'],
  ['depthM = 1)', 10, 'expected'],
  ['depthM < 1 < 2', 11, 'expected'],
  ['depthM IN ()', 11, 'expected', 'found ‘)’'],
  ['depthM IS NOT 5', 14, 'expected', 'expected ‘NULL’'],
  ['depthM BETWEEN 1 OR 2', 17, 'expected', 'expected ‘AND’'],
  ['depthM NOT 5', 11, 'expected', 'LIKE, BETWEEN, IN'],
  ['NOT', 3, 'expected'],
  ['NOT NOT depthM > 1', 4, 'expected', 'found ‘NOT’'],
  ["label LIKE 'x' ESCAPE '!'", 15, 'expected'],
  ['depthM = 2 ^ 3 ^ 4', 15, 'expected'],
  ['S_WITHIN(geometry, POINT EMPTY)', 25, 'expected'],
  ['S_WITHIN(geometry, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2))))', 38, 'expected', 'a point, a line'],
  ["label = 'open", 8, 'unclosed'],
  ['label = "open', 8, 'unclosed'],
  ['depthM = 1 ; visits = 2', 11, 'bad-character', '‘;’'],
  ["label = ''; DROP TABLE feature; --'", 10, 'bad-character'],
  ['depthM = 1e999', 9, 'bad-number'],
  ['A_CONTAINS(tags, (1))', 0, 'array-function', '‘A_CONTAINS’'],
  ['avg(depthM) < 4', 0, 'unknown-function', '‘avg’'],
  // Values.
  ["label = 'a\0'", 8, 'bad-text'],
  ["date > DATE('2021-02-29')", 12, 'bad-date'],
  ["seen > TIMESTAMP('2021-02-28T24:00:00Z')", 17, 'bad-timestamp'],
  ["seen > TIMESTAMP('2021-02-28T12:00:00+05:00')", 17, 'bad-timestamp'],
  ["T_AFTER(date, INTERVAL('2021-01-01', '2020-01-01'))", 14, 'bad-interval'],
  ["T_AFTER(date, INTERVAL('2021', '..'))", 23, 'expected-here', 'a date, an instant'],
  ['S_WITHIN(geometry, POLYGON((0 0, 1 0, 1 1)))', 19, 'bad-geometry', THINGS['open-ring']],
  ['S_WITHIN(geometry, POLYGON((0 0, 2 2, 2 0, 0 2, 0 0)))', 19, 'bad-geometry', THINGS['crossing-rings']],
  ['S_WITHIN(geometry, LINESTRING(0 0))', 19, 'bad-geometry', THINGS['short-line']],
  ['S_WITHIN(geometry, POINT(181 1))', 19, 'bad-geometry', THINGS.longitude],
  ['S_WITHIN(geometry, POINT(1 -91))', 19, 'bad-geometry', THINGS.latitude],
  ['S_WITHIN(geometry, BBOX(1, 5, 2, 3))', 19, 'bad-geometry', THINGS['box-south']],
  ['S_WITHIN(geometry, BBOX(1, 2, 3))', 19, 'bad-geometry', THINGS['box-numbers']],
  ['S_WITHIN(geometry, BBOX(1, 2, 9, 3, 4, 5))', 19, 'bad-geometry', THINGS['box-lowest']],
  ["S_DWITHIN(geometry, POINT(1 1), -1, 'km')", 32, 'bad-distance', '20037 km'],
  ["S_DWITHIN(geometry, POINT(1 1), 30000, 'km')", 32, 'bad-distance'],
  ["S_DWITHIN(geometry, POINT(1 1), 5, 'furlongs')", 35, 'bad-unit', '‘nautical miles’'],
  ["S_DWITHIN(geometry, POINT(1 1), depthM, 'km')", 32, 'expected-here', 'a number'],
  // Names and types.
  ["lable = 'a'", 0, 'unknown-property', '‘label’'],
  ["label = 'a' AND __proto__ = 'b'", 16, 'unknown-property'],
  ['label = 5', 0, 'different-types'],
  ['depthM = TRUE', 0, 'different-types'],
  ["depthM IN (1, 'b')", 0, 'different-types'],
  ['depthM', 0, 'expected-here', 'a condition'],
  ['(label) AND depthM = 1', 1, 'expected-here', 'a condition'],
  ['depthM = (visits = 1)', 10, 'expected-here', 'a value'],
  ["depthM LIKE '5%'", 0, 'expected-here', 'a text'],
  ['label LIKE owner', 11, 'expected-here', 'pattern'],
  ["label BETWEEN 'a' AND 'b'", 0, 'expected-here', 'a number'],
  ['label + 1 = 2', 0, 'expected-here'],
  ['CASEI(depthM) = CASEI(label)', 6, 'expected-here'],
  ['geometry = geometry', 0, 'expected-here'],
  ['S_WITHIN(label, POINT(1 1))', 9, 'expected-here', 'a geometry'],
  ["T_AFTER(depthM, DATE('2020-01-01'))", 8, 'expected-here', 'a date or an instant or an interval'],
  ["T_DURING(date, DATE('2017-01-01'))", 15, 'interval-function', '‘T_DURING’'],
  ["tags <> 'gold'", 0, 'list-property', '‘tags’'],
  ['label = tags', 0, 'list-property'],
  ['CASEI(tags) IS NULL', 0, 'list-property'],
  ['(depthM = 1) + 2 = 3', 1, 'expected-here'],
]

describe('text is refused at its place', () => {
  test.each(TEXTS)('%s', (text, offset, reason, words = '') => {
    const refusal = refusalOf(() => read(text))
    expect([refusal.reason, refusal.place]).toEqual([reason, { encoding: 'text', offset }])
    expect(refusal.message).toContain(words)
    expect(refusal.message).toContain(`at character ${offset + 1}`)
    expect(refusal.message).not.toMatch(/undefined|\{\w+\}/)
  })
})

const property = (name: string) => ({ property: name })
const JSONS: [json: unknown, pointer: string, reason: Reason][] = [
  [{ op: 'and', args: [true, { op: '=', args: [property('height'), 1] }] }, '/args/1/args/0', 'unknown-property'],
  [{ op: 'and', args: [true] }, '/args', 'operands'],
  [{ op: 'and', args: [true, 5] }, '/args/1', 'expected-here'],
  [{ op: '=', args: [property('depthM')] }, '/args', 'operands'],
  [{ op: '=', args: [property('depthM'), null] }, '/args/1', 'expected-here'],
  [{ op: '=', args: [property('depthM'), 1], comment: 'x' }, '', 'expected-here'],
  [{ op: 'in', args: [property('depthM'), []] }, '/args', 'operands'],
  [{ op: 'in', args: [property('depthM'), 1] }, '/args', 'expected-here'],
  [{ op: 'avg', args: [1] }, '/op', 'unknown-function'],
  [{ op: 'a_equals', args: [[], []] }, '/op', 'array-function'],
  [{ op: 't_after', args: [property('date'), { date: 'soon' }] }, '/args/1/date', 'bad-date'],
  [{ op: 't_after', args: [property('date'), { interval: ['..', 3] }] }, '/args/1/interval/1', 'expected-here'],
  [{ op: 't_after', args: [property('date'), { interval: ['..'] }] }, '/args/1/interval', 'expected-here'],
  [{ op: 's_within', args: [property('geometry'), { type: 'Point', coordinates: [0] }] }, '/args/1', 'expected-here'],
  [{ op: 's_within', args: [property('geometry'), { bbox: [1, 2, 3] }] }, '/args/1/bbox', 'bad-geometry'],
  [{ casei: 'a' }, '', 'expected-here'],
  [[], '', 'expected-here'],
  [null, '', 'expected-here'],
]

describe('JSON is refused at its pointer', () => {
  test.each(JSONS)('%j', (json, pointer, reason) => {
    const refusal = refusalOf(() => readJson(json))
    expect([refusal.reason, refusal.place]).toEqual([reason, { encoding: 'json', pointer }])
  })

  test('what is not JSON at all', () => {
    expect(refusalOf(() => read('{"op":')).reason).toBe('bad-json')
  })
})

describe('the limits hold in both encodings', () => {
  const nots = (levels: number): unknown => {
    let json: unknown = true
    for (let level = 1; level < levels; level++) json = { op: 'not', args: [json] }
    return json
  }
  const notText = (levels: number) => `${'NOT ('.repeat(levels - 1)}TRUE${')'.repeat(levels - 1)}`
  const list = (count: number) => Array.from({ length: count }, (_, index) => index)

  test('32 levels', () => {
    expect(readJson(nots(32))).toEqual(read(notText(32)))
    expect(refusalOf(() => readJson(nots(33))).reason).toBe('too-deep')
    expect(refusalOf(() => read(notText(33))).reason).toBe('too-deep')
    expect(refusalOf(() => read(`${'('.repeat(33)}TRUE${')'.repeat(33)}`)).place).toEqual({
      encoding: 'text',
      offset: 32,
    })
    expect(refusalOf(() => read('('.repeat(8000))).reason).toBe('too-deep')
    expect(refusalOf(() => read(`${Array(100).fill('1').join('+')} = 1`)).reason).toBe('too-deep')
    expect(refusalOf(() => readJson(nots(600))).reason).toBe('too-deep')
  })

  test('256 parts, of which a shape is one', () => {
    expect(read(`depthM IN (${list(254)})`).kind).toBe('operation')
    expect(refusalOf(() => read(`depthM IN (${list(255)})`)).reason).toBe('too-many-parts')
    const json = (count: number) => ({ op: 'in', args: [property('depthM'), list(count)] })
    expect(readJson(json(254))).toEqual(read(`depthM IN (${list(254)})`))
    expect(refusalOf(() => readJson(json(255))).reason).toBe('too-many-parts')
    const ring = list(200).map((x) => `${x / 10} ${(x * x) / 1000}`)
    expect(read(`S_WITHIN(geometry, POLYGON((${[...ring, ring[0]]})))`).kind).toBe('operation')
  })

  test('16 kB, as bytes', () => {
    expect(read(`label = '${'x'.repeat(16_300)}'`).kind).toBe('operation')
    expect(refusalOf(() => read(`label = '${'x'.repeat(16_400)}'`)).reason).toBe('too-long')
    expect(refusalOf(() => read(`label = '${'鉛'.repeat(6000)}'`)).reason).toBe('too-long')
    expect(refusalOf(() => readJson({ op: '=', args: [property('label'), '鉛'.repeat(6000)] })).reason).toBe('too-long')
  })
})

test('what text cannot say is refused, not written wrongly', () => {
  const tree = readJson({ op: '=', args: [property('label'), 'a\\'] })
  expect(refusalOf(() => toText(tree)).reason).toBe('no-text-form')
})
