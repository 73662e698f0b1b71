/**
 * How near a deposit is to what a mine needs, as the reader weighs it: the weighted mean of 2^(−distance / half distance)
 * over the terms whose distance is known. 1 is on top of everything, ½ at the half distances, towards 0 far away. Straight
 * lines, not journeys. The half distances are assumptions for orientation, no measured costs: about the length of a spur
 * or a feeder that mining projects build themselves, and for ports a day's haul.
 */
import { SCORE_TERMS, type ScoreTerm, type ScoreTermKind, type ScoreWeights } from '#geodata/contract/questions.ts'

/** Distance at which a term is one half, km. */
export const HALF_KM: Readonly<Record<ScoreTermKind, number>> = {
  highway: 25,
  railway: 50,
  grid: 25,
  port: 300,
  river: 25,
  settlement: 50,
}

export const EQUAL_WEIGHTS: ScoreWeights = { highway: 1, railway: 1, grid: 1, port: 1, river: 1, settlement: 1 }

export interface ProximityScore {
  /** 0–1; null where no weighed distance is known. */
  score: number | null
  /** One a kind, also those of weight 0. */
  terms: ScoreTerm[]
}

/** `distancesKm`: null where unknown; such a term counts neither for nor against. */
export function proximityScore(
  distancesKm: Readonly<Record<ScoreTermKind, number | null>>,
  weights: ScoreWeights,
): ProximityScore {
  const known = SCORE_TERMS.reduce((sum, kind) => sum + (distancesKm[kind] === null ? 0 : weights[kind]), 0)
  const terms = SCORE_TERMS.map((kind): ScoreTerm => {
    const [distanceKm, weight, halfKm] = [distancesKm[kind], weights[kind], HALF_KM[kind]]
    const value = distanceKm === null ? null : 2 ** (-distanceKm / halfKm)
    const share = value === null || known === 0 ? null : (weight * value) / known
    return { kind, weight, distanceKm, halfKm, value, share }
  })
  return { score: known === 0 ? null : terms.reduce((sum, { share }) => sum + (share ?? 0), 0), terms }
}

/** Rows with their scores, highest first, unknown last, equals by id. */
export function rankByProximity<R extends { deposit: { id: string } }>(
  rows: readonly R[],
  distancesOf: (row: R) => Readonly<Record<ScoreTermKind, number | null>>,
  weights: ScoreWeights,
): (R & ProximityScore)[] {
  return rows
    .map((row) => ({ ...row, ...proximityScore(distancesOf(row), weights) }))
    .sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.deposit.id < b.deposit.id ? -1 : 1))
}
