/** The `sources` dataset: every listed source, and one record for each citation that no list explains. */
import type { BuiltFeature, DatasetBuilder } from './builder.ts'
import { AS_CITED, bareCitation, citationsWithin, type SourceRecord } from './citations.ts'
import { loadSources } from './sources.ts'

function featureOf(record: SourceRecord): BuiltFeature {
  return {
    id: record.id,
    geometry: null,
    properties: {
      name: { en: record.short, ur: null, zh: null },
      geometryQuality: 'exact',
      short: record.short,
      publisher: record.publisher,
      year: record.year,
      kind: record.kind,
      url: record.url,
      note: record.note,
    },
  }
}

export const sourcesBuilder: DatasetBuilder = {
  produces: ['sources'],
  build(inputs, earlier) {
    const listed = loadSources(inputs)
    const asCited = new Map<string, SourceRecord>()
    for (const features of earlier.values()) {
      for (const { text, source } of features.flatMap((feature) => citationsWithin(feature.properties))) {
        if (!source.startsWith(AS_CITED)) continue
        const short = bareCitation(text)
        const known = asCited.get(source)
        // One wording of several: the first in the alphabet, so that the order of builders does not show.
        if (known && known.short <= short) continue
        asCited.set(source, {
          id: source,
          short,
          folder: '',
          publisher: null,
          year: /\b(?:19|20)\d\d\b/.exec(short)?.[0] ?? null,
          kind: 'as cited',
          url: null,
          note: 'Cited by name; no address was recorded.',
        })
      }
    }
    return new Map([['sources', [...listed, ...asCited.values()].map(featureOf)]])
  },
}
