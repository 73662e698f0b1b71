/**
 * CQL2 (OGC 21-065r2), annex A, functions of places and times: one test for each abstract test that applies, named by its
 * id. Each predicate is asked as text and as JSON, which must find equally many.
 */
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { createConformance } from './cql2-conformance.ts'
import { type OgcClient, openOgc } from './ogc-client.ts'

let ogc: OgcClient
beforeAll(async () => {
  ogc = await openOgc()
})
const { each, count, evaluate, expectApart, status, combine } = createConformance(() => ogc)
const BOUND = 240_000
const WORLD = ['BBOX(-180,-90,180,90)', 'POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))'] as const
const LINE = 'LINESTRING(66 29, 72 34)'
const PLACE = 'POINT(66.5 28.9)'

test('/conf/basic-spatial-functions/s_intersects', async () => {
  for (const asked of await each(['geometry'])) {
    const meets = (other: string) => `S_INTERSECTS(${asked.name}, ${other})`
    await evaluate(asked, meets(WORLD[0]), meets(PLACE))
    await evaluate(asked, `${meets('BBOX(-180,-90,-90,90)')} AND ${meets('BBOX(90,-90,180,90)')}`)
    expect(await status(asked.source, meets('POINT(90 180)'))).toBe(400)
  }
})

test('/conf/basic-spatial-functions/logical', combine, BOUND)

test('/conf/basic-spatial-functions-plus/s_intersects', async () => {
  const holed = '((60 23, 78 23, 78 37, 60 37, 60 23), (66 29, 68 29, 68 31, 66 31, 66 29))'
  for (const asked of await each(['geometry'])) {
    const meets = (other: string) => `S_INTERSECTS(${asked.name}, ${other})`
    const shapes = [
      ...['LINESTRING(-180 -45, 0 -45)', 'MULTILINESTRING((-180 -45, 0 -45), (0 29, 180 29))', `POLYGON${holed}`],
      ...[`MULTIPOLYGON(${holed}, ((0 0, 10 0, 10 10, 0 10, 0 0)))`, 'MULTIPOINT(66.5 28.9, 67 30)'],
      `GEOMETRYCOLLECTION(${PLACE}, POLYGON((60 23, 70 23, 70 30, 60 30, 60 23)))`,
    ]
    const counts = await evaluate(asked, ...shapes.map(meets))
    expect(
      counts.some((found) => found > 0),
      asked.source,
    ).toBe(true)
    expect(await status(asked.source, meets('MULTIPOINT(7.02 49.92, 90 180)'))).toBe(400)
  }
})

/** What a function finds for each shape, of every collection with places; the counts of the whole world's two forms agree. */
async function spatial(name: string, ...shapes: readonly string[]) {
  const found: { asked: { source: string }; counts: number[]; predicates: string[] }[] = []
  for (const asked of await each(['geometry'])) {
    const predicates = shapes.map((shape) => `${name}(${asked.name}, ${shape})`)
    found.push({ asked, predicates, counts: await evaluate(asked, ...predicates) })
  }
  return found
}

test('/conf/spatial-functions/s_intersects', async () => {
  for (const { asked, counts } of await spatial('S_INTERSECTS', ...WORLD, LINE, PLACE)) {
    expect(counts[0]).toBe(counts[1])
    expect(counts[0]).toBeGreaterThan(0)
    expect(await status(asked.source, 'S_INTERSECTS(geometry, POINT(90 180))')).toBe(400)
  }
})

test('/conf/spatial-functions/s_disjoint', async () => {
  for (const { asked, counts, predicates } of await spatial('S_DISJOINT', ...WORLD, LINE, PLACE)) {
    expect(counts.slice(0, 2)).toEqual([0, 0])
    const others = predicates.slice(2).map((one) => [one, one.replace('S_DISJOINT', 'S_INTERSECTS')] as const)
    await expectApart(asked, ...others)
    expect(await status(asked.source, 'S_DISJOINT(geometry, POINT(90 180))')).toBe(400)
  }
})

test('/conf/spatial-functions/s_equals', async () => {
  for (const { counts } of await spatial('S_EQUALS', WORLD[1], LINE, PLACE)) expect(counts[0]).toBe(counts[1])
  const [first] = (await ogc.items('deposits', { limit: 1 })).features
  const [lon, lat] = z.tuple([z.number(), z.number()]).parse(first?.geometry?.coordinates)
  expect(await count('deposits', `S_EQUALS(geometry, POINT(${lon} ${lat}))`)).toBeGreaterThan(0)
})

test('/conf/spatial-functions/s_touches', async () => {
  await spatial('S_TOUCHES', ...WORLD, LINE)
})

test('/conf/spatial-functions/s_crosses', async () => {
  const found = await spatial('S_CROSSES', ...WORLD, 'LINESTRING(60 30, 78 30)', 'BBOX(64, 26, 68, 30)')
  const corridors = found.find(({ asked }) => asked.source === 'corridors')
  expect(corridors?.counts.slice(2).every((crossing) => crossing > 0)).toBe(true)
})

test('/conf/spatial-functions/s_within', async () => {
  for (const { counts } of await spatial('S_WITHIN', ...WORLD, LINE, 'MULTIPOINT(66 29, 72 34)'))
    expect(counts[0]).toBe(counts[1])
})

test('/conf/spatial-functions/s_contains', async () => {
  const shapes = [...WORLD, LINE, 'MULTIPOINT(66 29, 72 34)']
  for (const { asked, counts, predicates } of await spatial('S_CONTAINS', ...shapes)) {
    expect(counts[0]).toBe(counts[1])
    await expectApart(asked, ...predicates.map((one) => [one, one.replace('S_CONTAINS', 'S_WITHIN')] as const))
  }
})

test('/conf/spatial-functions/s_overlaps', async () => {
  for (const shape of ['MULTIPOINT(66 29, 72 34)', LINE, 'POLYGON((60 23, 70 23, 70 30, 60 30, 60 23))'])
    await spatial('S_OVERLAPS', shape)
  expect(await count('provinces', 'S_OVERLAPS(geometry, BBOX(60, 23, 70, 30))')).toBeGreaterThan(1)
})

test('/conf/spatial-functions/logical', combine, BOUND)

test(
  '/conf/temporal-functions/temporal-functions-1',
  async () => {
    const functions = ['T_AFTER', 'T_BEFORE', 'T_DISJOINT', 'T_EQUALS', 'T_INTERSECTS']
    for (const asked of await each(['date'])) {
      for (const other of ["DATE('2022-04-24')", "INTERVAL('2021-01-01','2021-12-31')"]) {
        await evaluate(asked, ...functions.map((name) => `${name}(${asked.name}, ${other})`))
        await expectApart(asked, [`T_DISJOINT(${asked.name}, ${other})`, `T_INTERSECTS(${asked.name}, ${other})`])
      }
    }
  },
  BOUND,
)

test(
  '/conf/temporal-functions/temporal-functions-2',
  async () => {
    const functions = [
      'AFTER',
      'BEFORE',
      'DISJOINT',
      'EQUALS',
      'INTERSECTS',
      'CONTAINS',
      'DURING',
      'FINISHEDBY',
      'FINISHES',
    ]
    functions.push('MEETS', 'METBY', 'OVERLAPPEDBY', 'OVERLAPS', 'STARTEDBY', 'STARTS')
    for (const one of await each(['date']))
      for (const other of (await each(['date'])).filter(({ source }) => source === one.source))
        await evaluate(
          one,
          ...functions.map(
            (name) => `T_${name}(INTERVAL(${one.name}, ${other.name}), INTERVAL('2021-01-01','2021-12-31'))`,
          ),
        )
  },
  BOUND,
)

test('/conf/temporal-functions/logical', combine, BOUND)
