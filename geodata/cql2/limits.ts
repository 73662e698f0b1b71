/** How large a filter may be, in either encoding. */
import { childrenOf, type Node } from './expression.ts'
import { Cql2Refusal, type Place } from './refusal.ts'

/** Levels of the tree; in text also of parentheses. */
export const DEEPEST = 32
/** Conditions, operators, values; a geometry counts once, however long. */
export const MOST_NODES = 256
/** UTF-8 bytes of the text or the JSON. */
export const LONGEST_BYTES = 16 * 1024
export const FARTHEST_KM = 20_100

/** Refuses what is empty or too long, before anything is read. */
export function checkLength(text: string, place: Place): void {
  if (text.length > LONGEST_BYTES || new TextEncoder().encode(text).length > LONGEST_BYTES)
    throw new Cql2Refusal('too-long', place, { limit: String(LONGEST_BYTES) })
  if (text.trim() === '') throw new Cql2Refusal('empty', place)
}

/** Refuses a tree that is too deep or has too many nodes, at the node that is one too many. */
export function checkSize(root: Node, placeOf: (node: Node) => Place): void {
  let count = 0
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST) throw new Cql2Refusal('too-deep', placeOf(node), { limit: String(DEEPEST) })
    if (++count > MOST_NODES) throw new Cql2Refusal('too-many-parts', placeOf(node), { limit: String(MOST_NODES) })
    for (const child of childrenOf(node)) visit(child, depth + 1)
  }
  visit(root, 1)
}
