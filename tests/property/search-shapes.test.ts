/** The nearest few and all within a distance, found by the index, against measuring every feature. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { between } from '#geodata/spatial/between.ts'
import { candidatesWithin, measure, originOf, reachOfNearest } from '#geodata/spatial/search-shapes.ts'
import { buildShapeIndex, type Shape } from '#geodata/spatial/shape-index.ts'
import { shapesOf } from '#server/queries/dataset-shapes.ts'
import { nearestInDataset } from '#server/queries/nearest-in-dataset.ts'
import { openStorage } from '#server/storage/open-storage.ts'
import { plainFeature, WELLS } from '#tests/contract/storage-world.ts'

const evenly = (min: number, max: number) => fc.integer({ min: 0, max: 1e6 }).map((n) => min + ((max - min) * n) / 1e6)
const position = fc.tuple(evenly(60, 80), evenly(22, 40))
const anywhere = fc.tuple(evenly(-180, 180), evenly(-89, 89))
const point = (at: fc.Arbitrary<Position>) => at.map((coordinates): Geometry => ({ type: 'Point', coordinates }))
/** Long enough to be cut into several pieces. */
const line = fc
  .tuple(position, fc.array(fc.tuple(evenly(-0.2, 0.2), evenly(-0.2, 0.2)), { minLength: 1, maxLength: 120 }))
  .map(([start, steps]): Geometry => {
    const coordinates: Position[] = [start]
    for (const [dx, dy] of steps) {
      const [x, y] = coordinates.at(-1) ?? start
      coordinates.push([x + dx, y + dy])
    }
    return { type: 'LineString', coordinates }
  })
const area = fc
  .tuple(position, evenly(0.1, 3), fc.integer({ min: 3, max: 60 }))
  .map(([[lon, lat], radius, corners]): Geometry => {
    const ring = Array.from({ length: corners }, (_, corner): Position => {
      const angle = (2 * Math.PI * corner) / corners
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)]
    })
    return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [lon, lat]]] }
  })
const anyShape = fc.oneof(point(position), line, area)
const world = fc.oneof(
  fc.array(point(position), { minLength: 1, maxLength: 40 }),
  fc.array(line, { minLength: 1, maxLength: 12 }),
  fc.array(area, { minLength: 1, maxLength: 12 }),
  fc.array(anyShape, { minLength: 1, maxLength: 12 }),
)
const named = (geometries: readonly Geometry[]): Shape[] =>
  geometries.map((geometry, index) => ({ id: `f${String(index).padStart(3, '0')}`, geometry }))
const everything = () => true

/** Ids with metres, nearest first, by measuring everything. */
function byBruteForce(place: Geometry, shapes: readonly Shape[]) {
  return shapes
    .map(({ id, geometry }) => ({ id, distanceM: between(place, geometry).distanceM }))
    .sort((a, b) => a.distanceM - b.distanceM || (a.id < b.id ? -1 : 1))
}

/** To a millimetre or a millionth: of two pairs of edges alike far the last bits may differ. */
const near = (metres: number): number => 0.002 + metres * 1e-6

describe('an index of shapes', () => {
  test('finds all within a distance and no other, as far as they are', () => {
    fc.assert(
      fc.property(fc.oneof(anyShape, point(anywhere)), world, evenly(0, 900), (place, geometries, km) => {
        const shapes = named(geometries)
        const [index, origin, reachM] = [buildShapeIndex(shapes), originOf(place), km * 1000]
        const found = new Map<string, number>()
        for (const candidate of candidatesWithin(index, origin, reachM, everything)) {
          const hit = measure(index, origin, candidate, reachM)
          if (hit) found.set(index.ids[hit.feature] ?? '', hit.distanceM)
        }
        for (const { id, distanceM } of byBruteForce(place, shapes)) {
          const metres = found.get(id)
          if (metres === undefined) expect(distanceM).toBeGreaterThan(reachM - near(reachM))
          else expect(Math.abs(metres - distanceM)).toBeLessThan(near(distanceM))
        }
      }),
      { numRuns: 250 },
    )
  })

  test('never guesses the reach of the nearest few too short', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyShape, point(anywhere)),
        world,
        fc.integer({ min: 1, max: 14 }),
        (place, geometries, count) => {
          const shapes = named(geometries)
          const reachM = reachOfNearest(buildShapeIndex(shapes), originOf(place), count, everything)
          const last = byBruteForce(place, shapes)[count - 1]
          expect(reachM).toBeGreaterThanOrEqual(
            (last?.distanceM ?? Number.POSITIVE_INFINITY) - near(last?.distanceM ?? 0),
          )
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the nearest in a dataset', () => {
  test('are those that brute force finds, also under a filter', async () => {
    const storage = await openStorage(':memory:', { datasets: [WELLS], tilesets: {}, create: true })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyShape, point(anywhere)),
        world,
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        async (place, geometries, limit, isFiltered) => {
          const shapes = named(geometries)
          await storage.replaceDataset(
            'wells',
            shapes.map(({ id, geometry }) => plainFeature(id, geometry)),
          )
          const accept = (id: string): boolean => !isFiltered || Number(id.slice(1)) % 2 === 0
          const signal = new AbortController().signal
          const found = await nearestInDataset({ place, dataset: 'wells', limit, accept }, { storage, signal })
          const expected = byBruteForce(
            place,
            shapes.filter(({ id }) => accept(id)),
          ).slice(0, limit)
          expect(found).toHaveLength(expected.length)
          for (const [rank, { nearest }] of found.entries())
            expect(Math.abs(nearest.distanceM - (expected[rank]?.distanceM ?? Number.NaN))).toBeLessThan(
              near(nearest.distanceM),
            )
        },
      ),
      { numRuns: 120 },
    )
    await storage.close()
  })

  test('are read anew when the dataset changes', async () => {
    const storage = await openStorage(':memory:', { datasets: [WELLS], tilesets: {}, create: true })
    await storage.replaceDataset('wells', [plainFeature('a', { type: 'Point', coordinates: [66, 30] })])
    const before = await shapesOf('wells', storage)
    expect(await shapesOf('wells', storage)).toBe(before)
    await storage.putFeature('wells', plainFeature('b', { type: 'Point', coordinates: [67, 30] }))
    expect((await shapesOf('wells', storage)).ids).toEqual(['a', 'b'])
    await storage.close()
  })
})
