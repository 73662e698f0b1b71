/** Texts of the editor of CQL2. */
import english from '../en/cql2-editor.json'
import { defineTopic } from '../topic.ts'

export const CQL2_WORDS = defineTopic(english, {
  ur: () => import('../ur/cql2-editor.json'),
  zh: () => import('../zh/cql2-editor.json'),
})
