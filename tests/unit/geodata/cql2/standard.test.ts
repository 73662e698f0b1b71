/** Examples in the manner of OGC 21-065r2 (chapters 6 to 8, annex B), text and JSON side by side. */
import { describe, expect, test } from 'vitest'
import { matcher } from '#geodata/cql2/evaluate.ts'
import { parseJson } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { property, queryables, scene } from './scenes.ts'

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
    same("owner = '\\a\\b\\t\\n\\v\\f\\r'", "owner = '\x07\b\t\n\v\f\r'")
    same("owner = 'C:\\\\%'", "owner = 'C:\\\\%'")
    same('floors = +5.0E0', 'floors = 5')
    same('s_intersects(geometry, point(1 -2))', 'S_INTERSECTS(geometry, POINT(+1 -2))')
    same('-floors < -1', '-1 * floors < -1')
  })
})
