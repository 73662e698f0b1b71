/** The parameters filter, filter-lang and filter-crs: text to a checked expression of CQL2, its coordinates in degrees. */
import type { Expression } from '#geodata/cql2/expression.ts'
import { FILTER_LANGUAGES, type FilterLanguage } from '#geodata/cql2/read-filter.ts'
import { inDegrees } from '#geodata/cql2/reference-system.ts'
import { crssFor } from '#geodata/spatial/crs.ts'
import { readCql2 } from '../queries/read-cql2.ts'
import { Refusal } from '../refusal.ts'
import type { Collection } from './known-collection.ts'
import { crsFrom } from './parameters.ts'

/**
 * Names of the languages; `cql-text` is CQL2 text in the drafts, which GDAL 3.6 writes where it is told to
 * (OGR_OAPIF_ALLOW_CQL_TEXT); it is not offered by itself, since GDAL would also write what is no CQL2 (ILIKE).
 */
const LANGUAGES: ReadonlyMap<string, FilterLanguage> = new Map([
  ...FILTER_LANGUAGES.map((each) => [each, each] as const),
  ['cql-text', 'cql2-text'],
])

/** The filter alone in a list, or nothing. Text unless `filter-lang` says JSON. */
export function filterFrom(query: ReadonlyMap<string, string>, { dataset, state }: Collection): Expression[] {
  const crs = crsFrom('filter-crs', query.get('filter-crs'), crssFor(state.bbox))
  const named = query.get('filter-lang') ?? 'cql2-text'
  const language = LANGUAGES.get(named)
  if (!language)
    throw new Refusal('invalid-request', 'The language of the filter is not known.', [
      { field: 'filter-lang', expected: [...LANGUAGES.keys()].join(', '), received: named },
    ])
  const text = query.get('filter')
  return text === undefined ? [] : [readCql2(text, dataset, { language, placing: inDegrees(crs) })]
}
