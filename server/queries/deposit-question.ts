/** The filter of a request as a question to the store: the panel's fields as they are, CQL2 read into its tree. */

import type { DepositFilter } from '#geodata/contract/filter.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { Refusal } from '../refusal.ts'
import type { DepositQuestion } from '../storage/storage.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context } from './query.ts'

/** Refuses, with the position of the fault, what is no filter. Empty text asks for nothing. */
export function depositQuestion(
  { filter, ...fields }: DepositFilter & { filter?: string | undefined },
  context: Pick<Context, 'datasets'>,
): DepositQuestion {
  if (filter === undefined || filter.trim() === '') return fields
  try {
    return { ...fields, expression: parseText(filter, queryablesOf(knownDataset('deposits', context))) }
  } catch (error) {
    if (error instanceof Cql2Refusal)
      throw new Refusal('invalid-request', `The filter cannot be read: ${error.message}.`, [
        { field: 'filter', expected: error.message, received: filter.slice(0, 200) },
      ])
    throw error
  }
}
