/** The distances that the score weighs, out of a row of the overlay. */
import { type OverlayRow, SCORE_TERMS, type ScoreTermKind } from '#geodata/contract/questions.ts'

/** Kilometres; null where the atlas holds no such feature. */
export function distancesOf(nearest: OverlayRow['nearest']): Record<ScoreTermKind, number | null> {
  return Object.fromEntries(SCORE_TERMS.map((kind) => [kind, nearest[kind]?.distanceKm ?? null])) as Record<
    ScoreTermKind,
    number | null
  >
}
