/** Returns reckoned by hand, term by term, and what is said where a term is missing. */
import { describe, expect, test } from 'vitest'
import type { Term, TermKey } from '#geodata/contract/economics.ts'
import { unknownTerm } from '#geodata/economics/known-terms.ts'
import { accountOf } from '#geodata/economics/sale-forms.ts'
import { screenForms, screenReturn, termKeysOf, valueOfMetal, withTermsSet } from '#geodata/economics/screen.ts'
import { massPullOf, payableShare, smelterReturn } from '#geodata/economics/smelter-return.ts'

/**
 * A copper concentrate of 25 %: payable min(25 × 96.5 % = 24.125, 25 − 1) = 24 %.
 * Metal 0.24 × 8,760 = 2,102.40. Gold (10 − 1) × 90 % × 2,400 / 31.1034768 = 625.01. Treatment −80.
 * Refining −0.24 × 2204.62262185 × 0.08 = −42.33. Freight −100 / 0.92 = −108.70.
 * Invoice 2,102.40 + 625.01 − 80 − 42.33 = 2,605.08; royalty 5 % of it −130.25.
 * Return 2,102.40 + 625.01 − 80 − 42.33 − 108.70 − 130.25 = 2,366.14 USD/dmt.
 * Mass pull 0.4 % × 85 % / 25 % = 0.0136: 32.18 USD a tonne of ore.
 */
const COPPER = {
  price: 8760,
  oreGrade: 0.4,
  recovery: 85,
  concentrateGrade: 25,
  payable: 96.5,
  deduction: 1,
  treatmentCharge: 80,
  refiningCharge: 8,
  moisture: 8,
  freight: 100,
  royalty: 5,
  goldGrade: 10,
  goldDeduction: 1,
  goldPayable: 90,
  goldPrice: 2400,
} as const

describe('a copper concentrate by hand', () => {
  const { lines, usdPerDmt, usdPerTonneOre } = smelterReturn('copper', COPPER)
  const earned = (line: string) => lines.find((one) => one.line === line)?.usdPerDmt

  test.each([
    ['payableMetal', 2102.4],
    ['gold', 625.01],
    ['treatment', -80],
    ['refining', -42.33],
    ['freight', -108.7],
    ['royalty', -130.25],
  ])('%s', (line, expected) => {
    expect(earned(line)).toBeCloseTo(expected, 1)
  })

  test('sums to the return of a tonne of concentrate and of ore', () => {
    expect(usdPerDmt).toBeCloseTo(2366.14, 1)
    expect(massPullOf(COPPER)).toBeCloseTo(0.0136, 6)
    expect(usdPerTonneOre).toBeCloseTo(32.18, 2)
  })

  test('leaves silver and penalties out, by name', () => {
    expect(earned('silver')).toBeNull()
    expect(lines.find(({ line }) => line === 'silver')?.missing).toContain('silverGrade')
    expect(lines.find(({ line }) => line === 'penalties')?.missing).toEqual(['penalties'])
  })
})

test('the published example of a refining charge: 23 % payable at 4.5 cents a pound is USD 22.8 a dmt', () => {
  const { lines } = smelterReturn('copper', { ...COPPER, concentrateGrade: 24, payable: 100, refiningCharge: 4.5 })
  expect(lines.find(({ line }) => line === 'refining')?.usdPerDmt).toBeCloseTo(-22.8, 1)
})

test('zinc is paid at 85 %, or less eight units where the concentrate is poor', () => {
  expect(payableShare(52, 85, 8)).toBeCloseTo(0.44, 6)
  expect(payableShare(60, 85, 8)).toBeCloseTo(0.51, 6)
  expect(payableShare(5, 85, 8)).toBe(0)
  // 0.44 × 2,612 − 85 − 100 / 0.91 = 954.39
  const zinc = {
    price: 2612,
    concentrateGrade: 52,
    payable: 85,
    deduction: 8,
    treatmentCharge: 85,
    moisture: 9,
    freight: 100,
  }
  expect(smelterReturn('zinc', zinc).usdPerDmt).toBeCloseTo(954.39, 1)
})

/**
 * The same copper as blister: 0.97 t shipped, paid 0.97 × 99 % = 0.9603 t: 8,412.23; refining −0.9603 × 176.37 = −169.37;
 * freight −97; royalty −5 % of 8,242.86 = −412.14: net 7,733.72. As concentrate: 4 t dry, 4.3478 t shipped; paid 0.96 t:
 * 8,409.60 − 320 − 169.32 − 434.78 − 396.01 = 7,089.49. Blister earns 644.2 more: the most that smelting may cost.
 */
test('concentrate, blister and cathode of one tonne of copper', () => {
  const terms = { ...COPPER, smelterRecovery: 97, blisterPayable: 99, refineryRecovery: 99.5 }
  const concentrate = accountOf('concentrate', terms)
  const blister = accountOf('blister', terms)
  const cathode = accountOf('cathode', terms)
  expect(concentrate?.shippedT).toBeCloseTo(4.3478, 3)
  expect(concentrate?.net).toBeCloseTo(7089.49, 0)
  expect(blister?.net).toBeCloseTo(7733.72, 0)
  // 0.97 × 0.995 = 0.96515 t: 8,454.71 − 96.52 − 422.74
  expect(cathode?.net).toBeCloseTo(7935.46, 0)
  expect(accountOf('blister', COPPER)).toBeNull()
})

function termsOf(values: Partial<Record<TermKey, number>>): Term[] {
  return withTermsSet(termKeysOf('copper').map(unknownTerm), values)
}

describe('a screening', () => {
  test('says what is missing instead of reckoning without it', () => {
    const { treatmentCharge, ...rest } = COPPER
    const { usdPerDmt, usdPerTonneOre, missing, leftOut } = screenReturn('copper', termsOf(rest))
    expect(treatmentCharge).toBe(80)
    expect([usdPerDmt, usdPerTonneOre]).toEqual([null, null])
    expect(missing).toEqual(['treatmentCharge'])
    expect(leftOut).toEqual(['silver', 'penalties'])
  })

  test('gives a return of concentrate where only the recovery is missing', () => {
    const { recovery, ...rest } = COPPER
    const screened = screenReturn('copper', termsOf(rest))
    expect(recovery).toBe(85)
    expect(screened.usdPerDmt?.base).toBeCloseTo(2366.14, 1)
    expect(screened.usdPerTonneOre).toBeNull()
    expect(screened.missingForOre).toEqual(['recovery'])
  })

  test('names what blister and cathode lack, and reckons concentrate all the same', () => {
    const forms = screenForms(termsOf(COPPER))
    expect(forms.map(({ form, net }) => [form, net === null])).toEqual([
      ['concentrate', false],
      ['blister', true],
      ['cathode', true],
    ])
    expect(forms[2]?.missing).toEqual(['smelterRecovery', 'refineryRecovery'])
    expect(forms[1]?.leftForProcessing).toBeNull()
  })

  test('spans every term at its poor and good end', () => {
    const terms = termsOf(COPPER).map((term) =>
      term.key === 'price' || term.key === 'treatmentCharge'
        ? {
            ...term,
            value: term.key === 'price' ? { low: 8000, base: 8760, high: 9000 } : { low: 20, base: 80, high: 100 },
          }
        : term,
    )
    const { usdPerDmt } = screenReturn('copper', terms)
    // Royalty takes 5 % of the difference: 0.95 × (0.24 × 760 + 20) and 0.95 × (0.24 × 240 + 60).
    expect(usdPerDmt?.low).toBeCloseTo(2366.14 - 192.28, 1)
    expect(usdPerDmt?.high).toBeCloseTo(2366.14 + 111.72, 1)
  })
})

test('the value of metal in the ground is tonnes times price, and null where only a product has a price', () => {
  const content = { id: 'x', commodity: 'copper', category: 'resource', tonnes: 1_000 } as const
  const price = { usdPerTonne: { low: 8000, base: 9000, high: 10_000 }, date: '2025-04-08' }
  expect(valueOfMetal(content, price).valueUsd).toEqual({ low: 8e6, base: 9e6, high: 10e6 })
  expect(valueOfMetal({ ...content, commodity: 'chromite' }, undefined).valueUsd).toBeNull()
})
