/** The filter of the view as CQL2 text and back: what the panel shows as choices, and the rest as a condition. Pure. */
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { choicesToCql2, cql2ToChoices, wholeFilter } from '#geodata/cql2/deposit-filter.ts'
import { type Queryables, queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import deposits from '#geodata/datasets/deposits/dataset.ts'

export function depositQueryables(): Queryables {
  return queryablesOf(deposits)
}

/** '' where nothing is asked. A condition that cannot be read (of a link) stands as it is, for the reader to mend. */
export function textOfFilter({ filter: condition, ...choices }: DepositFilter): string {
  const chosen = choicesToCql2(choices)
  try {
    const rest = condition === undefined ? null : readFilter(condition, depositQueryables())
    const whole = wholeFilter(chosen, rest)
    return whole === null ? '' : toText(whole)
  } catch (error) {
    if (!(error instanceof Cql2Refusal)) throw error
    return chosen === null ? String(condition) : `${toText(chosen)} AND (${condition})`
  }
}

/** Text or JSON; what is no filter comes back as the refusal, with its place. */
export function filterOfText(text: string): { filter: DepositFilter } | { refusal: Cql2Refusal } {
  if (text.trim() === '') return { filter: {} }
  try {
    const { choices, rest } = cql2ToChoices(readFilter(text, depositQueryables()))
    return { filter: rest === null ? choices : { ...choices, filter: toText(rest) } }
  } catch (error) {
    if (error instanceof Cql2Refusal) return { refusal: error }
    throw error
  }
}
