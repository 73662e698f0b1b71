/** The tables that economics rest on, read once for each version of them. */
import type * as z from 'zod'
import { DepositTermProperties } from '#geodata/datasets/deposit-terms/dataset.ts'
import { MetalPriceProperties } from '#geodata/datasets/metal-prices/dataset.ts'
import { SmeltingTermProperties } from '#geodata/datasets/smelting-terms/dataset.ts'
import type { EconomicsRecords } from '#geodata/economics/known-terms.ts'
import type { Context } from './query.ts'

const MOST_RECORDS = 5000

export function economicsRecords({ storage, cache }: Pick<Context, 'storage' | 'cache'>): Promise<EconomicsRecords> {
  const read = async <P>(dataset: string, schema: z.ZodType<P>) =>
    (await storage.features(dataset, { limit: MOST_RECORDS })).map(({ id, properties }) => ({
      id,
      properties: schema.parse(properties),
    }))
  return cache.get('economics', ['metal-prices', 'smelting-terms', 'deposit-terms'], async () => ({
    prices: await read('metal-prices', MetalPriceProperties),
    smelting: await read('smelting-terms', SmeltingTermProperties),
    depositTerms: await read('deposit-terms', DepositTermProperties),
  }))
}
