/** Texts of the economics of one deposit. */
import english from '../en/economics.json'
import { defineTopic } from '../topic.ts'

export const ECONOMICS = defineTopic(english, {
  ur: () => import('../ur/economics.json'),
  zh: () => import('../zh/economics.json'),
})
