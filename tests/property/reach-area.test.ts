/** Laws of drawn areas of reach: more budget holds less, hardly any land is won or lost by smoothing, no lone cell is lost. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CELL_DEG, isWithin, type ReachField } from '#geodata/network/reach.ts'
import { type Area, areaWithin } from '#geodata/network/reach-area.ts'

const [WIDTH, HEIGHT] = [24, 20]

const fieldOf = (values: readonly number[], width = WIDTH): ReachField => ({
  ...{ west: 1500, south: 600, width, height: values.length / width, cellWeight: 1 },
  values: Float64Array.from(values),
})

/** By the even-odd rule over all rings. */
function holds({ coordinates }: Area, [lon, lat]: readonly [number, number]): boolean {
  let isIn = false
  for (const ring of coordinates.flat())
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x0, y0] = ring[index - 1] ?? [x1, y1]
      if (y0 > lat !== y1 > lat && lon < x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0)) isIn = !isIn
    }
  return isIn
}

/** In cells. */
function sizeOf({ coordinates }: Area): number {
  const twice = coordinates.flat().map((ring) =>
    ring.reduce((sum, [x, y], at) => {
      const [before = x, below = y] = ring[at - 1] ?? []
      return sum + before * y - x * below
    }, 0),
  )
  return Math.abs(twice.reduce((sum, one) => sum + one, 0)) / 2 / CELL_DEG ** 2
}

/** Uniform; fast-check's doubles crowd about zero. */
const upTo = (most: number) => fc.noBias(fc.integer({ min: 0, max: 1e6 })).map((share) => (share / 1e6) * most)

const anyField = fc
  .array(
    fc.oneof({ arbitrary: upTo(10), weight: 9 }, { arbitrary: fc.constant(Number.POSITIVE_INFINITY), weight: 1 }),
    {
      minLength: WIDTH * HEIGHT,
      maxLength: WIDTH * HEIGHT,
      size: 'max',
    },
  )
  .map((values) => fieldOf(values))

test('whatever lies in the area of a budget lies in that of a larger one', () => {
  const place = fc.tuple(upTo(WIDTH), upTo(HEIGHT))
  const budget = upTo(10)
  let seen = 0
  fc.assert(
    fc.property(anyField, budget, budget, fc.array(place, { minLength: 60, maxLength: 60 }), (field, a, b, places) => {
      const [small, large] = [areaWithin(field, Math.min(a, b)), areaWithin(field, Math.max(a, b))]
      for (const [x, y] of places) {
        const at = [(field.west + x) * CELL_DEG, (field.south + y) * CELL_DEG] as const
        if (!holds(small, at)) continue
        seen += 1
        expect(holds(large, at)).toBe(true)
      }
    }),
    { numRuns: 60, seed: 5 },
  )
  expect(seen).toBeGreaterThan(300)
})

test('hills of cost: the drawn area is as large as the cells within the budget, to 3 %', () => {
  const centre = fc.record({ x: fc.integer({ min: 15, max: 65 }), y: fc.integer({ min: 15, max: 65 }) })
  fc.assert(
    fc.property(
      fc.array(centre, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 9, max: 13 }),
      (centres, budget) => {
        const values = Array.from({ length: 80 * 80 }, (_, cell) =>
          Math.min(...centres.map(({ x, y }) => Math.hypot((cell % 80) - x, Math.floor(cell / 80) - y))),
        )
        const cells = values.filter((value) => value <= budget).length
        expect(Math.abs(sizeOf(areaWithin(fieldOf(values, 80), budget)) / cells - 1)).toBeLessThan(0.03)
      },
    ),
    { numRuns: 40, seed: 5 },
  )
})

test('a lone cell is drawn, and no edge lies a cell away from where the cells have it', () => {
  const lone = Array.from({ length: WIDTH * HEIGHT }, () => Number.POSITIVE_INFINITY)
  lone[10 * WIDTH + 10] = 0
  const field = fieldOf(lone)
  const drawn = areaWithin(field, 5)
  expect(holds(drawn, [(field.west + 10.5) * CELL_DEG, (field.south + 10.5) * CELL_DEG])).toBe(true)
  for (const [lon, lat] of drawn.coordinates.flat(2)) expect(isWithin(field, [lon, lat], 5)).toBe(true)
  expect(areaWithin(field, -1).coordinates).toEqual([])
})
