/** Whether a text is a filter over the deposits; a chunk of its own, fetched when somebody writes one. */
import { parseText } from '#geodata/cql2/parse-text.ts'
import { queryablesOf } from '#geodata/cql2/queryables.ts'
import { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import deposits from '#geodata/datasets/deposits/dataset.ts'

/** What is wrong and how many characters before it; null where the text can be read. */
export function faultIn(text: string): { detail: string; offset: number } | null {
  try {
    parseText(text, queryablesOf(deposits))
    return null
  } catch (error) {
    if (!(error instanceof Cql2Refusal)) throw error
    return { detail: error.detail, offset: error.place.encoding === 'text' ? error.place.offset : 0 }
  }
}
