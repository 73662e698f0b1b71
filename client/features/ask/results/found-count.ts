/** Counts of an answer, for its sentence: whole deposits and parts apart, other features beside them. */
import type * as z from 'zod'
import type { FoundCount } from '#geodata/contract/questions.ts'

export function countedIn(counts: readonly z.output<typeof FoundCount>[]): { count: number; parts: number } {
  return counts.reduce(
    (sum, { features, deposits }) => ({
      count: sum.count + (deposits?.deposits ?? features),
      parts: sum.parts + (deposits?.parts ?? 0),
    }),
    { count: 0, parts: 0 },
  )
}

export function allFound(counts: readonly z.output<typeof FoundCount>[]): number {
  return counts.reduce((sum, { features }) => sum + features, 0)
}
