/** What a dataset can be filtered by, and what of a filter is refused against it. */
import { describe, expect, test } from 'vitest'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { DATASETS } from '#geodata/datasets/catalogue.ts'
import { THINGS } from '../../../contract/filter-arbitraries.ts'

const queryables = queryablesOf(THINGS)
const datasetOf = (id: string) => {
  const found = DATASETS.find((dataset) => dataset.id === id)
  if (!found) throw new Error(`there is no dataset ${id}`)
  return queryablesOf(found)
}

test('queryables follow the schema: names, types, lists, what may lack', () => {
  const shown = [...queryables.values()].map(
    ({ name, type, nullable, isList }) => `${name}: ${type}${isList ? '[]' : ''}${nullable ? '?' : ''}`,
  )
  expect(shown).toEqual([
    ...[
      'id: string',
      'geometry: geometry?',
      'name_en: string?',
      'name_ur: string?',
      'name_zh: string?',
      'altNames: string[]?',
    ],
    ...[
      'geometryQuality: string',
      'provenance_asOf: string?',
      'provenance_confidence: string?',
      'provenance_note: string?',
    ],
    ...[
      'label: string?',
      'other: string?',
      'size: number?',
      'count: integer',
      'isOpen: boolean?',
      'day: date?',
      'until: date',
    ],
    ...['seen: timestamp?', 'tags: string[]?', 'levels: number[]', 'detail_grade: number?', 'detail_kind: string?'],
  ])
  expect(queryables.get('detail_kind')?.values).toEqual(['a', 'b'])
})

test('every dataset can be filtered by id, name and quality, and tables without places not by geometry', () => {
  for (const dataset of DATASETS) {
    const names = [...queryablesOf(dataset).keys()]
    expect(names, dataset.id).toEqual(
      expect.arrayContaining(['id', 'name_en', 'name_ur', 'name_zh', 'geometryQuality']),
    )
    expect(names.includes('geometry'), dataset.id).toBe(dataset.geometry !== 'none')
  }
})

test('deposits can be filtered by what the panel asks and by every plain property', () => {
  const names = [...datasetOf('deposits').keys()]
  expect(names).toEqual(
    expect.arrayContaining([
      ...[
        'commodities',
        'commodityPrimary',
        'commodityGroups',
        'isCritical',
        'operatorSlug',
        'partnerSlug',
        'confidence',
      ],
      ...['resource_tonnageMt', 'resource_category', 'startYear', 'positionAccuracyKm', 'sharesGroundWith', 'partOf'],
    ]),
  )
  expect(datasetOf('earthquakes').get('date')?.type).toBe('date')
})

const refusalOf = (text: string): Cql2Refusal => {
  try {
    readFilter(text, queryables)
  } catch (error) {
    if (error instanceof Cql2Refusal) return error
    throw error
  }
  throw new Error(`${text} was let through`)
}

describe('refused with the place', () => {
  test.each([
    ["lable = 'a'", 0, 'unknown-property', 'label'],
    ["label = 'a' AND __proto__ = 'b'", 16, 'unknown-property', ''],
    ['label = 5', 8, 'different-types', 'a text cannot be compared with a number'],
    ['size = TRUE', 7, 'different-types', ''],
    ["day > TIMESTAMP('2020-01-01T00:00:00Z')", 6, 'different-types', 'a date cannot be compared with a time'],
    ["size IN (1, 'b')", 12, 'different-types', ''],
    ["size LIKE '5%'", 0, 'wrong-type', 'expected a text, this is a number'],
    ['label LIKE other', 11, 'expected', 'a fixed text as pattern'],
    ["label BETWEEN 'a' AND 'b'", 0, 'wrong-type', ''],
    ['label + 1 = 2', 0, 'wrong-type', ''],
    ['CASEI(size) = CASEI(label)', 6, 'wrong-type', ''],
    ['geometry = geometry', 0, 'wrong-type', ''],
    ['S_WITHIN(label, POINT(1 1))', 9, 'wrong-type', 'expected a geometry, this is a text'],
    ['S_WITHIN(geometry, POINT(181 1))', 19, 'outside-world', '181 1'],
    ['S_WITHIN(geometry, BBOX(1, 5, 2, 3))', 19, 'bad-geometry', ''],
    ["S_DWITHIN(geometry, POINT(1 1), -1, 'km')", 0, 'bad-distance', ''],
    ["S_DWITHIN(geometry, POINT(1 1), 30000, 'km')", 0, 'bad-distance', ''],
    ["T_DURING(day, INTERVAL('2020-01-01', '..'))", 9, 'instant-in-interval-function', 'T_DURING'],
    ["T_AFTER(size, DATE('2020-01-01'))", 8, 'wrong-type', 'a date or time'],
    ["T_AFTER(day, INTERVAL('2020-01-01T00:00:00Z', '..'))", 13, 'different-types', ''],
    ["T_AFTER(day, INTERVAL('2021-01-01', '2020-01-01'))", 13, 'bad-interval', ''],
    ["T_AFTER(day, INTERVAL('2021-01-01', seen))", 13, 'bad-interval', ''],
    ['label = tags', 8, 'list-property', 'tags'],
    ['levels + 1 = 2', 0, 'list-property', 'levels'],
  ])('%s', (text, offset, code, words) => {
    const refusal = refusalOf(text)
    expect(refusal.code).toBe(code)
    expect(refusal.place).toMatchObject({ offset })
    expect(refusal.message).toContain(words)
  })
})

test('positions in another system are brought to longitude and latitude before they are judged', () => {
  const toLonLat = ([x, y]: [number, number]): [number, number] => [x / 1000, y / 1000]
  const { expression } = readFilter('S_INTERSECTS(geometry, BBOX(66000, 24000, 67000, 25000))', queryables, {
    toLonLat,
  })
  if (expression.kind !== 'spatial' || expression.right.kind !== 'geometry') throw new Error('a box becomes an outline')
  if (expression.right.geometry.type !== 'Polygon') throw new Error('an outline is a polygon')
  const [ring = []] = expression.right.geometry.coordinates
  expect(ring).toHaveLength(65)
  expect([ring[0], ring[16], ring[32], ring[48], ring[64]]).toEqual([
    [66, 24],
    [67, 24],
    [67, 25],
    [66, 25],
    [66, 24],
  ])
  const far = () => readFilter('S_INTERSECTS(geometry, POINT(666000 24000))', queryables, { toLonLat })
  expect(far).toThrow('666 24')
  try {
    far()
  } catch (error) {
    expect(error instanceof Cql2Refusal && error.place).toEqual({ offset: 23, length: 19 })
  }
})
