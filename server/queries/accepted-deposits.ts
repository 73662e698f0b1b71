/**
 * Which deposits a question is about, and how many of what was found count as whole. The one place where a filter becomes
 * ids.
 */

import type * as z from 'zod'
import type { DepositCount } from '#geodata/contract/deposit-summary.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'
import type { FoundCount } from '#geodata/contract/questions.ts'
import { everyDeposit } from './every-deposit.ts'
import type { Context } from './query.ts'

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
  return Promise.all(
    datasets.map(async (dataset) => {
      const ids = found.filter(({ ref }) => ref.dataset === dataset).map(({ ref }) => ref.id)
      const deposits = dataset === 'deposits' ? countDeposits(ids, await parentsOfParts(context)) : null
      return { dataset, features: ids.length, deposits }
    }),
  )
}

/** Only parts have a parent: few, even among a million deposits. */
function parentsOfParts({ storage, cache }: Context): Promise<ReadonlyMap<string, string>> {
  return cache.get('parents of parts', ['deposits'], () => storage.depositParents())
}

function countDeposits(ids: readonly string[], parents: ReadonlyMap<string, string>): DepositCount {
  if (parents.size === 0) return { deposits: ids.length, parts: 0 }
  const all = new Set(ids)
  const parts = [...parents].filter(([id, parent]) => all.has(id) && all.has(parent)).length
  return { deposits: ids.length - parts, parts }
}
