/**
 * How many ways that share no edge lead from a place to a destination: the greatest flow of single loads (Menger; found by
 * Ford and Fulkerson's augmenting paths). Changes of mode are not links that fail, so any number of ways may share one.
 */
import FlatQueue from 'flatqueue'
import { type Foothold, seedsOf } from './access.ts'
import { MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { Weighting } from './weighting.ts'

interface Augmenting {
  /** Loads by edge, positive from its from to its to. */
  flow: Map<number, number>
  open: readonly number[]
  /** Nodes. */
  destinations: ReadonlySet<number>
  /** By node, how near it is to a destination: nodes nearer are tried first. It says nothing of the answer, only of the time. */
  guide: Float64Array
}

/** Counts no further than `most`. */
export function edgeDisjointWays(
  graph: RoutingGraph,
  weighting: Weighting,
  origin: readonly Foothold[],
  { destinations, guide, most }: Pick<Augmenting, 'destinations' | 'guide'> & { most: number },
): number {
  const starts = [...new Set(seedsOf(graph, weighting, origin, 'out').seeds.map(({ node }) => node))]
  // A place within an edge has one way out by either end; a place at a node as many as the node has.
  const isNode = origin.some(({ kind }) => kind === 'node')
  const usedStarts = new Set<number>()
  const flow = new Map<number, number>()
  let ways = 0
  while (ways < most) {
    const open = starts.filter((node) => isNode || !usedStarts.has(node))
    const end = augment(graph, weighting.weights, { flow, open, destinations, guide })
    if (end === null) break
    usedStarts.add(end)
    ways += 1
  }
  return ways
}

/** Finds one more way and sends a load over it; the start that it uses, or null. */
function augment(
  graph: RoutingGraph,
  weights: Float64Array,
  { flow, open, destinations, guide }: Augmenting,
): number | null {
  const cameBy = new Map<number, { node: number; edge: number }>()
  const seen = new Set(open)
  const waiting = new FlatQueue<number>()
  for (const node of open) waiting.push(node, guide[node] ?? 0)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (destinations.has(node)) return send(graph, flow, cameBy, node)
    for (const { head, edge } of arcsOf(graph, weights, flow, node))
      if (!seen.has(head)) {
        seen.add(head)
        cameBy.set(head, { node, edge })
        waiting.push(head, guide[head] ?? 0)
      }
  }
  return null
}

/** Arcs with room: forward ones that carry nothing yet, and those whose load can be taken back. */
function arcsOf(graph: RoutingGraph, weights: Float64Array, flow: ReadonlyMap<number, number>, node: number) {
  const arcs: { head: number; edge: number }[] = []
  const collect = ({ start, head, edge }: RoutingGraph['out'], onlyBack: boolean): void => {
    for (let arc = start[node] ?? 0; arc < (start[node + 1] ?? 0); arc++) {
      const [other, by] = [head[arc] ?? 0, edge[arc] ?? 0]
      const carried = flow.get(by) ?? 0
      const forward = graph.network.edgeFrom[by] === node ? carried : -carried
      const hasRoom = onlyBack ? forward < 0 : forward <= 0 || isShared(graph, by)
      if (hasRoom && weights[by] !== Number.POSITIVE_INFINITY) arcs.push({ head: other, edge: by })
    }
  }
  collect(graph.out, false)
  collect(graph.in, true)
  return arcs
}

function isShared({ network }: RoutingGraph, edge: number): boolean {
  return network.edgeMode[edge] === MODES.indexOf('transshipment')
}

function send(
  graph: RoutingGraph,
  flow: Map<number, number>,
  cameBy: ReadonlyMap<number, { node: number; edge: number }>,
  end: number,
): number {
  let at = end
  for (let step = cameBy.get(at); step; step = cameBy.get(at)) {
    const sign = graph.network.edgeFrom[step.edge] === step.node ? 1 : -1
    flow.set(step.edge, (flow.get(step.edge) ?? 0) + sign)
    at = step.node
  }
  return at
}
