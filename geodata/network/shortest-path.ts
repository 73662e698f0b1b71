/**
 * The lightest way between two ends of a network: both ends climb the hierarchy to its core, and between what they reach
 * there A* searches with lower bounds from landmarks (Goldberg and Harrelson, Computing the shortest path: A* search meets
 * graph theory, 2005); without bounds it is Dijkstra's search.
 */
import FlatQueue from 'flatqueue'
import { Climb } from './climb.ts'
import { buildHierarchy, type Hierarchy } from './hierarchy.ts'
import type { Network } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { Seed } from './seed.ts'
import { type EdgeTerms, WayWeights } from './way-weights.ts'

export interface FoundPath {
  weight: number
  /** Edges in the order of travel. */
  edges: number[]
  /** Nodes in the order of travel, one more than edges. */
  nodes: number[]
  /** Positions in the lists of seeds. */
  source: number
  target: number
}

/** Least weight that a way from a node of the core to the target can have. Never more than the truth, and true to the triangle law. */
export type LowerBound = (coreNode: number) => number
/** Makes a bound towards ends in the core; `sources` says where the search will come from. */
export type BoundMaker = (sources: readonly Seed[], targets: readonly Seed[]) => LowerBound

const UNBOUNDED: BoundMaker = () => () => 0

/** Memory of searches over one hierarchy, kept from one to the next: a search costs what it visits, not the size of the network. */
export class PathFinder {
  readonly hierarchy: Hierarchy
  readonly #network: Network
  readonly #ways: WayWeights
  readonly #ahead: Climb
  readonly #behind: Climb
  readonly #weight: Float64Array
  readonly #bound: Float64Array
  readonly #by: Int32Array
  readonly #seen: Uint32Array
  readonly #settled: Uint32Array
  readonly #queue = new FlatQueue<number>()
  #round = 0
  /** Core nodes settled by the last search. */
  settledCount = 0

  constructor(graph: RoutingGraph, hierarchy: Hierarchy = buildHierarchy(graph)) {
    const { nodeCount } = hierarchy.core
    this.hierarchy = hierarchy
    this.#network = graph.network
    this.#ways = new WayWeights(hierarchy)
    this.#ahead = new Climb(hierarchy)
    this.#behind = new Climb(hierarchy)
    this.#weight = new Float64Array(nodeCount)
    this.#bound = new Float64Array(nodeCount)
    this.#by = new Int32Array(nodeCount)
    this.#seen = new Uint32Array(nodeCount)
    this.#settled = new Uint32Array(nodeCount)
  }

  /** null where no way exists. */
  find(terms: EdgeTerms, sources: readonly Seed[], targets: readonly Seed[], makeBound = UNBOUNDED): FoundPath | null {
    this.#ways.begin(terms)
    this.#ahead.run(this.#ways, sources, 'forth')
    this.#behind.run(this.#ways, targets, 'back')
    const below = this.#meetBelow()
    const across = this.#cross(below.weight, makeBound(this.#inCore(this.#ahead), this.#inCore(this.#behind)))
    const met = across ?? below
    return met.rank < 0 ? null : this.#traced(met.weight, met.rank, across !== null, sources)
  }

  /** The lightest meeting of both climbs, at whatever rank. */
  #meetBelow(): { weight: number; rank: number } {
    let best = { weight: Number.POSITIVE_INFINITY, rank: -1 }
    for (const rank of this.#ahead.reached) {
      const weight = this.#ahead.weightOf(rank) + this.#behind.weightOf(rank)
      if (weight < best.weight) best = { weight, rank }
    }
    return best
  }

  #inCore(climb: Climb): Seed[] {
    const { coreStart } = this.hierarchy
    return climb.reached.flatMap((rank) =>
      rank < coreStart ? [] : [{ node: rank - coreStart, weight: climb.weightOf(rank) }],
    )
  }

  /** The rank of the core at which a way lighter than `most` comes out, or null. */
  #cross(most: number, bound: LowerBound): { weight: number; rank: number } | null {
    const { coreStart } = this.hierarchy
    this.#round += 1
    this.settledCount = 0
    this.#queue.clear()
    for (const { node, weight } of this.#inCore(this.#ahead)) this.#reach(node, weight, -1, bound)
    let best: { weight: number; rank: number } | null = null
    for (;;) {
      const least = this.#queue.peekValue()
      if (least === undefined || least >= (best?.weight ?? most)) return best
      const node = this.#queue.pop() ?? 0
      if (this.#settled[node] === this.#round) continue
      this.#settled[node] = this.#round
      this.settledCount += 1
      const weight = (this.#weight[node] ?? 0) + this.#behind.weightOf(coreStart + node)
      if (weight < (best?.weight ?? most)) best = { weight, rank: coreStart + node }
      this.#relax(node, bound)
    }
  }

  #relax(node: number, bound: LowerBound): void {
    const { start, head, edge } = this.hierarchy.core.out
    const here = this.#weight[node] ?? 0
    const end = start[node + 1] ?? 0
    for (let at = start[node] ?? 0; at < end; at++) {
      const next = head[at] ?? 0
      if (this.#settled[next] === this.#round) continue
      const way = edge[at] ?? 0
      this.#reach(next, here + this.#ways.of(way), way, bound)
    }
  }

  #reach(node: number, weight: number, by: number, bound: LowerBound): void {
    const isSeen = this.#seen[node] === this.#round
    // So written, a forbidden way (Infinity) reaches nothing.
    if (!(weight < (isSeen ? (this.#weight[node] ?? 0) : Number.POSITIVE_INFINITY))) return
    if (!isSeen) this.#bound[node] = bound(node)
    this.#seen[node] = this.#round
    this.#weight[node] = weight
    this.#by[node] = by
    const least = weight + (this.#bound[node] ?? 0)
    if (least < Number.POSITIVE_INFINITY) this.#queue.push(node, least)
  }

  #traced(weight: number, end: number, isAcross: boolean, sources: readonly Seed[]): FoundPath {
    const { foot, head, coreStart } = this.hierarchy
    const crossed: number[] = []
    let begin = end
    for (let way = isAcross ? this.#byOf(begin) : -1; way >= 0; way = this.#byOf(begin)) {
      crossed.push(way)
      begin = ((way & 1) === 0 ? foot[way >> 1] : head[way >> 1]) ?? coreStart
    }
    const [ahead, behind] = [this.#ahead.trace(begin), this.#behind.trace(end)]
    const edges: number[] = []
    for (const way of [...ahead.ways.reverse(), ...crossed.reverse(), ...behind.ways]) this.#ways.unfold(way, edges)
    const first = sources[ahead.seed]
    if (!first) throw new Error('a path must begin at a seed')
    return { weight, edges, nodes: this.#nodesAlong(first.node, edges), source: ahead.seed, target: behind.seed }
  }

  #byOf(rank: number): number {
    return this.#by[rank - this.hierarchy.coreStart] ?? -1
  }

  #nodesAlong(first: number, edges: readonly number[]): number[] {
    const { edgeFrom, edgeTo } = this.#network
    const nodes = [first]
    let at = first
    for (const edge of edges) {
      at = (edgeFrom[edge] === at ? edgeTo[edge] : edgeFrom[edge]) ?? at
      nodes.push(at)
    }
    return nodes
  }
}
