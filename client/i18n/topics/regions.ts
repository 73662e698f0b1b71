/** Texts of the sheets of provinces and districts, and of their comparison. */
import english from '../en/regions.json'
import { defineTopic } from '../topic.ts'

export const REGIONS = defineTopic(english, {
  ur: () => import('../ur/regions.json'),
  zh: () => import('../zh/regions.json'),
})
