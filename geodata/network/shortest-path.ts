/**
 * The lightest way between two ends of a network: A* over arc rows with lower bounds from landmarks (Goldberg and
 * Harrelson, Computing the shortest path: A* search meets graph theory, 2005); without bounds it is Dijkstra's search.
 * An end is a set of seeds, nodes with the weight already borne there, so that places within an edge take part exactly.
 */
import FlatQueue from 'flatqueue'
import type { ArcRows, RoutingGraph } from './routing-graph.ts'

export interface Seed {
  node: number
  /** Weight between the place and the node, 0 or more. */
  weight: number
}

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

/** Least weight that a way from `node` to `target` can have. Must never exceed the truth, and obey the triangle law. */
export type LowerBound = (node: number) => number

/** Memory of a search, kept from one to the next so that a search costs what it visits, not the size of the graph. */
export class SearchSpace {
  readonly distance: Float64Array
  readonly parentEdge: Int32Array
  readonly parentNode: Int32Array
  readonly bound: Float64Array
  readonly #stamp: Uint32Array
  readonly #settled: Uint32Array
  readonly queue = new FlatQueue<number>()
  #round = 0
  /** Nodes settled by the last search. */
  settledCount = 0

  constructor(nodeCount: number) {
    this.distance = new Float64Array(nodeCount)
    this.bound = new Float64Array(nodeCount)
    this.parentEdge = new Int32Array(nodeCount)
    this.parentNode = new Int32Array(nodeCount)
    this.#stamp = new Uint32Array(nodeCount)
    this.#settled = new Uint32Array(nodeCount)
  }
  begin(): void {
    this.#round += 1
    this.settledCount = 0
    this.queue.clear()
  }
  isSeen(node: number): boolean {
    return this.#stamp[node] === this.#round
  }
  distanceTo(node: number): number {
    return this.isSeen(node) ? (this.distance[node] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  }
  /** True the first time. */
  settle(node: number): boolean {
    if (this.#settled[node] === this.#round) return false
    this.#settled[node] = this.#round
    this.settledCount += 1
    return true
  }
  reach(node: number, distance: number, parentEdge: number, parentNode: number): void {
    this.#stamp[node] = this.#round
    this.distance[node] = distance
    this.parentEdge[node] = parentEdge
    this.parentNode[node] = parentNode
  }
}

export interface Search {
  graph: Pick<RoutingGraph, 'out'>
  weights: Float64Array
  space: SearchSpace
  sources: readonly Seed[]
  targets: readonly Seed[]
  lowerBound?: LowerBound
}

/** null where no way exists. */
export function shortestPath(search: Search): FoundPath | null {
  const { space, sources, targets, lowerBound = () => 0 } = search
  space.begin()
  seed(search, lowerBound)
  const targetAt = new Map<number, number>()
  targets.forEach(({ node, weight }, index) => {
    const known = targetAt.get(node)
    if (known === undefined || weight < (targets[known]?.weight ?? 0)) targetAt.set(node, index)
  })
  let best = { weight: Number.POSITIVE_INFINITY, node: -1, target: -1 }
  for (;;) {
    const least = space.queue.peekValue()
    if (least === undefined || least >= best.weight) break
    const node = space.queue.pop() ?? 0
    if (!space.settle(node)) continue
    const target = targetAt.get(node)
    const end = target === undefined ? undefined : targets[target]
    if (target !== undefined && end && space.distanceTo(node) + end.weight < best.weight)
      best = { weight: space.distanceTo(node) + end.weight, node, target }
    relax(search.graph.out, search.weights, space, node, lowerBound)
  }
  return best.node < 0 ? null : traced(space, best, sources)
}

function seed({ space, sources }: Search, lowerBound: LowerBound): void {
  sources.forEach(({ node, weight }, index) => {
    if (weight === Number.POSITIVE_INFINITY || weight >= space.distanceTo(node)) return
    space.reach(node, weight, -1, -1 - index)
    const bound = lowerBound(node)
    space.bound[node] = bound
    if (bound !== Number.POSITIVE_INFINITY) space.queue.push(node, weight + bound)
  })
}

function relax(
  { start, head, edge }: ArcRows,
  weights: Float64Array,
  space: SearchSpace,
  node: number,
  lowerBound: LowerBound,
): void {
  const here = space.distance[node] ?? 0
  const end = start[node + 1] ?? 0
  for (let arc = start[node] ?? 0; arc < end; arc++) {
    const [next, by] = [head[arc] ?? 0, edge[arc] ?? 0]
    const there = here + (weights[by] ?? 0)
    const isSeen = space.isSeen(next)
    // The second clause keeps forbidden edges out: Infinity is not below Infinity.
    if (!(there < (isSeen ? (space.distance[next] ?? 0) : Number.POSITIVE_INFINITY))) continue
    if (!isSeen) space.bound[next] = lowerBound(next)
    space.reach(next, there, by, node)
    const bound = space.bound[next] ?? 0
    if (bound !== Number.POSITIVE_INFINITY) space.queue.push(next, there + bound)
  }
}

function traced(
  space: SearchSpace,
  { weight, node, target }: { weight: number; node: number; target: number },
  sources: readonly Seed[],
): FoundPath {
  const [edges, nodes]: [number[], number[]] = [[], [node]]
  let at = node
  while ((space.parentEdge[at] ?? -1) >= 0) {
    edges.push(space.parentEdge[at] ?? 0)
    at = space.parentNode[at] ?? 0
    nodes.push(at)
  }
  const source = -1 - (space.parentNode[at] ?? -1)
  if (!sources[source]) throw new Error('a path must begin at a seed')
  return { weight, edges: edges.reverse(), nodes: nodes.reverse(), source, target }
}
