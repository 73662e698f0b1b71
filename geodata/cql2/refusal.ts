/** Why a filter cannot be read, and where; the only error that reading a filter throws. */
import { MOST_DEPTH, MOST_NODES, type Node } from './expression.ts'

/** In text the number of UTF-16 units before the fault; in JSON the pointer (RFC 6901) to it. */
export type Place = { encoding: 'text'; offset: number } | { encoding: 'json'; pointer: string }

export class Cql2Refusal extends Error {
  readonly detail: string
  readonly place: Place

  constructor(detail: string, place: Place) {
    super(
      place.encoding === 'text'
        ? `${detail} (at character ${place.offset + 1})`
        : `${detail} (at ${place.pointer === '' ? 'the root' : place.pointer})`,
    )
    this.name = 'Cql2Refusal'
    this.detail = detail
    this.place = place
  }
}

/** Counts nodes as they are made, keeps where each came from, and refuses trees that are too large or too deep. */
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
      count += node.kind === 'interval' ? 3 : 1
      if (count > MOST_NODES) throw new Cql2Refusal(`The filter has more than ${MOST_NODES} parts`, place)
      const below = node.kind === 'operation' ? node.args.map((arg) => depths.get(arg) ?? 1) : [0]
      const depth = 1 + Math.max(0, ...below)
      if (depth > MOST_DEPTH) throw new Cql2Refusal(`The filter is nested deeper than ${MOST_DEPTH} levels`, place)
      places.set(node, place)
      depths.set(node, depth)
      return node
    },
    placeOf: (node) => places.get(node) ?? start,
  }
}
