/** Layout shifts are summed by windows, as the metric is defined. */
import { expect, it } from 'vitest'
import { worstWindow } from '#tests/bench/page-vitals.ts'

it('sums shifts that follow within a second, ends a window after five, leaves out what a press explains', () => {
  const shift = (startTime: number, value: number, hadRecentInput = false) => ({ startTime, value, hadRecentInput })
  expect(worstWindow([])).toBe(0)
  expect(worstWindow([shift(0, 0.1), shift(900, 0.1), shift(2000, 0.15)])).toBeCloseTo(0.2)
  expect(worstWindow([0, 1, 2, 3, 4, 5, 6].map((step) => shift(step * 900, 0.1)))).toBeCloseTo(0.6)
  expect(worstWindow([shift(0, 0.1), shift(100, 5, true)])).toBeCloseTo(0.1)
})
