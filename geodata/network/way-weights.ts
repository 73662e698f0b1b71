/**
 * What the ways of a hierarchy weigh under one question's weights: the least over the edges along a way and over the ways
 * through nodes taken out. Each is reckoned when a search first asks for it, so that new rates cost no pass over the
 * network: a search pays for the country that it crosses.
 */
import type { Hierarchy } from './hierarchy.ts'

/** What edges weigh. */
export interface EdgeTerms {
  /** By kind of edge; Infinity once where the kind is forbidden. */
  perKm: Float64Array
  once: Float64Array
  /** By edge, in place of the two above: where edges of one kind differ. */
  byEdge: Float64Array | null
}

export class WayWeights {
  /** By way; holds only for ways of arcs that were asked for since `begin`. */
  readonly weight: Float64Array
  /** Likewise: what the way leads over, an edge, or `-1 - pair`. */
  readonly #by: Int32Array
  /** By arc: the round in which it was asked for. */
  readonly #asked: Uint32Array
  readonly #hierarchy: Hierarchy
  #round = 0
  #terms: EdgeTerms = { perKm: new Float64Array(), once: new Float64Array(), byEdge: null }

  constructor(hierarchy: Hierarchy) {
    const arcs = hierarchy.head.length
    this.#hierarchy = hierarchy
    this.weight = new Float64Array(2 * arcs)
    this.#by = new Int32Array(2 * arcs)
    this.#asked = new Uint32Array(arcs)
  }

  /** From here on other weights hold. */
  begin(terms: EdgeTerms): void {
    this.#round += 1
    this.#terms = terms
  }

  of(way: number): number {
    if (this.#asked[way >> 1] !== this.#round) this.#reckon(way >> 1)
    return this.weight[way] ?? 0
  }

  #reckon(arc: number): void {
    this.#asked[arc] = this.#round
    this.weight[2 * arc] = Number.POSITIVE_INFINITY
    this.weight[2 * arc + 1] = Number.POSITIVE_INFINITY
    this.#takeEdges(arc)
    this.#takePairs(arc)
  }

  #takeEdges(arc: number): void {
    const { edgeStart, edges, edgeKm, edgeKind } = this.#hierarchy
    const { perKm, once, byEdge } = this.#terms
    const end = edgeStart[arc + 1] ?? 0
    for (let at = edgeStart[arc] ?? 0; at < end; at++) {
      const code = edges[at] ?? 0
      const kind = edgeKind[at] ?? 0
      const own = byEdge ? (byEdge[code >>> 2] ?? 0) : (edgeKm[at] ?? 0) * (perKm[kind] ?? 0) + (once[kind] ?? 0)
      if ((code & 1) !== 0) this.#offer(2 * arc, own, code >>> 2)
      if ((code & 2) !== 0) this.#offer(2 * arc + 1, own, code >>> 2)
    }
  }

  #takePairs(arc: number): void {
    const { pairStart, pairLow, pairHigh } = this.#hierarchy
    const end = pairStart[arc + 1] ?? 0
    for (let pair = pairStart[arc] ?? 0; pair < end; pair++) {
      const low = pairLow[pair] ?? 0
      const high = pairHigh[pair] ?? 0
      if (this.#asked[low] !== this.#round) this.#reckon(low)
      if (this.#asked[high] !== this.#round) this.#reckon(high)
      this.#offer(2 * arc, (this.weight[2 * low + 1] ?? 0) + (this.weight[2 * high] ?? 0), -1 - pair)
      this.#offer(2 * arc + 1, (this.weight[2 * high + 1] ?? 0) + (this.weight[2 * low] ?? 0), -1 - pair)
    }
  }

  #offer(way: number, weight: number, by: number): void {
    if (weight >= (this.weight[way] ?? 0)) return
    this.weight[way] = weight
    this.#by[way] = by
  }

  /** The edges of a way in the order of travel, appended to `edges`. */
  unfold(way: number, edges: number[]): void {
    const { pairLow, pairHigh } = this.#hierarchy
    const waiting = [way]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      this.of(next)
      const by = this.#by[next] ?? 0
      if (by >= 0) {
        edges.push(by)
        continue
      }
      const [low, high] = [2 * (pairLow[-1 - by] ?? 0), 2 * (pairHigh[-1 - by] ?? 0)]
      // What is pushed last is travelled first: down to the node taken out, then up from it.
      if ((next & 1) === 0) waiting.push(high, low + 1)
      else waiting.push(low, high + 1)
    }
  }

  /** Reckons every way, for passes over them all. */
  all(): Float64Array {
    for (let way = 0; way < this.weight.length; way += 2) this.of(way)
    return this.weight
  }
}
