/** A filter as somebody wrote it, in either encoding, to a checked tree. */
import type { Expression } from './expression.ts'
import { parseJsonText } from './parse-json.ts'
import { parseText } from './parse-text.ts'
import { AS_WRITTEN, type Placing } from './placing.ts'
import type { Queryables } from './queryables.ts'

export const FILTER_LANGUAGES = ['cql2-text', 'cql2-json'] as const
export type FilterLanguage = (typeof FILTER_LANGUAGES)[number]

const PARSERS = { 'cql2-text': parseText, 'cql2-json': parseJsonText } as const

export interface ReadOptions {
  /** Without it the text tells: no CQL2 text begins with a brace, every condition in JSON that is no mere true or false does. */
  language?: FilterLanguage | undefined
  /** How coordinates are brought to degrees; without it they are degrees already. */
  placing?: Placing
}

/** Throws a Cql2Refusal with the place of the fault, and nothing else. */
export function readFilter(
  text: string,
  queryables: Queryables,
  { language = languageOf(text), placing = AS_WRITTEN }: ReadOptions = {},
): Expression {
  return PARSERS[language](text, queryables, placing)
}

function languageOf(text: string): FilterLanguage {
  return /^\s*\{/.test(text) ? 'cql2-json' : 'cql2-text'
}
