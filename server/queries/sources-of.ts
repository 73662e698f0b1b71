/** Resolves every citation within some records to the sources they name. */

import * as z from 'zod'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Context } from './query.ts'

type Sources = Output<'getFeature'>['sources']

const SourceRecord = z.looseObject({
  name: z.object({ en: z.string().nullable() }),
  publisher: z.string().nullable(),
  year: z.string().nullable(),
  url: z.string().nullable(),
})

/** Sources by id. A citation whose source the atlas does not hold is left out; the data checker refuses such data. */
export async function sourcesOf(records: unknown, context: Pick<Context, 'storage'>): Promise<Sources> {
  return sourcesById(citedIds(records), context)
}

/** Ids of the sources that records cite, wherever in them. */
export function citedIds(records: unknown): ReadonlySet<string> {
  const ids = new Set<string>()
  collect(records, ids)
  return ids
}

/** The same for ids that are known already. */
export async function sourcesById(ids: Iterable<string>, { storage }: Pick<Context, 'storage'>): Promise<Sources> {
  const sources: Sources = {}
  for (const id of [...new Set(ids)].sort()) {
    const feature = await storage.feature({ dataset: 'sources', id })
    if (!feature) continue
    const { name, publisher, year, url } = SourceRecord.parse(feature.properties)
    sources[id] = { title: name.en ?? id, publisher, year, url }
  }
  return sources
}

/** A citation is an object with a `text` and a `source`, wherever it stands. */
function collect(value: unknown, ids: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, ids)
  else if (typeof value === 'object' && value !== null) {
    if ('source' in value && 'text' in value && typeof value.source === 'string') ids.add(value.source)
    else for (const item of Object.values(value)) collect(item, ids)
  }
}
