/** Every deposit with all its properties, read once for each version of the dataset. */
import { Deposit } from '#geodata/contract/deposit.ts'
import type { Feature } from '../storage/storage.ts'
import { MOST_DEPOSITS, tooMany } from './every-deposit.ts'
import type { Context } from './query.ts'

export interface WholeDeposit {
  deposit: Deposit
  feature: Feature
}

const PAGE = 2000

export function wholeDeposits(context: Pick<Context, 'storage' | 'cache'>): Promise<ReadonlyMap<string, WholeDeposit>> {
  return context.cache.get('whole deposits', ['deposits'], async () => {
    const all = new Map<string, WholeDeposit>()
    let after: string | undefined
    do {
      const page = await context.storage.features('deposits', {
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      })
      for (const feature of page) all.set(feature.id, { deposit: Deposit.parse(feature.properties), feature })
      if (all.size > MOST_DEPOSITS) throw tooMany()
      after = page.length === PAGE ? page.at(-1)?.id : undefined
    } while (after !== undefined)
    return all
  })
}
