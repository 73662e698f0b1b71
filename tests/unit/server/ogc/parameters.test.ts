/** Parameters of the OGC interface as text: what is read, and what is refused by name. */
import { expect, test } from 'vitest'
import { CRS84, CRSS } from '#geodata/spatial/crs.ts'
import {
  boxesFrom,
  boxNumbersFrom,
  crsFrom,
  intervalFrom,
  limitFrom,
  MOST_ITEMS,
  sortKeysFrom,
} from '#server/ogc/parameters.ts'
import { Refusal } from '#server/refusal.ts'

function fieldOf(read: () => unknown): string | undefined {
  try {
    read()
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.faults[0]?.field
    throw refusal
  }
  return undefined
}

test('a limit above the maximum is cut, one that is no number is refused', () => {
  expect([undefined, '1', '999', '1000', '1001', '99999999999999'].map(limitFrom)).toEqual([
    100,
    1,
    999,
    MOST_ITEMS,
    MOST_ITEMS,
    MOST_ITEMS,
  ])
  for (const text of ['0', '000', '-1', '1.5', '', 'ten', '1e3', ' 1'])
    expect(fieldOf(() => limitFrom(text))).toBe('limit')
})

test('a box has four or six numbers; over the antimeridian it is two', () => {
  expect(boxesFrom('60,24,66,30')).toEqual([[60, 24, 66, 30]])
  expect(boxesFrom('60, 24, -5, 66, 30, 9000')).toEqual([[60, 24, 66, 30]])
  expect(boxesFrom('170,-20,-170,20')).toEqual([
    [170, -20, 180, 20],
    [-180, -20, -170, 20],
  ])
  expect(boxNumbersFrom('1e6,-.5,2E6,+3')).toEqual([1e6, -0.5, 2e6, 3])
  for (const text of [
    '',
    '1,2,3',
    '1,2,3,4,5',
    '1,2,3,x',
    '0,10,1,9',
    '0,-91,1,1',
    '-181,0,0,0',
    '0,0,Infinity,1',
    '0,0,1e999,1',
  ])
    expect(
      fieldOf(() => boxesFrom(text)),
      text,
    ).toBe('bbox')
})

test('a time is an instant, a day, or an interval with open ends', () => {
  expect(intervalFrom('2020-05-01')).toEqual({ start: '2020-05-01T00:00:00.000Z', end: '2020-05-01T23:59:59.999Z' })
  expect(intervalFrom('2020-05-01T06:00:00+05:00')).toEqual({
    start: '2020-05-01T01:00:00.000Z',
    end: '2020-05-01T01:00:00.000Z',
  })
  for (const text of ['../2020-05-01', '/2020-05-01'])
    expect(intervalFrom(text)).toEqual({ start: null, end: '2020-05-01T23:59:59.999Z' })
  for (const text of ['2020-05-01/..', '2020-05-01/'])
    expect(intervalFrom(text)).toEqual({ start: '2020-05-01T00:00:00.000Z', end: null })
  for (const text of [
    '',
    '..',
    '/',
    '../..',
    '2020',
    '2020-02-30',
    '2020-13-01',
    '2021-01-01/2020-01-01',
    'a/b',
    '2020-01-01/2020-01-02/..',
    '2020-01-01T00:00:00',
  ])
    expect(
      fieldOf(() => intervalFrom(text)),
      text,
    ).toBe('datetime')
})

test('a system is one that the collection offers', () => {
  expect(crsFrom('crs', undefined, [])).toBe(CRS84)
  expect(crsFrom('crs', CRS84.uri, CRSS)).toBe(CRS84)
  expect(fieldOf(() => crsFrom('bbox-crs', 'http://www.opengis.net/def/crs/EPSG/0/3857', [CRS84]))).toBe('bbox-crs')
})

test('keys of an order are sortables, each once, with a sign that + and a space give alike', () => {
  const sortables = ['a', 'b', 'c', 'd', 'e']
  expect(sortKeysFrom(undefined, sortables)).toEqual([])
  expect(sortKeysFrom('-a,+b, c', sortables)).toEqual([
    { property: 'a', descending: true },
    { property: 'b', descending: false },
    { property: 'c', descending: false },
  ])
  for (const text of ['', 'x', '--a', 'a,a', 'a,b,c,d,e', 'a;b'])
    expect(
      fieldOf(() => sortKeysFrom(text, sortables)),
      text,
    ).toBe('sortby')
})
