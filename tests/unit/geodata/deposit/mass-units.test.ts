/** Units of ore, metal and grades, and lines of equal metal. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoMetalLines } from '#geodata/deposit/iso-metal.ts'
import { containedTonnes, inGradeUnit, inMassUnit, TONNES_IN } from '#geodata/deposit/mass-units.ts'

describe('units', () => {
  test('known equalities', () => {
    expect(inMassUnit(1, 'Mt', 'kt')).toBe(1000)
    expect(inMassUnit(1, 't', 'oz')).toBeCloseTo(32150.7466, 4)
    expect(inGradeUnit(0.5, '%', 'g/t')).toBe(5000)
    expect(inGradeUnit(2.5, 'g/t', '%')).toBe(0.00025)
    expect(inGradeUnit(15, 'MJ/kg', '%')).toBeUndefined()
    expect(containedTonnes(412, 0.5)).toBe(2_060_000)
  })

  test('there and back is the same mass', () => {
    const units = Object.keys(TONNES_IN) as (keyof typeof TONNES_IN)[]
    const unit = fc.constantFrom(...units)
    const mass = fc.double({ min: 1e-6, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(mass, unit, unit, (value, from, to) => {
        const back = inMassUnit(inMassUnit(value, from, to), to, from)
        expect(Math.abs(back / value - 1)).toBeLessThan(1e-12)
      }),
    )
  })
})

test('all along a line the metal is the same, and both ends lie on the edge of the diagram', () => {
  const tonnage = { low: 1, high: 10_000 }
  const grade = { low: 0.01, high: 10 }
  const lines = isoMetalLines(tonnage, grade)
  // From 100 t in the lower left corner to 1 Gt in the upper right; the corners themselves are no lines.
  expect(lines.map(({ tonnes }) => Math.log10(tonnes))).toEqual([3, 4, 5, 6, 7, 8])
  for (const { tonnes, from, to } of lines)
    for (const [tonnageMt, gradePct] of [from, to]) {
      expect(containedTonnes(tonnageMt, gradePct) / tonnes).toBeCloseTo(1, 9)
      const isOnEdge = [tonnageMt / tonnage.low, tonnageMt / tonnage.high, gradePct / grade.low, gradePct / grade.high]
      expect(isOnEdge.some((ratio) => Math.abs(ratio - 1) < 1e-9)).toBe(true)
    }
})
