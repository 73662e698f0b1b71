/** The filter of the view as CQL2 text and back: what the panel shows as choices, and the rest as a condition. Pure. */
import { DepositFilter } from '#geodata/contract/filter.ts'
import { cql2ToChoices, wholeFilter } from '#geodata/cql2/deposit-filter.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { type Queryables, queryablesOf } from '#geodata/cql2/queryables.ts'
import { readFilter } from '#geodata/cql2/read-filter.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { toText } from '#geodata/cql2/to-text.ts'
import deposits from '#geodata/datasets/deposits/dataset.ts'

export function depositQueryables(): Queryables {
  return queryablesOf(deposits)
}

/** '' where nothing is asked. */
export function textOfFilter({ filter: condition, ...choices }: DepositFilter): string {
  const whole = wholeFilter(choices, condition === undefined ? undefined : parseText(condition).expression)
  return whole === undefined ? '' : toText(whole)
}

/** Text that is no filter comes back as the refusal, with its place. */
export function filterOfText(text: string): { filter: DepositFilter } | { refusal: Cql2Refusal } {
  if (text.trim() === '') return { filter: {} }
  try {
    const { choices, rest } = cql2ToChoices(readFilter(text, depositQueryables()).expression)
    return { filter: rest === undefined ? choices : { ...choices, filter: toText(rest) } }
  } catch (error) {
    if (error instanceof Cql2Refusal) return { refusal: error }
    throw error
  }
}

/** Whether a condition from outside (a link) can be asked. */
export function isCondition(text: string): boolean {
  return DepositFilter.shape.filter.safeParse(text).success && text.trim() !== '' && 'filter' in filterOfText(text)
}
