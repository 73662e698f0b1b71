/** The lists of sources of all folders of facts as one list, each record under an id of its own. */
import { slugOf } from '#geodata/contract/filter.ts'
import { GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'
import type { Inputs } from './builder.ts'
import type { SourceRecord } from './citations.ts'

const LISTS = [
  { folder: '', path: 'facts/sources.csv' },
  { folder: 'network', path: 'facts/network/sources.csv' },
  { folder: 'grid', path: 'facts/grid/sources.csv' },
  { folder: 'projects', path: 'facts/projects/sources.csv' },
  { folder: 'environment', path: 'facts/environment/sources.csv' },
] as const

const generalKnowledge: SourceRecord = {
  id: GENERAL_KNOWLEDGE,
  short: 'general knowledge, unverified',
  folder: '',
  publisher: null,
  year: null,
  kind: 'memory',
  url: null,
  note: 'Stated from memory by the compilers and not checked against any document; always of low confidence.',
}

/** Records in the order of the lists. A short citation listed twice with one address is one record. */
export function loadSources(inputs: Inputs): SourceRecord[] {
  const records: SourceRecord[] = [generalKnowledge]
  const ids = new Set([GENERAL_KNOWLEDGE])
  for (const { folder, path } of LISTS) {
    for (const row of inputs.csv(path)) {
      const short = row.short ?? row.citation
      if (!short) throw new Error(`${path}: a row without short citation`)
      const address = row.url ?? row.address ?? null
      const url = address !== null && /^https?:\/\//.test(address) ? address : null
      if (records.some((known) => known.short === short && known.url === url)) continue
      const base = slugOf(short).slice(0, 90) || 'source'
      let id = base
      for (let count = 2; ids.has(id); count++) id = `${base}-${count}`
      ids.add(id)
      records.push({
        id,
        short,
        folder,
        publisher: row.publisher ?? null,
        year: row.year ?? null,
        kind: row.kind ?? null,
        url,
        // An address that is no web address (a dataset, a document) is kept in words, but not the path of a local file.
        note:
          [url === null && !address?.startsWith('/') ? address : null, row.note ?? null]
            .filter((text) => text !== null)
            .join('; ') || null,
      })
    }
  }
  return records
}
