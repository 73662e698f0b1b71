/** Laws of the smelter's account: which way each term pushes, and that ranges hold their base. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CONCENTRATE_METALS, TERM_KEYS, TERMS, type Term, type TermKey } from '#geodata/contract/economics.ts'
import { unknownTerm } from '#geodata/economics/known-terms.ts'
import { accountOf } from '#geodata/economics/sale-forms.ts'
import { screenForms, screenReturn, termKeysOf } from '#geodata/economics/screen.ts'
import { payableShare, smelterReturn } from '#geodata/economics/smelter-return.ts'

const within = (key: TermKey) => fc.double({ min: TERMS[key].min, max: TERMS[key].max, noNaN: true })
const all: fc.Arbitrary<Record<TermKey, number>> = fc.record(
  Object.fromEntries(TERM_KEYS.map((key) => [key, within(key)])) as Record<TermKey, fc.Arbitrary<number>>,
)
const metal = fc.constantFrom(...CONCENTRATE_METALS)
const share = fc.double({ min: 0, max: 1, noNaN: true })
/** Sums of many terms, in USD: rounding of the last digits is no breach of a law. */
const SLACK = 1e-6

const returnOf = (of: Parameters<typeof smelterReturn>) => smelterReturn(...of).usdPerDmt ?? Number.NaN

/** Terms that push the return of a tonne of concentrate one way whatever the others are. */
const RISING = [
  'price',
  'payable',
  'goldGrade',
  'goldPayable',
  'goldPrice',
  'silverGrade',
  'silverPayable',
  'silverPrice',
] as const
const FALLING = [
  'deduction',
  'treatmentCharge',
  'penalties',
  'freight',
  'moisture',
  'royalty',
  'goldDeduction',
] as const

test.each([...RISING.map((key) => [key, 1] as const), ...FALLING.map((key) => [key, -1] as const)])(
  'a higher %s never moves the return the other way',
  (key, direction) => {
    fc.assert(
      fc.property(metal, all, share, (of, terms, part) => {
        // A charge below nothing is no charge: price and payable share push up only where refining is not paid for.
        const sane = { ...terms, refiningCharge: Math.min(Math.abs(terms.refiningCharge), terms.price / 2300) }
        const more = { ...sane, [key]: sane[key] + (TERMS[key].max - sane[key]) * part }
        expect((returnOf([of, more]) - returnOf([of, sane])) * direction).toBeGreaterThanOrEqual(-SLACK)
      }),
    )
  },
)

test('a higher refining charge never raises the return of copper', () => {
  fc.assert(
    fc.property(all, share, (terms, part) => {
      const more = { ...terms, refiningCharge: terms.refiningCharge + (30 - terms.refiningCharge) * part }
      expect(returnOf(['copper', more])).toBeLessThanOrEqual(returnOf(['copper', terms]) + SLACK)
    }),
  )
})

test('a tonne of ore earns in proportion to grade and recovery', () => {
  fc.assert(
    fc.property(metal, all, share, (of, terms, part) => {
      const whole = smelterReturn(of, terms).usdPerTonneOre ?? Number.NaN
      const half = smelterReturn(of, { ...terms, recovery: terms.recovery * part }).usdPerTonneOre ?? Number.NaN
      expect(half).toBeCloseTo(whole * part, 6)
    }),
  )
})

test('no more is paid for than is there, and never less than nothing', () => {
  fc.assert(
    fc.property(within('concentrateGrade'), within('payable'), within('deduction'), (grade, payable, deduction) => {
      const paid = payableShare(grade, payable, deduction)
      expect(paid).toBeGreaterThanOrEqual(0)
      expect(paid).toBeLessThanOrEqual(grade / 100)
    }),
  )
})

test('the lines sum to the return, and the account of the forms agrees with it', () => {
  fc.assert(
    fc.property(all, (terms) => {
      const bare = { ...terms, goldGrade: 0, silverGrade: 0, penalties: 0 }
      const { lines, usdPerDmt } = smelterReturn('copper', bare)
      const sum = lines.reduce((total, line) => total + (line.usdPerDmt ?? 0), 0)
      expect(usdPerDmt).toBeCloseTo(sum, 6)
      const net = accountOf('concentrate', bare)?.net ?? Number.NaN
      expect((net * bare.concentrateGrade) / 100).toBeCloseTo(usdPerDmt ?? Number.NaN, 5)
    }),
  )
})

const ranged: fc.Arbitrary<Term[]> = all.chain((terms) =>
  fc.tuple(...TERM_KEYS.map(() => fc.tuple(share, share))).map((spreads) =>
    TERM_KEYS.map((key, at): Term => {
      const [down, up] = spreads[at] ?? [0, 0]
      const { min, max } = TERMS[key]
      const base = terms[key]
      return { ...unknownTerm(key), value: { low: base - (base - min) * down, base, high: base + (max - base) * up } }
    }),
  ),
)

test('every range holds its base', () => {
  fc.assert(
    fc.property(metal, ranged, (of, terms) => {
      const { lines, usdPerDmt, usdPerTonneOre } = screenReturn(of, terms)
      const forms = screenForms(terms).flatMap(({ net, revenue, freight }) => [net, revenue, freight])
      for (const range of [usdPerDmt, usdPerTonneOre, ...lines.map(({ value }) => value), ...forms]) {
        expect(range).not.toBeNull()
        if (range === null) continue
        expect(range.low).toBeLessThanOrEqual(range.base)
        expect(range.base).toBeLessThanOrEqual(range.high)
      }
    }),
  )
})

test('with a term taken away, the return is missing exactly where a needed line names it', () => {
  fc.assert(
    fc.property(metal, ranged, fc.constantFrom(...TERM_KEYS), (of, terms, gone) => {
      const { usdPerDmt, missing } = screenReturn(
        of,
        terms.map((term) => (term.key === gone ? { ...term, value: null } : term)),
      )
      expect(usdPerDmt === null).toBe(missing.length > 0)
      expect(missing.every((key) => key === gone)).toBe(true)
      if (!termKeysOf(of).includes(gone)) expect(missing).toEqual([])
    }),
  )
})
