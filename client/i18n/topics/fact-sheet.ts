/** Texts of the printable sheet of a deposit. */
import english from '../en/fact-sheet.json'
import { defineTopic } from '../topic.ts'

export type FactSheetKey = keyof typeof english

export const FACT_SHEET = defineTopic(english, {
  ur: () => import('../ur/fact-sheet.json'),
  zh: () => import('../zh/fact-sheet.json'),
})
