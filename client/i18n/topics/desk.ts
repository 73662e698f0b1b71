/** Texts of the desk: table, charts, comparison and shortlist. */
import english from '../en/desk.json'
import { defineTopic } from '../topic.ts'

export type DeskKey = keyof typeof english

export const DESK = defineTopic(english, {
  ur: () => import('../ur/desk.json'),
  zh: () => import('../zh/desk.json'),
})
