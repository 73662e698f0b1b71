/**
 * Which deposits a question is about, and how many of what was found count as whole. The one place where a filter becomes
 * ids.
 */

import type * as z from 'zod'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { FoundCount } from '#geodata/contract/questions.ts'
import { countDeposits } from './count-deposits.ts'
import { everyDeposit } from './every-deposit.ts'
import type { Context } from './query.ts'
import { wholeDeposits } from './whole-deposits.ts'

/** Whether a feature is asked about; other datasets than deposits are not restricted. */
export type Accept = (dataset: string, id: string) => boolean

export async function acceptedBy(filter: DepositFilter | undefined, context: Context): Promise<Accept> {
  if (filter === undefined || Object.keys(filter).length === 0) return () => true
  const ids = new Set((await everyDeposit(filter, context)).map(({ id }) => id))
  return (dataset, id) => dataset !== 'deposits' || ids.has(id)
}

/** Of each dataset, in the order given: how many features, and of deposits how many are whole. */
export async function countFound(
  datasets: readonly string[],
  found: readonly { ref: { dataset: string; id: string } }[],
  context: Context,
): Promise<z.output<typeof FoundCount>[]> {
  const records = datasets.includes('deposits') ? await wholeDeposits(context) : new Map<string, never>()
  return datasets.map((dataset) => {
    const ids = found.filter(({ ref }) => ref.dataset === dataset).map(({ ref }) => ref.id)
    const deposits = ids.map((id) => ({ id, partOf: records.get(id)?.deposit.partOf ?? null }))
    return { dataset, features: ids.length, deposits: dataset === 'deposits' ? countDeposits(deposits) : null }
  })
}
