/** The filter of a request as a question to the store: choices as they are, CQL2 read into its tree. */
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { DepositQuestion } from '../storage/storage.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context } from './query.ts'
import { readCql2 } from './read-cql2.ts'

/** Refuses, with the place of the fault, what is no filter. */
export function depositQuestion(
  { filter, ...choices }: DepositFilter,
  context: Pick<Context, 'datasets'>,
): DepositQuestion {
  if (filter === undefined) return choices
  return { ...choices, expression: readCql2(filter, knownDataset('deposits', context)) }
}
