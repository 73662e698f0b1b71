/** What the reader's changes touched, as a table and on the map. */
import type { ChangeEffect } from '#geodata/contract/scenario.ts'
import type { AnswerFeature, Sheet } from './answer-tables.ts'

export function effectSheet(effects: readonly ChangeEffect[]): Sheet {
  return {
    name: 'Changes',
    head: ['change', 'kind', 'edges', 'lengthKm', 'reference'],
    rows: effects.map(({ kind, edges, km, reference }, index) => [index + 1, kind, edges, km, reference]),
  }
}

export function effectFeatures(effects: readonly ChangeEffect[]): AnswerFeature[] {
  return effects.flatMap(({ kind, edges, km, geometry }, index): AnswerFeature[] =>
    geometry ? [{ geometry, properties: { role: 'change', change: index + 1, kind, edges, lengthKm: km } }] : [],
  )
}
