/** A filter as a reader wrote it to a tree that holds: parsed, brought to longitude and latitude, checked. */
import { check } from './check.ts'
import type { Expression, Node } from './expression.ts'
import { type ToLonLat, withPositions } from './map-positions.ts'
import { parseJson } from './parse-json.ts'
import { parseText } from './parse-text.ts'
import type { Parsed } from './parsed.ts'
import type { Queryables } from './queryables.ts'

export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const
export type FilterLanguage = (typeof FILTER_LANGUAGES)[number]

export interface ReadOptions {
  language?: FilterLanguage
  /** From the filter's coordinate system to longitude and latitude; without it they are that already. */
  toLonLat?: ToLonLat
}

/** Throws a Cql2Refusal with the place of the fault; nothing else. */
export function readFilter(text: string, queryables: Queryables, options: ReadOptions = {}): Parsed {
  const { language = 'cql2-text', toLonLat } = options
  const written = language === 'cql2-text' ? parseText(text) : parseJson(text)
  const parsed = toLonLat ? brought(written, toLonLat) : written
  check(parsed, queryables)
  return parsed
}

/** Both, or the one that there is. */
export function bothFilters(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
  if (!a || !b) return a ?? b
  return { kind: 'and', args: [a, b] }
}

function brought({ expression, placeOf }: Parsed, toLonLat: ToLonLat): Parsed {
  const origins = new WeakMap<Node, Node>()
  const moved = withPositions(expression, toLonLat, origins)
  return { expression: moved, placeOf: (node) => placeOf(origins.get(node) ?? node) }
}
