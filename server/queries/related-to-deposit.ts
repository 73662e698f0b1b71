/** Which agreements, plants and other records name a deposit: an index over the datasets that do, made once a version. */
import type { FeatureRef } from '#geodata/contract/endpoints.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Context } from './query.ts'

export interface Related {
  ref: FeatureRef
  name: LocalName
  kind: string
}

/** Dataset → the property that lists ids of deposits. */
const NAMING: Readonly<Record<string, string>> = {
  agreements: 'depositIds',
  processing: 'feedFrom',
  institutions: 'depositIds',
  'mine-sites': 'deposits',
  belts: 'typeDeposits',
}
const MOST_RECORDS = 20_000

export async function relatedToDeposit(id: string, context: Pick<Context, 'storage' | 'cache'>): Promise<Related[]> {
  const index = await context.cache.get('related to deposits', Object.keys(NAMING), () => buildIndex(context))
  return index.get(id) ?? []
}

async function buildIndex({ storage }: Pick<Context, 'storage'>): Promise<Map<string, Related[]>> {
  const index = new Map<string, Related[]>()
  for (const [dataset, property] of Object.entries(NAMING)) {
    for (const { id, properties } of await storage.features(dataset, { limit: MOST_RECORDS })) {
      const values = properties as unknown as Record<string, unknown>
      const named = values[property]
      if (!Array.isArray(named)) continue
      const kind =
        typeof values.kind === 'string' ? values.kind : typeof values.type === 'string' ? values.type : dataset
      for (const deposit of new Set(named.map(String))) {
        const list = index.get(deposit) ?? []
        list.push({ ref: { dataset, id }, name: properties.name, kind })
        index.set(deposit, list)
      }
    }
  }
  return index
}
