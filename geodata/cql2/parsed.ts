/** What both parsers give: a tree, and where in the source each of its nodes stood. */
import type { Expression, Node } from './expression.ts'
import type { Place } from './refusal.ts'

export interface Parsed {
  expression: Expression
  placeOf(node: Node): Place
}
