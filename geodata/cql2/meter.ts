/** Counts nodes as they are made, keeps where each came from, and refuses trees that are too large or too deep. */
import { MOST_BYTES, MOST_DEPTH, MOST_NODES, type Node } from './expression.ts'
import { Cql2Refusal, type Place } from './refusal.ts'

export interface Meter {
  made<N extends Node>(node: N, place: Place): N
  placeOf(node: Node): Place
}

export function createMeter(start: Place): Meter {
  const places = new WeakMap<Node, Place>()
  const depths = new WeakMap<Node, number>()
  let count = 0
  return {
    made(node, place) {
      count += partsOf(node)
      if (count > MOST_NODES) throw new Cql2Refusal('too-many-parts', place, { limit: String(MOST_NODES) })
      const below = node.kind === 'operation' ? node.args.map((arg) => depths.get(arg) ?? 1) : [0]
      const depth = 1 + Math.max(0, ...below)
      if (depth > MOST_DEPTH) throw tooDeep(place)
      places.set(node, place)
      depths.set(node, depth)
      return node
    },
    placeOf: (node) => places.get(node) ?? start,
  }
}

export function tooDeep(place: Place): Cql2Refusal {
  return new Cql2Refusal('too-deep', place, { limit: String(MOST_DEPTH) })
}

/** Refuses a text of more than 16 kB, as bytes of UTF-8, before anything reads it. */
export function weigh(text: string, place: Place): void {
  if (text.length > MOST_BYTES || new TextEncoder().encode(text).length > MOST_BYTES)
    throw new Cql2Refusal('too-long', place, { limit: String(MOST_BYTES) })
}

/** Ends of an interval are parts of it; those that are properties are counted when they are made. */
function partsOf(node: Node): number {
  if (node.kind !== 'interval') return 1
  return 1 + [node.start, node.end].filter(({ kind }) => kind !== 'property').length
}
