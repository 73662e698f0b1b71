/** Examples in the manner of OGC 21-065r2 (chapters 6 to 8, annex B), text and JSON side by side, and what each refuses. */
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type DatasetDefinition, FeatureProperties } from '#geodata/contract/dataset.ts'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { parseJson, parseJsonText } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'

const Scene = FeatureProperties.extend({
  eo_cloud_cover: z.number().nullable(),
  eo_instrument: z.string().nullable(),
  owner: z.string().nullable(),
  floors: z.number().int(),
  swimming_pool: z.boolean(),
  updated: z.iso.datetime().nullable(),
  starts_at: z.iso.date().nullable(),
  ends_at: z.iso.date().nullable(),
  vehicle_height: z.number().nullable(),
  bridge_clearance: z.number().nullable(),
  date: z.string().nullable(),
})
const scenes = { id: 'scenes', geometry: 'point', properties: Scene } as unknown as DatasetDefinition
const queryables = queryablesOf(scenes)
const scene = {
  id: 'a',
  geometry: { type: 'Point' as const, coordinates: [-117, 40] as [number, number] },
  properties: {
    ...{
      name: { en: 'Ägir', ur: null, zh: null },
      eo_cloud_cover: 0.1,
      eo_instrument: 'OLI',
      owner: 'Mike Jones',
      floors: 6,
    },
    ...{ swimming_pool: true, updated: '2017-11-05T00:00:00Z', starts_at: '2005-01-10', ends_at: '2010-02-10' },
    ...{ vehicle_height: 5, bridge_clearance: 4, date: null },
  },
}
const property = (name: string) => ({ property: name })
const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [-120, 30],
      [-100, 30],
      [-100, 50],
      [-120, 50],
      [-120, 30],
    ],
  ],
}

const EXAMPLES: [text: string, json: unknown, holds: boolean][] = [
  ["eo_instrument LIKE 'OLI%'", { op: 'like', args: [property('eo_instrument'), 'OLI%'] }, true],
  ["owner LIKE 'mike%'", { op: 'like', args: [property('owner'), 'mike%'] }, false],
  [
    "CASEI(owner) LIKE CASEI('MIKE%')",
    {
      op: 'like',
      args: [
        { op: 'casei', args: [property('owner')] },
        { op: 'casei', args: ['MIKE%'] },
      ],
    },
    true,
  ],
  [
    "ACCENTI(name_en) = ACCENTI('Agir')",
    {
      op: '=',
      args: [
        { op: 'accenti', args: [property('name_en')] },
        { op: 'accenti', args: ['Agir'] },
      ],
    },
    true,
  ],
  [
    "CASEI(ACCENTI(name_en)) IN (CASEI('AGIR'), 'x')",
    {
      op: 'in',
      args: [
        { op: 'casei', args: [{ op: 'accenti', args: [property('name_en')] }] },
        [{ op: 'casei', args: ['AGIR'] }, 'x'],
      ],
    },
    true,
  ],
  ['eo_cloud_cover BETWEEN 0.1 AND 0.2', { op: 'between', args: [property('eo_cloud_cover'), 0.1, 0.2] }, true],
  [
    'floors > 5 AND swimming_pool = TRUE',
    {
      op: 'and',
      args: [
        { op: '>', args: [property('floors'), 5] },
        { op: '=', args: [property('swimming_pool'), true] },
      ],
    },
    true,
  ],
  [
    "floors > 5 OR (NOT floors < 2 AND owner <> 'x')",
    {
      op: 'or',
      args: [
        { op: '>', args: [property('floors'), 5] },
        {
          op: 'and',
          args: [
            { op: 'not', args: [{ op: '<', args: [property('floors'), 2] }] },
            { op: '<>', args: [property('owner'), 'x'] },
          ],
        },
      ],
    },
    true,
  ],
  [
    'vehicle_height > (bridge_clearance - 1)',
    { op: '>', args: [property('vehicle_height'), { op: '-', args: [property('bridge_clearance'), 1] }] },
    true,
  ],
  [
    'vehicle_height > bridge_clearance',
    { op: '>', args: [property('vehicle_height'), property('bridge_clearance')] },
    true,
  ],
  [
    'floors % 4 = 2 AND floors DIV 4 = 1 AND 2 ^ 3 = 8',
    {
      op: 'and',
      args: [
        { op: '=', args: [{ op: '%', args: [property('floors'), 4] }, 2] },
        { op: '=', args: [{ op: 'div', args: [property('floors'), 4] }, 1] },
        { op: '=', args: [{ op: '^', args: [2, 3] }, 8] },
      ],
    },
    true,
  ],
  ['1 + 2 * 3 = 7', { op: '=', args: [{ op: '+', args: [1, { op: '*', args: [2, 3] }] }, 7] }, true],
  ['floors NOT BETWEEN 4 AND 8', { op: 'not', args: [{ op: 'between', args: [property('floors'), 4, 8] }] }, false],
  ["owner NOT IN ('a', 'b')", { op: 'not', args: [{ op: 'in', args: [property('owner'), ['a', 'b']] }] }, true],
  ['date IS NULL', { op: 'isNull', args: [property('date')] }, true],
  ['owner IS NOT NULL', { op: 'not', args: [{ op: 'isNull', args: [property('owner')] }] }, true],
  ["updated >= DATE('2017-10-30')", { op: '>=', args: [property('updated'), { date: '2017-10-30' }] }, true],
  [
    "T_AFTER(updated, TIMESTAMP('2017-11-05T00:00:00Z'))",
    { op: 't_after', args: [property('updated'), { timestamp: '2017-11-05T00:00:00Z' }] },
    false,
  ],
  [
    "T_FINISHES(INTERVAL(starts_at, ends_at), INTERVAL('2001-01-10', '2010-02-10'))",
    {
      op: 't_finishes',
      args: [{ interval: [property('starts_at'), property('ends_at')] }, { interval: ['2001-01-10', '2010-02-10'] }],
    },
    true,
  ],
  [
    "T_MEETS(INTERVAL(starts_at, ends_at), INTERVAL('2010-02-10', '..'))",
    {
      op: 't_meets',
      args: [{ interval: [property('starts_at'), property('ends_at')] }, { interval: ['2010-02-10', '..'] }],
    },
    true,
  ],
  [
    'S_INTERSECTS(geometry, POLYGON((-120 30, -100 30, -100 50, -120 50, -120 30)))',
    { op: 's_intersects', args: [property('geometry'), polygon] },
    true,
  ],
  [
    'S_CONTAINS(BBOX(-118, 33.8, -117.9, 34), geometry)',
    { op: 's_contains', args: [{ bbox: [-118, 33.8, -117.9, 34] }, property('geometry')] },
    false,
  ],
  [
    'S_CROSSES(LINESTRING(172.03086 1.5, 1.1 -90), LINESTRING(0 0, 173 0.5))',
    {
      op: 's_crosses',
      args: [
        {
          type: 'LineString',
          coordinates: [
            [172.03086, 1.5],
            [1.1, -90],
          ],
        },
        {
          type: 'LineString',
          coordinates: [
            [0, 0],
            [173, 0.5],
          ],
        },
      ],
    },
    true,
  ],
  [
    'S_EQUALS(MULTIPOINT((1 2), (3 4)), MULTIPOINT((3 4), (1 2)))',
    {
      op: 's_equals',
      args: [
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          type: 'MultiPoint',
          coordinates: [
            [3, 4],
            [1, 2],
          ],
        },
      ],
    },
    true,
  ],
  [
    'S_WITHIN(POINT Z(0.5 0.5 10), GEOMETRYCOLLECTION(POLYGON((0 0, 1 0, 1 1, 0 1, 0 0)), POINT(9 9)))',
    {
      op: 's_within',
      args: [
        { type: 'Point', coordinates: [0.5, 0.5, 10] },
        {
          type: 'GeometryCollection',
          geometries: [
            {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 1],
                  [0, 0],
                ],
              ],
            },
            { type: 'Point', coordinates: [9, 9] },
          ],
        },
      ],
    },
    true,
  ],
  [
    "S_DWITHIN(geometry, POINT(-116 40), 86, 'km')",
    { op: 's_dwithin', args: [property('geometry'), { type: 'Point', coordinates: [-116, 40] }, 86, 'km'] },
    true,
  ],
  ['TRUE', true, true],
  ['(floors > 1) IS NULL', { op: 'isNull', args: [{ op: '>', args: [property('floors'), 1] }] }, false],
]

describe('both encodings say the same', () => {
  test.each(EXAMPLES)('%s', (text, json, holds) => {
    const tree = parseText(text, queryables)
    expect(toJson(tree)).toEqual(json)
    expect(parseJson(json, queryables)).toEqual(tree)
    expect(parseText(toText(tree), queryables)).toEqual(tree)
    expect(matcher(tree, queryables)(scene)).toBe(holds)
  })

  test('keywords in any case, names in quotes, quotes in text, signs and exponents', () => {
    const same = (a: string, b: string) => expect(parseText(a, queryables)).toEqual(parseText(b, queryables))
    same('not "floors" like_ '.replace('like_ ', '> 1'), 'NOT floors > 1')
    same("owner = 'it''s'", "owner = 'it\\'s'")
    same('floors = +5.0E0', 'floors = 5')
    same('s_intersects(geometry, point(1 -2))', 'S_INTERSECTS(geometry, POINT(+1 -2))')
    same('-floors < -1', '-1 * floors < -1')
  })
})

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
