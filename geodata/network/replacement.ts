/**
 * What the ways of a tree towards destinations cost more when one of its edges is lost. Only the nodes behind the edge are
 * concerned, a run of the tree's preorder; so nodes are named by their place in it here, and that run lies together in
 * memory. From the rim of the run inward, nodes are renewed in the order of what they lose (weights reduced by what the
 * tree saves, as in A*), until all that were asked about are.
 */
import FlatQueue from 'flatqueue'
import type { DestinationTree } from './nearest-destination.ts'
import type { ArcRows, RoutingGraph } from './routing-graph.ts'
import type { ShortestTree } from './shortest-tree.ts'

/** Rows of arcs between places of the preorder, with what each loses against the tree: 0 along it. */
interface ReducedRows extends ArcRows {
  loss: Float64Array
}

export class ReplacementFinder {
  /** By node, its place in the preorder; −1 where no way leads to a destination. */
  readonly #placeOf: Int32Array
  /** By place, the last of those behind it. */
  readonly #last: Int32Array
  /** By edge of the tree, the place of the node whose way begins with it. */
  readonly #childOf = new Map<number, number>()
  /** By edge of the tree, the edge before it whose loss is the same: nothing joins between them. */
  readonly #before = new Map<number, number | null>()
  readonly #out: ReducedRows
  readonly #in: ReducedRows
  readonly #lost: Float64Array
  readonly #queue = new FlatQueue<number>()

  /** `asked`: the nodes that will be asked about. */
  constructor({ graph, weighting, tree, seeds }: DestinationTree, asked: readonly number[]) {
    const { placeOf, last, nodes } = preorderOf(tree, graph.nodeCount)
    this.#placeOf = placeOf
    this.#last = last
    for (const [place, node] of nodes.entries()) {
      const edge = tree.parentEdge[node] ?? -1
      if (edge >= 0) this.#childOf.set(edge, place)
    }
    const ends = [...asked, ...seeds.map(({ node }) => node)]
    const open = { graph, weights: weighting.weights, distance: tree.distance, placeOf, nodes }
    const { isDeadEnd, isEnd } = deadEnds(open, ends)
    // What leads nowhere is on no way: without it there is a fifth less to look at.
    const way = { ...open, placeOf: placeOf.map((place) => (isDeadEnd[place] === 1 ? -1 : place)) }
    this.#out = reducedRows(way, 'out')
    this.#in = reducedRows(way, 'in')
    for (const [edge, place] of this.#childOf) {
      const others = isEnd[place] === 1 ? new Set<number>() : this.#edgesAt(place)
      const [before] = [...others].filter((other) => other !== edge)
      const isRun = others.size === 2 && others.has(edge) && before !== undefined && this.#childOf.has(before)
      this.#before.set(edge, isRun ? before : null)
    }
    this.#lost = new Float64Array(nodes.length)
  }

  /** Edges that are open and lead on. */
  #edgesAt(place: number): Set<number> {
    const edges = new Set<number>()
    for (const { start, edge } of [this.#out, this.#in])
      for (let at = start[place] ?? 0; at < (start[place + 1] ?? 0); at++) edges.add(edge[at] ?? 0)
    return edges
  }

  /** The first of a run of edges of the tree between which nothing joins: the loss of all of them is one. */
  firstOfRun(edge: number): number {
    let first = edge
    for (let before = this.#before.get(edge) ?? null; before !== null; before = this.#before.get(before) ?? null)
      first = before
    return first
  }

  /** What each of the nodes loses with the edge: 0 where its way does not lead over it, Infinity where none is left. */
  lossesAt(edge: number, nodes: readonly number[]): number[] {
    const from = this.#childOf.get(edge)
    const isBehind = (place: number): boolean =>
      from !== undefined && place >= from && place <= (this.#last[from] ?? -1)
    const places = nodes.map((node) => this.#placeOf[node] ?? -1)
    if (from !== undefined) this.#renew(from, edge, new Set(places.filter(isBehind)))
    return places.map((place) => (isBehind(place) ? (this.#lost[place] ?? 0) : 0))
  }

  #renew(from: number, edge: number, wanted: Set<number>): void {
    const to = this.#last[from] ?? -1
    this.#queue.clear()
    this.#startAtRim(from, to, edge)
    const { start, head, edge: by, loss } = this.#in
    while (wanted.size > 0 && this.#queue.length > 0) {
      const here = this.#queue.peekValue() ?? 0
      const place = this.#queue.pop() ?? 0
      if (here > (this.#lost[place] ?? 0)) continue
      wanted.delete(place)
      const end = start[place + 1] ?? 0
      for (let at = start[place] ?? 0; at < end; at++) {
        const before = head[at] ?? 0
        if (before < from || before > to || by[at] === edge) continue
        const there = here + (loss[at] ?? 0)
        if (there >= (this.#lost[before] ?? 0)) continue
        this.#lost[before] = there
        this.#queue.push(before, there)
      }
    }
  }

  /** Nodes behind the edge from which an arc leads out past it. */
  #startAtRim(from: number, to: number, edge: number): void {
    const { start, head, edge: by, loss } = this.#out
    for (let place = from; place <= to; place++) {
      let least = Number.POSITIVE_INFINITY
      const end = start[place + 1] ?? 0
      for (let at = start[place] ?? 0; at < end; at++) {
        const next = head[at] ?? 0
        if ((next < from || next > to) && by[at] !== edge && (loss[at] ?? 0) < least) least = loss[at] ?? 0
      }
      this.#lost[place] = least
      if (least < Number.POSITIVE_INFINITY) this.#queue.push(place, least)
    }
  }
}

function preorderOf({ order, parentNode }: ShortestTree, nodeCount: number) {
  const size = new Uint32Array(nodeCount).fill(1)
  for (let i = order.length - 1; i >= 0; i--) {
    const parent = parentNode[order[i] ?? 0] ?? -1
    if (parent >= 0) size[parent] = (size[parent] ?? 0) + (size[order[i] ?? 0] ?? 0)
  }
  const placeOf = new Int32Array(nodeCount).fill(-1)
  const next = new Int32Array(nodeCount)
  const last = new Int32Array(order.length)
  const nodes = new Uint32Array(order.length)
  let rootsEnd = 0
  for (const node of order) {
    const parent = parentNode[node] ?? -1
    const at = parent < 0 ? rootsEnd : (next[parent] ?? 0)
    if (parent < 0) rootsEnd += size[node] ?? 0
    else next[parent] = at + (size[node] ?? 0)
    placeOf[node] = at
    last[at] = at + (size[node] ?? 0) - 1
    next[node] = at + 1
    nodes[at] = node
  }
  return { placeOf, last, nodes }
}

interface Reduction {
  graph: RoutingGraph
  weights: Float64Array
  distance: Float64Array
  placeOf: Int32Array
  nodes: Uint32Array
}

/** Dead ends, which can be on no way between other nodes; the ends of ways are none. Neighbours are counted whatever the direction. */
function deadEnds({ graph, weights, placeOf, nodes }: Reduction, ends: readonly number[]) {
  const near = Array.from(nodes, (node) => new Set(neighbourPlaces({ graph, weights, placeOf }, node)))
  for (const [place, others] of near.entries()) for (const other of others) near[other]?.add(place)
  const isEnd = new Uint8Array(nodes.length)
  for (const node of ends) if ((placeOf[node] ?? -1) >= 0) isEnd[placeOf[node] ?? 0] = 1
  const isDeadEnd = new Uint8Array(nodes.length)
  const waiting = [...near.keys()]
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (isDeadEnd[place] === 1 || isEnd[place] === 1 || (near[place]?.size ?? 0) > 1) continue
    isDeadEnd[place] = 1
    for (const other of near[place] ?? []) {
      near[other]?.delete(place)
      waiting.push(other)
    }
  }
  return { isDeadEnd, isEnd }
}

function neighbourPlaces(
  { graph, weights, placeOf }: Pick<Reduction, 'graph' | 'weights' | 'placeOf'>,
  node: number,
): number[] {
  const places: number[] = []
  for (const { start, head, edge } of [graph.out, graph.in])
    for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc++) {
      const other = placeOf[head[arc] ?? 0] ?? -1
      const isOpen = (weights[edge[arc] ?? 0] ?? 0) < Number.POSITIVE_INFINITY
      if (isOpen && other >= 0 && head[arc] !== node) places.push(other)
    }
  return places
}

/** Arcs that are open and lead to a node with a way, by place. */
function reducedRows({ graph, weights, distance, placeOf, nodes }: Reduction, way: 'out' | 'in'): ReducedRows {
  const rows = graph[way]
  const start = new Uint32Array(nodes.length + 1)
  const heads = new Uint32Array(rows.head.length)
  const edges = new Uint32Array(rows.head.length)
  const loss = new Float64Array(rows.head.length)
  let arcs = 0
  for (const [place, node] of nodes.entries()) {
    const end = rows.start[node + 1] ?? 0
    for (let arc = rows.start[node] ?? 0; arc < end; arc++) {
      const [other, edge] = [rows.head[arc] ?? 0, rows.edge[arc] ?? 0]
      const [before, after] = way === 'out' ? [node, other] : [other, node]
      const reduced = (weights[edge] ?? 0) + (distance[after] ?? 0) - (distance[before] ?? 0)
      if ((placeOf[other] ?? -1) < 0 || !(reduced < Number.POSITIVE_INFINITY)) continue
      heads[arcs] = placeOf[other] ?? 0
      edges[arcs] = edge
      // Sums round: a loss is never below 0.
      loss[arcs] = Math.max(0, reduced)
      arcs += 1
    }
    start[place + 1] = arcs
  }
  return { start, head: heads.slice(0, arcs), edge: edges.slice(0, arcs), loss: loss.slice(0, arcs) }
}
