/** The score: a weighted mean of halvings, with every term shown. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SCORE_TERMS, type ScoreTermKind } from '#geodata/contract/questions.ts'
import { EQUAL_WEIGHTS, HALF_KM, proximityScore, rankByProximity } from '#geodata/deposit/proximity-score.ts'

const perTerm = <T>(value: fc.Arbitrary<T>) =>
  fc
    .tuple(...SCORE_TERMS.map(() => value))
    .map(
      (values) =>
        Object.fromEntries(SCORE_TERMS.map((kind, index) => [kind, values[index]])) as Record<ScoreTermKind, T>,
    )
const distances = perTerm(fc.option(fc.double({ min: 0, max: 2000, noNaN: true }), { nil: null }))
const weights = perTerm(fc.double({ min: 0, max: 10, noNaN: true }))

test('on top of everything it is 1, at the half distances a half', () => {
  const zero = { highway: 0, railway: 0, grid: 0, port: 0, river: 0, settlement: 0 }
  expect(proximityScore(zero, EQUAL_WEIGHTS).score).toBeCloseTo(1)
  expect(proximityScore(HALF_KM, EQUAL_WEIGHTS).score).toBeCloseTo(0.5)
})

test('only what is weighed and known counts', () => {
  const away = { highway: 25, railway: null, grid: 1000, port: 0, river: 0, settlement: 0 }
  const only = { highway: 2, railway: 5, grid: 0, port: 0, river: 0, settlement: 0 }
  const { score, terms } = proximityScore(away, only)
  expect(score).toBeCloseTo(0.5)
  expect(terms.find(({ kind }) => kind === 'railway')).toMatchObject({
    weight: 5,
    distanceKm: null,
    value: null,
    share: null,
  })
  expect(proximityScore(away, { ...only, highway: 0 }).score).toBeNull()
})

test('the score lies between 0 and 1, is the sum of its shares, and falls with distance', () => {
  fc.assert(
    fc.property(distances, weights, fc.constantFrom(...SCORE_TERMS), (away, weight, kind) => {
      const { score, terms } = proximityScore(away, weight)
      if (score === null) return
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1 + 1e-12)
      expect(terms.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(score, 12)
      const farther = { ...away, [kind]: away[kind] === null ? null : away[kind] + 10 }
      expect(proximityScore(farther, weight).score ?? 0).toBeLessThanOrEqual(score + 1e-12)
    }),
  )
})

test('the ranking is highest first, unknown last', () => {
  const row = (id: string, highway: number | null) => ({
    deposit: { id },
    away: { highway, railway: null, grid: null, port: null, river: null, settlement: null },
  })
  const ranked = rankByProximity([row('c', null), row('b', 50), row('a', 5)], ({ away }) => away, EQUAL_WEIGHTS)
  expect(ranked.map(({ deposit }) => deposit.id)).toEqual(['a', 'b', 'c'])
})
