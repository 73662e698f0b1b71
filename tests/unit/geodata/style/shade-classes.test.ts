/** Classes of a shaded map hold every figure once, rise in figure and in tone, and leave zero out. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { shadeClasses } from '#geodata/style/shade-classes.ts'

it('splits by the number of areas, not by the figures, and keeps equal figures together', () => {
  const ranges = shadeClasses([0, 1, 1, 1, 2, 3, 5, 8, 13, 21, 1000]).map(({ from, to }) => [from, to])
  expect(ranges).toEqual([
    [1, 1],
    [2, 2],
    [3, 5],
    [8, 13],
    [21, 1000],
  ])
  expect(shadeClasses([0, 0, -3])).toEqual([])
})

it('holds each figure above zero in exactly one class, rising in figure and in tone', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(30), fc.double({ min: 0, max: 1e9, noNaN: true })), { maxLength: 80 }),
      (values) => {
        const classes = shadeClasses(values)
        expect(classes.length).toBeLessThanOrEqual(5)
        for (const value of values.filter((one) => one > 0))
          expect(classes.filter(({ from, to }) => from <= value && value <= to)).toHaveLength(1)
        classes.slice(1).forEach((one, index) => {
          expect(one.from).toBeGreaterThan(classes[index]?.to ?? 0)
          expect(one.opacity).toBeGreaterThan(classes[index]?.opacity ?? 1)
        })
      },
    ),
  )
})
