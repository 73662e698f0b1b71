/** Choices and CQL2 as one text. */
import type { DepositFilter } from '#geodata/contract/filter.ts'
import { depositFilterExpression } from '#geodata/cql2/deposit-filter.ts'
import { toText } from '#geodata/cql2/to-text.ts'

/** '' where nothing restricts the deposits. */
export function joinedText(filter: DepositFilter, cql: string): string {
  const expression = depositFilterExpression(filter)
  const chosen = expression === null ? '' : toText(expression)
  if (chosen === '' || cql === '') return chosen + cql
  return `(${chosen}) AND (${cql})`
}
