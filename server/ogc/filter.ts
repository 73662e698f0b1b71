/** The parameters filter, filter-lang and filter-crs: text to a checked expression of CQL2, its coordinates in degrees. */
import type { Expression } from '#geodata/cql2/expression.ts'
import { parseJsonText } from '#geodata/cql2/parse-json.ts'
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { inDegrees } from '#geodata/cql2/reference-system.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { crssFor } from '#geodata/spatial/crs.ts'
import { Refusal } from '../refusal.ts'
import type { Collection } from './known-collection.ts'
import { crsFrom } from './parameters.ts'

const PARSERS = { 'cql2-text': parseText, 'cql2-json': parseJsonText } as const

/** The filter alone in a list, or nothing. */
export function filterFrom(query: ReadonlyMap<string, string>, { dataset, state }: Collection): Expression[] {
  const crs = crsFrom('filter-crs', query.get('filter-crs'), crssFor(state.bbox))
  const language = query.get('filter-lang') ?? 'cql2-text'
  if (language !== 'cql2-text' && language !== 'cql2-json')
    throw new Refusal('invalid-request', 'The language of the filter is not known.', [
      { field: 'filter-lang', expected: 'cql2-text or cql2-json', received: language },
    ])
  const text = query.get('filter')
  if (text === undefined) return []
  try {
    return [PARSERS[language](text, queryablesOf(dataset), inDegrees(crs))]
  } catch (fault) {
    if (!(fault instanceof Cql2Refusal)) throw fault
    throw new Refusal('invalid-request', `The filter cannot be read: ${fault.message}.`, [
      { field: 'filter', expected: fault.detail, received: near(text, fault) },
    ])
  }
}

const SHOWN = 40

/** The text from the fault on, or the pointer to it. */
function near(text: string, { place }: Cql2Refusal): string {
  return place.encoding === 'text' ? text.slice(place.offset, place.offset + SHOWN) : place.pointer
}
