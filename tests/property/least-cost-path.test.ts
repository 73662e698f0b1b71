/** Laws of a spur's course: level ground gives the straight way, a wall is gone round, brute force agrees, penalties never help. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CostSurface, leastCostPath, SLOPE_CLASSES, straightPath } from '#geodata/network/least-cost-path.ts'

const SIDE = 5
function surfaceOf(heights: number[], penalty: number[] = heights.map(() => 1)): CostSurface {
  return {
    west: 65,
    south: 30,
    cellDeg: 0.01,
    width: SIDE,
    height: SIDE,
    heights: Float32Array.from(heights),
    penalty: Float32Array.from(penalty),
  }
}
const at = (x: number, y: number): [number, number] => [65 + x * 0.01, 30 + y * 0.01]
const level = Array.from({ length: SIDE * SIDE }, () => 100)

test('on level ground the way along a row is straight', () => {
  const path = leastCostPath(surfaceOf(level), at(0, 2), at(4, 2))
  expect(path?.line).toHaveLength(5)
  expect(path?.lengthKm).toBeCloseTo(4 * 0.01 * 111.195 * Math.cos((30.02 * Math.PI) / 180), 6)
  expect(path?.levelKm).toBeCloseTo(path?.lengthKm ?? 0, 9)
  expect(path?.steepest).toBe(0)
})

test('a wall with a gate is passed by the gate, and one without is not passed', () => {
  const wall = level.map((h, i) => (i % SIDE === 2 && i !== 4 * SIDE + 2 ? 2000 : h))
  const path = leastCostPath(surfaceOf(wall), at(0, 0), at(4, 0))
  expect(path?.line).toContainEqual([expect.closeTo(65.02, 9), expect.closeTo(30.04, 9)])
  const closed = level.map((h, i) => (i % SIDE === 2 ? 2000 : h))
  expect(leastCostPath(surfaceOf(closed), at(0, 0), at(4, 0))).toBeNull()
})

test('an end outside the grid is an error, not an answer', () => {
  expect(() => leastCostPath(surfaceOf(level), at(0, 0), at(9, 0))).toThrow(RangeError)
})

/** Bellman and Ford's relaxation over every pair of neighbours, until nothing changes. */
function relaxed({ heights, penalty, south, cellDeg }: CostSurface): number {
  const cost = Array.from(heights, () => Number.POSITIVE_INFINITY)
  cost[0] = 0
  for (let changed = true; changed; ) {
    changed = false
    for (let a = 0; a < cost.length; a++)
      for (let b = 0; b < cost.length; b++) {
        const [dx, dy] = [(a % SIDE) - (b % SIDE), Math.floor(a / SIDE) - Math.floor(b / SIDE)]
        if (a === b || Math.abs(dx) > 1 || Math.abs(dy) > 1) continue
        const lat = south + ((Math.floor(a / SIDE) + Math.floor(b / SIDE)) / 2) * cellDeg
        const km = Math.hypot(dx * Math.cos((lat * Math.PI) / 180), dy) * cellDeg * 111.195
        const slope = Math.abs((heights[a] ?? 0) - (heights[b] ?? 0)) / (km * 1000)
        const factor = SLOPE_CLASSES.find(({ upTo }) => slope <= upTo)?.factor ?? Number.POSITIVE_INFINITY
        const there = (cost[a] ?? 0) + (km * factor * ((penalty[a] ?? 1) + (penalty[b] ?? 1))) / 2
        if (there < (cost[b] ?? 0) - 1e-9) {
          cost[b] = there
          changed = true
        }
      }
  }
  return cost.at(-1) ?? Number.NaN
}

const ground = fc.array(fc.integer({ min: 0, max: 250 }), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE })
const penalties = fc.array(fc.constantFrom(1, 1, 1, 2, 5), { minLength: SIDE * SIDE, maxLength: SIDE * SIDE })

test('the price is the least there is, and penalties never lower it', () => {
  fc.assert(
    fc.property(ground, penalties, (heights, penalty) => {
      const surface = surfaceOf(heights, penalty)
      const price = leastCostPath(surface, at(0, 0), at(4, 4))?.levelKm ?? Number.POSITIVE_INFINITY
      const truth = relaxed(surface)
      expect(price === truth || Math.abs(price - truth) < 1e-4).toBe(true)
      const free = leastCostPath(surfaceOf(heights), at(0, 0), at(4, 4))?.levelKm ?? Number.POSITIVE_INFINITY
      expect(free).toBeLessThanOrEqual(price + 1e-9)
    }),
    { numRuns: 150 },
  )
})

test('the course is never dearer than the straight one on the same ground, and its classes add up to its length', () => {
  const cell = fc.integer({ min: 0, max: SIDE - 1 })
  let straightOnes = 0
  fc.assert(
    fc.property(ground, penalties, cell, cell, cell, cell, (heights, penalty, ax, ay, bx, by) => {
      const surface = surfaceOf(heights, penalty)
      const [path, straight] = [
        leastCostPath(surface, at(ax, ay), at(bx, by)),
        straightPath(surface, at(ax, ay), at(bx, by)),
      ]
      if (straight) {
        straightOnes += 1
        expect(path).not.toBeNull()
        expect(path?.levelKm ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(straight.levelKm + 1e-9)
        expect(straight.line.at(0)).toEqual(path?.line.at(0))
        expect(straight.line.at(-1)).toEqual(path?.line.at(-1))
      }
      if (path) expect(path.kmByClass.reduce((a, b) => a + b, 0)).toBeCloseTo(path.lengthKm, 9)
    }),
    { numRuns: 200 },
  )
  expect(straightOnes).toBeGreaterThan(50)
})
