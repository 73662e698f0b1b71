/** Which of some figures is best and which worst; only where they can be told apart and 'better' means something. */

export interface Marks {
  /** Positions of the best and of the worst figures; empty where nothing is marked. */
  best: readonly number[]
  worst: readonly number[]
}

export const NO_MARKS: Marks = { best: [], worst: [] }

/** Unknown figures are neither. Fewer than two known figures, or all alike: nothing is marked. */
export function bestAndWorst(values: readonly (number | null)[], better: 'higher' | 'lower'): Marks {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (known.length < 2 || low === high) return NO_MARKS
  const at = (wanted: number) => values.flatMap((value, index) => (value === wanted ? [index] : []))
  return better === 'higher' ? { best: at(high), worst: at(low) } : { best: at(low), worst: at(high) }
}

/** Whether all that is known says the same: then figures of the same kind stand side by side. */
export function isSame<T>(values: readonly (T | null)[]): boolean {
  return new Set(values.filter((value) => value !== null)).size <= 1
}
