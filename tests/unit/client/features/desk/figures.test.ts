/** What charts and comparison make of figures: bins, cost curves, best and worst. */
import { expect, test } from 'vitest'
import { cornersOf, costSteps } from '#client/features/desk/charts/cost-curve.ts'
import { binsOf } from '#client/features/desk/charts/distance-histogram.ts'
import { bestAndWorst } from '#client/features/desk/compare/best-worst.ts'

test('bins hold every distance once, the last its upper edge', () => {
  const distances = [0, 4.9, 5, 12, 80]
  const bins = binsOf(distances)
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(distances.length)
  expect(bins[0]).toEqual({ low: 0, high: 5, count: 2 })
  expect(bins.at(-1)).toEqual({ low: 75, high: 80, count: 1 })
})

test('a cost curve rises, cumulates within a category only and leaves out what has no way', () => {
  const ore = (id: string, category: 'resource' | 'reserve', tonnageMt: number) =>
    ({ id, commodity: 'copper', category, tonnageMt }) as const
  const usd: Record<string, number> = { a: 30, b: 10, c: 20 }
  const steps = costSteps(
    [ore('a', 'resource', 100), ore('b', 'resource', 5), ore('c', 'reserve', 7), ore('d', 'resource', 9)],
    (id) => usd[id] ?? null,
  )
  expect(steps.map(({ id, cumulatedMt }) => [id, cumulatedMt])).toEqual([
    ['b', 5],
    ['c', 7],
    ['a', 105],
  ])
})

test('best and worst are marked only where they differ, the unknown never', () => {
  expect(bestAndWorst([3, null, 1, 3], 'higher')).toEqual({ best: [0, 3], worst: [2] })
  expect(bestAndWorst([3, 1], 'lower')).toEqual({ best: [1], worst: [0] })
  expect(bestAndWorst([3, null], 'higher')).toEqual({ best: [], worst: [] })
  expect(bestAndWorst([2, 2], 'higher')).toEqual({ best: [], worst: [] })
})

test('each deposit of a cost curve runs level at its own cost, over its own ore', () => {
  const ore = (id: string, tonnageMt: number) => ({ id, commodity: 'copper', category: 'resource', tonnageMt }) as const
  const usd: Record<string, number> = { a: 30, b: 10 }
  const corners = cornersOf(costSteps([ore('a', 100), ore('b', 5)], (id) => usd[id] ?? null))
  expect(corners.map(({ step, at }) => [step.id, ...at])).toEqual([
    ['b', 0, 10],
    ['b', 5, 10],
    ['a', 5, 30],
    ['a', 105, 30],
  ])
})
