/** The examples of the standard (OGC 21-065r2, clauses 6 and 7) and some of our own, in both encodings. */
import { describe, expect, test } from 'vitest'
import { parseJson } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { toJson } from '#geodata/cql2/to-json.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import { property, typed } from './scenes.ts'

/** Properties of the examples, by type. */
const queryables = typed({
  string: ['city', 'street', 'name', 'cityName', 'road_class', 'etat_vol', 'اسم', '名称'],
  number: ['balance', 'depth', 'category', 'vehicle_height', 'bridge_clearance', 'a', 'b', 'c'],
  date: ['updated', 'event_time', 'touchdown', 'liftOff', 'date', 'and'],
  geometry: ['geometry'],
})
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
    'S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(1 2), MULTIPOINT((1 2), (3 4)), MULTILINESTRING((0 0, 1 1))))',
    op('s_within', property('geometry'), {
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
    const expression = parseText(text, queryables)
    expect(JSON.parse(JSON.stringify(toJson(expression)))).toEqual(json)
    expect(parseJson(json, queryables)).toEqual(expression)
    expect(parseText(toText(expression), queryables)).toEqual(expression)
  })
})
