/** Names of the features of a dataset in three languages, without their geometry; kept until the dataset changes. */
import type { LocalName } from '#geodata/contract/provenance.ts'
import { Refusal } from '../refusal.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context, Query } from './query.ts'

/** Enough for provinces, districts, corridors and ports; the thousands of places and roads are found by searching. */
const MOST_NAMES = 1000

export const listNames: Query<'listNames'> = async ({ params: { dataset } }, context) => {
  knownDataset(dataset, context)
  const names = await namesOf(dataset, context)
  if (names.size > MOST_NAMES)
    throw new Refusal(
      'invalid-request',
      `This dataset has more than ${MOST_NAMES} features: ask /api/search for a name.`,
    )
  return { names: [...names].map(([id, name]) => ({ id, name })) }
}

/** By id, in order of id; one more than `MOST_NAMES` says that there are too many. */
export function namesOf(
  dataset: string,
  { storage, cache }: Pick<Context, 'storage' | 'cache'>,
): Promise<ReadonlyMap<string, LocalName>> {
  return cache.get(`names of ${dataset}`, [dataset], async () => {
    const features = await storage.features(dataset, { limit: MOST_NAMES + 1 })
    return new Map(features.map(({ id, properties }) => [id, properties.name]))
  })
}
