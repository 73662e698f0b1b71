/** Keys in the grid: they never leave it, and mirror with the script. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HEAD_ROW, moveInGrid } from '#client/features/desk/table/grid-keys.ts'

const SIZE = { rows: 10_000, columns: 12, page: 8, isRightToLeft: false }
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey })

test('arrows, pages and ends', () => {
  const at = { row: 5, column: 3 }
  expect(moveInGrid(at, press('ArrowDown'), SIZE)).toEqual({ row: 6, column: 3 })
  expect(moveInGrid(at, press('ArrowRight'), SIZE)).toEqual({ row: 5, column: 4 })
  expect(moveInGrid(at, press('ArrowRight'), { ...SIZE, isRightToLeft: true })).toEqual({ row: 5, column: 2 })
  expect(moveInGrid(at, press('PageDown'), SIZE)).toEqual({ row: 13, column: 3 })
  expect(moveInGrid(at, press('End', true), SIZE)).toEqual({ row: 9999, column: 11 })
  expect(moveInGrid(at, press('ArrowUp', true), SIZE)).toEqual({ row: HEAD_ROW, column: 3 })
  expect(moveInGrid(at, press('a'), SIZE)).toBeUndefined()
})

test('no key leads out of the grid', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp']
  const walk = fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 40 })
  fc.assert(
    fc.property(walk, fc.integer({ min: 0, max: 30 }), fc.boolean(), (steps, rows, isRightToLeft) => {
      let at = { row: HEAD_ROW, column: 0 }
      for (const [key, ctrlKey] of steps) at = moveInGrid(at, { key, ctrlKey }, { ...SIZE, rows, isRightToLeft }) ?? at
      expect(at.row).toBeGreaterThanOrEqual(HEAD_ROW)
      expect(at.row).toBeLessThan(Math.max(rows, 0))
      expect(at.column).toBeGreaterThanOrEqual(0)
      expect(at.column).toBeLessThan(SIZE.columns)
    }),
  )
})
