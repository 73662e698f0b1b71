/**
 * The examples of the standard (OGC 21-065r2, clauses 6 and 7) in both encodings, and texts that it does not allow. Where
 * an example needs a class that is not claimed (arrays, functions of one's own), its refusal is the expected answer.
 */
import { describe, expect, test } from 'vitest'
import { parseJson } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'

const property = (name: string) => ({ property: name })
const op = (name: string, ...args: unknown[]) => ({ op: name, args })

const EXAMPLES: [text: string, json: unknown][] = [
  ["city='Toronto'", op('=', property('city'), 'Toronto')],
  ['balance-150.0 > 0', op('>', op('-', property('balance'), 150), 0)],
  ["updated >= date('1970-01-01')", op('>=', property('updated'), { date: '1970-01-01' })],
  ["updated < TIMESTAMP('1969-07-20T20:17:40Z')", op('<', property('updated'), { timestamp: '1969-07-20T20:17:40Z' })],
  ["street = 'Via dell''Avvento'", op('=', property('street'), "Via dell'Avvento")],
  ["street = 'Via dell\\'Avvento'", op('=', property('street'), "Via dell'Avvento")],
  ['geometry IS NOT NULL', op('not', op('isNull', property('geometry')))],
  ['geometry IS NULL', op('isNull', property('geometry'))],
  ["name LIKE 'Smith%'", op('like', property('name'), 'Smith%')],
  ["name NOT LIKE 'Smith%'", op('not', op('like', property('name'), 'Smith%'))],
  ['depth BETWEEN 100.0 and 150.0', op('between', property('depth'), 100, 150)],
  ['depth NOT BETWEEN 100 AND 150', op('not', op('between', property('depth'), 100, 150))],
  [
    "cityName IN ('Toronto','Frankfurt','Tokyo','New York')",
    op('in', property('cityName'), ['Toronto', 'Frankfurt', 'Tokyo', 'New York']),
  ],
  ['category NOT IN (1,2,3,4)', op('not', op('in', property('category'), [1, 2, 3, 4]))],
  [
    "CASEI(road_class) IN (CASEI('Οδος'),CASEI('Straße'))",
    op('in', op('casei', property('road_class')), [op('casei', 'Οδος'), op('casei', 'Straße')]),
  ],
  [
    "ACCENTI(etat_vol) = ACCENTI('débárquér')",
    op('=', op('accenti', property('etat_vol')), op('accenti', 'débárquér')),
  ],
  [
    "CASEI(ACCENTI(name)) LIKE CASEI(ACCENTI('é%'))",
    op('like', op('casei', op('accenti', property('name'))), op('casei', op('accenti', 'é%'))),
  ],
  [
    'S_INTERSECTS(geometry,POINT(36.319836 32.288087))',
    op('s_intersects', property('geometry'), { type: 'Point', coordinates: [36.319836, 32.288087] }),
  ],
  [
    'S_INTERSECTS(geometry,BBOX(160.6,-55.95,-170,-25.89))',
    op('s_intersects', property('geometry'), { bbox: [160.6, -55.95, -170, -25.89] }),
  ],
  [
    'S_CROSSES(LINESTRING(43.72992 -79.2998, 43.73005 -79.2991),POLYGON((43.7286 -79.2986, 43.7311 -79.2996, 43.7323 -79.2972, 43.7286 -79.2986)))',
    op(
      's_crosses',
      {
        type: 'LineString',
        coordinates: [
          [43.72992, -79.2998],
          [43.73005, -79.2991],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [43.7286, -79.2986],
            [43.7311, -79.2996],
            [43.7323, -79.2972],
            [43.7286, -79.2986],
          ],
        ],
      },
    ),
  ],
  [
    'S_WITHIN(a, GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((1 2), (3 4)), MULTILINESTRING((0 0, 1 1))))',
    op('s_within', property('a'), {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [1, 2] },
        {
          type: 'MultiPoint',
          coordinates: [
            [1, 2],
            [3, 4],
          ],
        },
        {
          type: 'MultiLineString',
          coordinates: [
            [
              [0, 0],
              [1, 1],
            ],
          ],
        },
      ],
    }),
  ],
  [
    "T_INTERSECTS(event_time, INTERVAL('1969-07-16T05:32:00Z', '1969-07-24T16:50:35Z'))",
    op('t_intersects', property('event_time'), { interval: ['1969-07-16T05:32:00Z', '1969-07-24T16:50:35Z'] }),
  ],
  [
    "T_DURING(INTERVAL(touchdown, liftOff), INTERVAL('1969-07-16', '..'))",
    op('t_during', { interval: [property('touchdown'), property('liftOff')] }, { interval: ['1969-07-16', '..'] }),
  ],
  [
    'vehicle_height > (bridge_clearance-1)',
    op('>', property('vehicle_height'), op('-', property('bridge_clearance'), 1)),
  ],
  ['a = 1 + 2 * 3 ^ 2', op('=', property('a'), op('+', 1, op('*', 2, op('^', 3, 2))))],
  ['a = 7 div 2 - 7 % 2', op('=', property('a'), op('-', op('div', 7, 2), op('%', 7, 2)))],
  ['-a < +5', op('<', op('*', -1, property('a')), 5)],
  [
    'a = 1 OR b = 2 AND NOT c = 3',
    op('or', op('=', property('a'), 1), op('and', op('=', property('b'), 2), op('not', op('=', property('c'), 3)))),
  ],
  ['(a = 1 OR b = 2) AND TRUE', op('and', op('or', op('=', property('a'), 1), op('=', property('b'), 2)), true)],
  [
    '"date" = DATE(\'2020-02-29\') and date <> "and"',
    op('and', op('=', property('date'), { date: '2020-02-29' }), op('<>', property('date'), property('and'))),
  ],
  ["اسم = 'سونا' AND 名称 IS NULL", op('and', op('=', property('اسم'), 'سونا'), op('isNull', property('名称')))],
  [
    "S_DWITHIN(geometry, POINT(66 29), 1.5E2, 'km')",
    op('s_dwithin', property('geometry'), { type: 'Point', coordinates: [66, 29] }, 150, 'km'),
  ],
]

describe('an example of the standard', () => {
  test.each(EXAMPLES)('%s', (text, json) => {
    const { expression } = parseText(text)
    expect(JSON.parse(JSON.stringify(toJson(expression)))).toEqual(json)
    expect(parseJson(JSON.stringify(json)).expression).toEqual(expression)
    expect(parseText(toText(expression)).expression).toEqual(expression)
  })
})

const refusalOf = (read: () => unknown): Cql2Refusal => {
  try {
    read()
  } catch (error) {
    if (error instanceof Cql2Refusal) return error
    throw error
  }
  throw new Error('this was let through')
}

describe('text that the standard does not allow is refused at its place', () => {
  test.each([
    ['', 0, 'empty'],
    ['   ', 0, 'empty'],
    ['a = ', 4, 'expected'],
    ['a', 1, 'expected'],
    ['a = 1 AND', 9, 'expected'],
    ['a = 1 b = 2', 6, 'expected'],
    ['a = = 1', 4, 'expected'],
    ['(a = 1', 6, 'expected'],
    ['a = 1)', 5, 'expected'],
    ['a < b < c', 6, 'expected'],
    ['a IN ()', 6, 'expected'],
    ['a IS NOT 5', 9, 'expected'],
    ['a BETWEEN 1 OR 2', 12, 'expected'],
    ['a = (b = 1)', 5, 'expected'],
    ['(a) AND b = 1', 1, 'expected'],
    ["a = 'open", 4, 'unclosed-text'],
    ['a = 1 ; b = 2', 6, 'bad-character'],
    ["a = DATE('2021-02-29')", 9, 'bad-date'],
    ["a = TIMESTAMP('2021-02-28T24:00:00Z')", 14, 'bad-date'],
    ["a = TIMESTAMP('2021-02-28T12:00:00+05:00')", 14, 'bad-date'],
    ['a = 1e999', 4, 'bad-number'],
    ['S_WITHIN(g, POLYGON((0 0, 1 1, 1 0, 0 1)))', 12, 'bad-geometry'],
    ['S_WITHIN(g, LINESTRING(0 0))', 12, 'bad-geometry'],
    ['S_WITHIN(g, POINT EMPTY)', 18, 'expected'],
    ['A_CONTAINS(a, b)', 0, 'array-function'],
    ['avg(windSpeed) < 4', 0, 'unknown-function'],
    ["S_DWITHIN(g, POINT(1 2), 5, 'miles')", 28, 'bad-unit'],
    ['a = 2 ^ 3 ^ 4', 10, 'expected'],
    ['NOT', 3, 'expected'],
    ["a LIKE 'x' ESCAPE '!'", 11, 'expected'],
  ])('%s', (text, offset, code) => {
    const refusal = refusalOf(() => parseText(text))
    expect(refusal.place).toMatchObject({ offset })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(`at character ${offset + 1}`)
  })
})

describe('JSON that the standard does not allow is refused at its pointer', () => {
  test.each([
    ['{"op":"and","args":[{"op":"=","args":[{"property":"a"},1]}]}', '/args', 'expected'],
    ['{"op":"and","args":[true,5]}', '/args/1', 'expected'],
    ['{"op":"=","args":[{"property":"a"},null]}', '/args/1', 'expected'],
    ['{"op":"=","args":[{"property":"a"},1],"comment":"x"}', '', 'expected'],
    ['{"op":"in","args":[{"property":"a"},[]]}', '/args/1', 'expected'],
    ['{"op":"in","args":[{"property":"a"},[1,{"op":"not","args":[true]}]]}', '/args/1/1', 'expected'],
    ['{"op":"avg","args":[1]}', '/op', 'unknown-function'],
    ['{"op":"a_equals","args":[1,2]}', '/op', 'array-function'],
    [
      '{"op":"not","args":[{"op":"t_after","args":[{"date":"2021-13-01"},{"date":"2021-01-01"}]}]}',
      '/args/0/args/0/date',
      'bad-date',
    ],
    [
      '{"op":"s_within","args":[{"property":"g"},{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1]]]}]}',
      '/args/1',
      'bad-geometry',
    ],
    ['{"op":"s_within","args":[{"property":"g"},{"bbox":[1,2,3]}]}', '/args/1/bbox', 'bad-geometry'],
    ['{"casei":"a"}', '', 'expected'],
    ['[]', '', 'expected'],
    ['{', '', 'bad-json'],
  ])('%s', (json, pointer, code) => {
    const refusal = refusalOf(() => parseJson(json))
    expect(refusal.place).toEqual({ pointer })
    expect(refusal.code).toBe(code)
  })
})

describe('the limits hold in both encodings', () => {
  const nested = (depth: number) => `${'NOT ('.repeat(depth - 1)}TRUE${')'.repeat(depth - 1)}`
  const nestedJson = (depth: number) => `${'{"op":"not","args":['.repeat(depth - 1)}true${']}'.repeat(depth - 1)}`
  const listed = (count: number) => Array.from({ length: count }, (_, index) => index).join(',')

  test('of depth: 32 levels', () => {
    expect(parseJson(nestedJson(32)).expression).toEqual(parseText(nested(32)).expression)
    expect(refusalOf(() => parseText(nested(33))).code).toBe('too-deep')
    expect(refusalOf(() => parseJson(nestedJson(33))).code).toBe('too-deep')
    expect(refusalOf(() => parseText(`${'('.repeat(40)}TRUE${')'.repeat(40)}`)).code).toBe('too-deep')
    expect(refusalOf(() => parseText(`${'NOT '.repeat(3000)}TRUE`)).code).toBe('too-deep')
    expect(refusalOf(() => parseText(`a = ${'1 + '.repeat(100)}1`)).code).toBe('too-deep')
    expect(refusalOf(() => parseJson(nestedJson(600))).code).toBe('too-deep')
  })

  test('of parts: 256', () => {
    expect(() => parseText(`a IN (${listed(254)})`)).not.toThrow()
    expect(refusalOf(() => parseText(`a IN (${listed(255)})`)).code).toBe('too-many-parts')
    expect(() => parseJson(`{"op":"in","args":[{"property":"a"},[${listed(254)}]]}`)).not.toThrow()
    expect(refusalOf(() => parseJson(`{"op":"in","args":[{"property":"a"},[${listed(255)}]]}`)).code).toBe(
      'too-many-parts',
    )
  })

  test('of length: 16 kB, in bytes', () => {
    expect(() => parseText(`a = '${'x'.repeat(16_000)}'`)).not.toThrow()
    expect(refusalOf(() => parseText(`a = '${'x'.repeat(16_400)}'`)).code).toBe('too-long')
    expect(refusalOf(() => parseText(`a = '${'铜'.repeat(6_000)}'`)).code).toBe('too-long')
    expect(refusalOf(() => parseJson(`{"property":"${'x'.repeat(16_400)}"}`)).code).toBe('too-long')
  })

  test('a polygon of 200 positions is one part', () => {
    const ring = Array.from({ length: 200 }, (_, index) => `${index} ${index * index}`)
    expect(() => parseText(`S_WITHIN(g, POLYGON((${[...ring, ring[0]].join(',')})))`)).not.toThrow()
  })
})
