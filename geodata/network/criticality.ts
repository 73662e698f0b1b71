/**
 * What the loss of each edge costs all origins together. Only edges of the tree towards the destinations matter; when one
 * is lost, the nodes behind it (a run of the tree's preorder) find their way anew from the rim of that run inward, and
 * nothing else changes. An edge on which an origin stands is cut between the origin and the end that it makes for.
 */
import FlatQueue from 'flatqueue'
import { type Foothold, seedsOf } from './access.ts'
import type { DestinationTree } from './nearest-destination.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { Seed } from './seed.ts'

export interface Loss {
  edge: number
  /** Sum over the origins that still find a way, in the weighting's unit. */
  extra: number
  /** Origins that lose all access, by position in the list. */
  cutOff: number[]
  /** Origins whose way leads over the edge. */
  affected: number
}

interface Choice extends Seed {
  /** The edge on which the origin stands, −1 at a node. */
  on: number
}

/** Losses of every edge that some origin uses, heaviest first: most cut off, then most extra. */
export function lossesOf(grown: DestinationTree, origins: readonly (readonly Foothold[])[]): Loss[] {
  const { graph, weighting, tree } = grown
  const choices = origins.map((origin): Choice[] => {
    const { seeds, footholdOf } = seedsOf(graph, weighting, origin, 'out')
    return seeds.map((seed, index) => {
      const foothold = origin[footholdOf[index] ?? -1]
      return { ...seed, on: foothold?.kind === 'edge' ? foothold.edge : -1 }
    })
  })
  const best = choices.map((options) => lightest(options, tree.distance))
  const preorder = preorderOf(grown)
  const finder = replacementFinder(grown, preorder)
  const usersOf = usersByEdge(grown, best)
  const losses = [...usersOf].map(([edge, users]): Loss => {
    const after = finder(
      edge,
      users.flatMap((user) => (choices[user] ?? []).map(({ node }) => node)),
    )
    const loss: Loss = { edge, extra: 0, cutOff: [], affected: users.length }
    for (const user of users) {
      const before = best[user]
      if (!before) continue
      // Standing on the lost edge, the origin can still leave by the other end.
      const left = (choices[user] ?? []).filter(({ node, on }) => on !== edge || node !== before.node)
      const now = Math.min(Number.POSITIVE_INFINITY, ...left.map(({ node, weight }) => weight + after(node)))
      const was = before.weight + (tree.distance[before.node] ?? 0)
      if (now === Number.POSITIVE_INFINITY) loss.cutOff.push(user)
      else loss.extra += Math.max(0, now - was)
    }
    return loss
  })
  return losses.sort((a, b) => b.cutOff.length - a.cutOff.length || b.extra - a.extra)
}

function lightest(options: readonly Choice[], distance: Float64Array): Choice | null {
  const total = ({ node, weight }: Choice): number => weight + (distance[node] ?? Number.POSITIVE_INFINITY)
  const best = options.reduce<Choice | null>((a, b) => (a === null || total(b) < total(a) ? b : a), null)
  return best && total(best) < Number.POSITIVE_INFINITY ? best : null
}

function usersByEdge({ tree }: DestinationTree, best: readonly (Choice | null)[]): Map<number, number[]> {
  const users = new Map<number, number[]>()
  const use = (edge: number, user: number): void => {
    const known = users.get(edge)
    if (known) known.push(user)
    else users.set(edge, [user])
  }
  for (const [user, choice] of best.entries()) {
    if (!choice) continue
    const seen = new Set<number>()
    if (choice.on >= 0) seen.add(choice.on)
    for (let at = choice.node; (tree.parentEdge[at] ?? -1) >= 0; at = tree.parentNode[at] ?? 0)
      seen.add(tree.parentEdge[at] ?? 0)
    for (const edge of seen) use(edge, user)
  }
  return users
}

interface Preorder {
  nodes: Uint32Array
  /** Position of a node, and of the last of those behind it. */
  first: Int32Array
  last: Int32Array
  /** The node whose way leads over the tree's edge. */
  childOf: Map<number, number>
}

function preorderOf({ tree, graph }: DestinationTree): Preorder {
  const { order, parentNode, parentEdge } = tree
  const size = new Uint32Array(graph.nodeCount).fill(1)
  for (let i = order.length - 1; i >= 0; i--) {
    const parent = parentNode[order[i] ?? 0] ?? -1
    if (parent >= 0) size[parent] = (size[parent] ?? 0) + (size[order[i] ?? 0] ?? 0)
  }
  const first = new Int32Array(graph.nodeCount).fill(-1)
  const last = new Int32Array(graph.nodeCount).fill(-1)
  const next = new Int32Array(graph.nodeCount)
  const nodes = new Uint32Array(order.length)
  const childOf = new Map<number, number>()
  let rootsEnd = 0
  for (const node of order) {
    const parent = parentNode[node] ?? -1
    const at = parent < 0 ? rootsEnd : (next[parent] ?? 0)
    if (parent < 0) rootsEnd += size[node] ?? 0
    else next[parent] = at + (size[node] ?? 0)
    first[node] = at
    last[node] = at + (size[node] ?? 0) - 1
    next[node] = at + 1
    nodes[at] = node
    if (parent >= 0) childOf.set(parentEdge[node] ?? -1, node)
  }
  return { nodes, first, last, childOf }
}

/** Distances after the loss of an edge, for the nodes asked about. */
function replacementFinder({ graph, weighting, tree }: DestinationTree, preorder: Preorder) {
  const { weights } = weighting
  const renewed = new Float64Array(graph.nodeCount)
  const queue = new FlatQueue<number>()
  return (lost: number, asked: readonly number[]): ((node: number) => number) => {
    const child = preorder.childOf.get(lost)
    const old = (node: number): number => tree.distance[node] ?? Number.POSITIVE_INFINITY
    if (child === undefined) return old
    const [from, to] = [preorder.first[child] ?? 0, preorder.last[child] ?? -1]
    const isBehind = (node: number): boolean =>
      (preorder.first[node] ?? -1) >= from && (preorder.first[node] ?? -1) <= to
    queue.clear()
    for (let at = from; at <= to; at++) {
      const node = preorder.nodes[at] ?? 0
      const rim = fromOutside(graph, { weights, lost, node, isBehind, old })
      renewed[node] = rim
      if (rim < Number.POSITIVE_INFINITY) queue.push(node, rim)
    }
    spread(graph, { weights, lost, queue, renewed, isBehind, wanted: new Set(asked.filter(isBehind)) })
    return (node) => (isBehind(node) ? (renewed[node] ?? Number.POSITIVE_INFINITY) : old(node))
  }
}

function fromOutside(
  { out: { start, head, edge } }: RoutingGraph,
  {
    weights,
    lost,
    node,
    isBehind,
    old,
  }: {
    weights: Float64Array
    lost: number
    node: number
    isBehind: (n: number) => boolean
    old: (n: number) => number
  },
): number {
  let least = Number.POSITIVE_INFINITY
  for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc++) {
    const [other, by] = [head[arc] ?? 0, edge[arc] ?? 0]
    if (by !== lost && !isBehind(other)) least = Math.min(least, (weights[by] ?? 0) + old(other))
  }
  return least
}

function spread(
  { in: { start, head, edge } }: RoutingGraph,
  {
    weights,
    lost,
    queue,
    renewed,
    isBehind,
    wanted,
  }: {
    weights: Float64Array
    lost: number
    queue: FlatQueue<number>
    renewed: Float64Array
    isBehind: (n: number) => boolean
    wanted: Set<number>
  },
): void {
  while (queue.length > 0 && wanted.size > 0) {
    const here = queue.peekValue() ?? 0
    const node = queue.pop() ?? 0
    if (here > (renewed[node] ?? 0)) continue
    wanted.delete(node)
    for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc++) {
      const [before, by] = [head[arc] ?? 0, edge[arc] ?? 0]
      const there = here + (weights[by] ?? 0)
      if (by === lost || !isBehind(before) || !(there < (renewed[before] ?? 0))) continue
      renewed[before] = there
      queue.push(before, there)
    }
  }
}
