/**
 * The network taken down to a small core, once for all weights: nodes with few neighbours leave one after the other, and
 * each leaves the links between its neighbours that ways through it may need (Dibbelt, Strasser and Wagner, Customizable
 * contraction hierarchies, 2016; order: least degree first). What a link weighs is reckoned later, in `way-weights.ts`.
 * Nodes with many neighbours stay: they are the core.
 */
import { EDGE_FLAGS } from './network.ts'
import { type ArcRows, emptyRows, type RoutingGraph } from './routing-graph.ts'

/**
 * Nodes are named by rank here: those taken out in their order, then the core. An arc joins two ranks, the lower first
 * (its foot); arc a carries two ways: `2a` from foot to head, `2a + 1` back.
 */
export interface Hierarchy {
  nodeCount: number
  /** Ranks below are taken out, ranks from here on are the core. */
  coreStart: number
  rankOf: Uint32Array
  nodeOf: Uint32Array
  /** Arcs of rank r to higher ranks: positions `start[r]` to `start[r + 1]`, heads ascending. */
  start: Uint32Array
  head: Uint32Array
  foot: Uint32Array
  /** Edges along arc a: positions `edgeStart[a]` to `edgeStart[a + 1]` of `edges`, each `4 * edge + 2 * back + forth`: */
  /** whether it may be passed from head to foot, and from foot to head. */
  edgeStart: Uint32Array
  edges: Uint32Array
  /** In the order of `edges`, so that neighbours in memory are neighbours on the ground. */
  edgeKm: Float64Array
  edgeKind: Uint16Array
  /** Ways of arc a over a node taken out, likewise: the arcs from that node to the foot (`low`) and to the head (`high`). */
  pairStart: Uint32Array
  pairLow: Uint32Array
  pairHigh: Uint32Array
  /** Ways of the core, nodes counted from `coreStart`. */
  core: { nodeCount: number; out: ArcRows; in: ArcRows }
}

/**
 * No node with more neighbours is taken out. Measured: with 3 to 8 a route takes 4.6, 3.6, 3.0, 2.9 and 3.3 ms of processor
 * time on the atlas's network; on a lattice of a million edges 4 takes 44 ms and 6 takes 66.
 */
const MOST_NEIGHBOURS = 5

export function buildHierarchy(graph: RoutingGraph, mostNeighbours = MOST_NEIGHBOURS): Hierarchy {
  const { network, nodeCount } = graph
  const near = neighboursOf(network.edgeFrom, network.edgeTo, nodeCount)
  const order = eliminate(near, mostNeighbours)
  const rankOf = ranksOf(regionByRegion(order, near), nodeCount)
  const nodeOf = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) nodeOf[rankOf[node] ?? 0] = node
  const rows = arcsOf(near, rankOf, nodeOf)
  const coreStart = order.length
  const built = { ...rows, ...edgesOf(graph, rankOf, rows), ...pairsOf(rows, order.length) }
  return { nodeCount, coreStart, rankOf, nodeOf, ...built, core: coreOf(rows, coreStart, nodeCount) }
}

type Rows = Pick<Hierarchy, 'start' | 'head' | 'foot'>

/** Other nodes that some edge joins to each node, each once. */
function neighboursOf(from: Uint32Array, to: Uint32Array, nodeCount: number): number[][] {
  const near = Array.from({ length: nodeCount }, (): number[] => [])
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b] = [from[edge] ?? 0, to[edge] ?? 0]
    if (a !== b) link(near, a, b)
  }
  return near
}

function link(near: number[][], a: number, b: number): void {
  const [ofA, ofB] = [near[a], near[b]]
  if (!ofA || !ofB || ofA.includes(b)) return
  ofA.push(b)
  ofB.push(a)
}

/** Nodes in the order in which they leave; `near` holds afterwards, for each of them, its neighbours as it left. */
function eliminate(near: number[][], most: number): number[] {
  const waiting = Array.from({ length: most + 1 }, (): number[] => [])
  for (const [node, { length }] of near.entries()) waiting[length]?.push(node)
  const hasLeft = new Uint8Array(near.length)
  const order: number[] = []
  for (let degree = 0; degree <= most; ) {
    const node = waiting[degree]?.pop()
    if (node === undefined) {
      degree += 1
      continue
    }
    const around = near[node] ?? []
    // Entries of a node under the degrees that it had before are stale.
    if (hasLeft[node] === 1 || around.length !== degree) continue
    hasLeft[node] = 1
    order.push(node)
    takeOut(near, node)
    for (const other of around) waiting[near[other]?.length ?? 0]?.push(other)
    degree = Math.max(0, degree - 1)
  }
  return order
}

function takeOut(near: number[][], node: number): void {
  const around = near[node] ?? []
  for (const other of around) {
    const list = near[other] ?? []
    list[list.indexOf(node)] = list.at(-1) ?? node
    list.pop()
  }
  for (let i = 0; i < around.length; i++)
    for (let j = i + 1; j < around.length; j++) link(near, around[i] ?? 0, around[j] ?? 0)
}

/**
 * The same nodes in an order that leaves the same links, but region by region: those that leave towards one node stand
 * right before it (the elimination tree in postorder), so that passes over the arcs stay within a few pages of memory.
 */
function regionByRegion(order: readonly number[], near: readonly number[][]): number[] {
  const NEVER = order.length
  const leaves = new Uint32Array(near.length).fill(NEVER)
  for (const [at, node] of order.entries()) leaves[node] = at
  const next = order.map((node) =>
    (near[node] ?? []).reduce((least, other) => Math.min(least, leaves[other] ?? NEVER), NEVER),
  )
  const size = new Uint32Array(order.length).fill(1)
  for (const [at, parent] of next.entries()) if (parent < NEVER) size[parent] = (size[parent] ?? 0) + (size[at] ?? 0)
  // From the last to leave backward, each region ends where its parent's stands less what is given away already.
  const end = new Uint32Array(order.length)
  const result: number[] = [...order]
  let free = order.length
  for (let at = order.length - 1; at >= 0; at--) {
    const parent = next[at] ?? NEVER
    const mine = parent < NEVER ? (end[parent] ?? 0) : free
    if (parent < NEVER) end[parent] = mine - (size[at] ?? 0)
    else free = mine - (size[at] ?? 0)
    result[mine - 1] = order[at] ?? 0
    end[at] = mine - 1
  }
  return result
}

function ranksOf(order: readonly number[], nodeCount: number): Uint32Array {
  const UNRANKED = nodeCount
  const rankOf = new Uint32Array(nodeCount).fill(UNRANKED)
  for (const [rank, node] of order.entries()) rankOf[node] = rank
  let next = order.length
  for (let node = 0; node < nodeCount; node++) if (rankOf[node] === UNRANKED) rankOf[node] = next++
  return rankOf
}

function arcsOf(near: readonly number[][], rankOf: Uint32Array, nodeOf: Uint32Array): Rows {
  const start = new Uint32Array(nodeOf.length + 1)
  const [heads, feet]: [number[], number[]] = [[], []]
  for (let rank = 0; rank < nodeOf.length; rank++) {
    const higher = (near[nodeOf[rank] ?? 0] ?? []).map((node) => rankOf[node] ?? 0).filter((other) => other > rank)
    for (const other of higher.sort((a, b) => a - b)) {
      heads.push(other)
      feet.push(rank)
    }
    start[rank + 1] = heads.length
  }
  return { start, head: Uint32Array.from(heads), foot: Uint32Array.from(feet) }
}

/** The arc between two ranks, the lower first. */
function arcOf({ start, head }: Rows, foot: number, other: number): number {
  const end = start[foot + 1] ?? 0
  for (let arc = start[foot] ?? 0; arc < end; arc++) if (head[arc] === other) return arc
  throw new Error('a hierarchy has an arc for every pair that it leaves behind')
}

function edgesOf(
  { network: { edgeFrom, edgeTo, edgeFlags }, edgeKm, edgeKind }: RoutingGraph,
  rankOf: Uint32Array,
  rows: Rows,
) {
  const arcs = new Int32Array(edgeFrom.length).fill(-1)
  const codes = new Uint32Array(edgeFrom.length)
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    const [from, to] = [rankOf[edgeFrom[edge] ?? 0] ?? 0, rankOf[edgeTo[edge] ?? 0] ?? 0]
    if (from === to) continue
    arcs[edge] = arcOf(rows, Math.min(from, to), Math.max(from, to))
    const isOneWay = ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
    codes[edge] = 4 * edge + (isOneWay ? (from < to ? 1 : 2) : 3)
  }
  const { start, place } = sorted(arcs, rows.head.length)
  const count = start.at(-1) ?? 0
  const sortedOnes = {
    edges: new Uint32Array(count),
    edgeKm: new Float64Array(count),
    edgeKind: new Uint16Array(count),
  }
  for (const [edge, at] of place.entries()) {
    if (at < 0) continue
    sortedOnes.edges[at] = codes[edge] ?? 0
    sortedOnes.edgeKm[at] = edgeKm[edge] ?? 0
    sortedOnes.edgeKind[at] = edgeKind[edge] ?? 0
  }
  return { edgeStart: start, ...sortedOnes }
}

function pairsOf(rows: Rows, coreStart: number) {
  const [arcs, low, high]: [number[], number[], number[]] = [[], [], []]
  for (let rank = 0; rank < coreStart; rank++) {
    const end = rows.start[rank + 1] ?? 0
    for (let i = rows.start[rank] ?? 0; i < end; i++)
      for (let j = i + 1; j < end; j++) {
        arcs.push(arcOf(rows, rows.head[i] ?? 0, rows.head[j] ?? 0))
        low.push(i)
        high.push(j)
      }
  }
  const { start, place } = sorted(Int32Array.from(arcs), rows.head.length)
  const [pairLow, pairHigh] = [new Uint32Array(arcs.length), new Uint32Array(arcs.length)]
  for (const [pair, at] of place.entries()) {
    pairLow[at] = low[pair] ?? 0
    pairHigh[at] = high[pair] ?? 0
  }
  return { pairStart: start, pairLow, pairHigh }
}

/** Where each item goes if items stand in the order of their groups; −1 for those of no group (−1). */
function sorted(groupOf: Int32Array, groups: number): { start: Uint32Array; place: Int32Array } {
  const start = new Uint32Array(groups + 1)
  for (const group of groupOf) if (group >= 0) start[group + 1] = (start[group + 1] ?? 0) + 1
  for (let group = 0; group < groups; group++) start[group + 1] = (start[group + 1] ?? 0) + (start[group] ?? 0)
  const next = start.slice()
  const place = groupOf.map((group) => {
    if (group < 0) return -1
    const at = next[group] ?? 0
    next[group] = at + 1
    return at
  })
  return { start, place }
}

function coreOf({ start, head, foot }: Rows, coreStart: number, nodeCount: number): Hierarchy['core'] {
  const size = nodeCount - coreStart
  const first = start[coreStart] ?? 0
  const ends = (arc: number): [number, number] => [(foot[arc] ?? 0) - coreStart, (head[arc] ?? 0) - coreStart]
  const rows = (way: 'out' | 'in'): ArcRows => {
    const filled = emptyRows(size, 2 * (head.length - first))
    for (let arc = first; arc < head.length; arc++)
      for (const end of ends(arc)) filled.start[end + 1] = (filled.start[end + 1] ?? 0) + 1
    for (let node = 0; node < size; node++)
      filled.start[node + 1] = (filled.start[node + 1] ?? 0) + (filled.start[node] ?? 0)
    const next = filled.start.slice()
    for (let arc = first; arc < head.length; arc++) {
      const [low, high] = ends(arc)
      for (const [here, there, up] of [
        [low, high, way === 'out'],
        [high, low, way === 'in'],
      ] as const) {
        const at = next[here] ?? 0
        filled.head[at] = there
        filled.edge[at] = 2 * arc + (up ? 0 : 1)
        next[here] = at + 1
      }
    }
    return filled
  }
  return { nodeCount: size, out: rows('out'), in: rows('in') }
}
