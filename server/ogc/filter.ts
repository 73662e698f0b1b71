/** The parameters filter, filter-lang and filter-crs: text to a checked expression of CQL2, its coordinates in degrees. */
import type { Expression } from '#geodata/cql2/expression.ts'
import { FILTER_LANGUAGES } from '#geodata/cql2/read-filter.ts'
import { inDegrees } from '#geodata/cql2/reference-system.ts'
import { crssFor } from '#geodata/spatial/crs.ts'
import { readCql2 } from '../queries/read-cql2.ts'
import { Refusal } from '../refusal.ts'
import type { Collection } from './known-collection.ts'
import { crsFrom } from './parameters.ts'

/** The filter alone in a list, or nothing. Text unless `filter-lang` says JSON. */
export function filterFrom(query: ReadonlyMap<string, string>, { dataset, state }: Collection): Expression[] {
  const crs = crsFrom('filter-crs', query.get('filter-crs'), crssFor(state.bbox))
  const named = query.get('filter-lang') ?? 'cql2-text'
  const language = FILTER_LANGUAGES.find((each) => each === named)
  if (!language)
    throw new Refusal('invalid-request', 'The language of the filter is not known.', [
      { field: 'filter-lang', expected: FILTER_LANGUAGES.join(' or '), received: named },
    ])
  const text = query.get('filter')
  return text === undefined ? [] : [readCql2(text, dataset, { language, placing: inDegrees(crs) })]
}
