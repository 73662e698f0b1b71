/**
 * From many places to the lightest of some destinations: one tree grown backwards from all destinations together, and
 * each place reads its way off it. With one destination it is a column of a matrix.
 */
import { type Foothold, seedsOf } from './access.ts'
import { type RoutePath, withinOneEdge } from './find-route.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { Seed } from './seed.ts'
import { type ShortestTree, shortestTree } from './shortest-tree.ts'
import type { Weighting } from './weighting.ts'

export interface DestinationTree {
  graph: RoutingGraph
  weighting: Weighting
  tree: ShortestTree
  seeds: Seed[]
  /** All footholds of all destinations, the destination of each, and the foothold of each seed. */
  footholds: Foothold[]
  destinationOf: number[]
  footholdOf: number[]
}

export function growDestinationTree(
  graph: RoutingGraph,
  weighting: Weighting,
  destinations: readonly (readonly Foothold[])[],
): DestinationTree {
  const footholds = destinations.flat()
  const destinationOf = destinations.flatMap((group, index) => group.map(() => index))
  const { seeds, footholdOf } = seedsOf(graph, weighting, footholds, 'in')
  const tree = shortestTree({ rows: graph.in, weights: weighting.weights, seeds, nodeCount: graph.nodeCount })
  return { graph, weighting, tree, seeds, footholds, destinationOf, footholdOf }
}

export interface Reached {
  path: RoutePath
  /** Position in the list of destinations. */
  destination: number
}

/** null where no destination can be reached. */
export function readWay(grown: DestinationTree, origin: readonly Foothold[]): Reached | null {
  const { graph, weighting, tree } = grown
  const { seeds, footholdOf } = seedsOf(graph, weighting, origin, 'out')
  const weightFrom = ({ node, weight }: Seed): number => weight + (tree.distance[node] ?? Number.POSITIVE_INFINITY)
  let best = -1
  for (const [index, seed] of seeds.entries()) {
    const known = seeds[best]
    if (weightFrom(seed) < (known ? weightFrom(known) : Number.POSITIVE_INFINITY)) best = index
  }
  const start = seeds[best]
  const foothold = origin[footholdOf[best] ?? -1]
  const onTree = start && foothold ? follow(grown, start, foothold, weightFrom(start)) : null
  return alongOneEdge(grown, origin, onTree)
}

function follow(grown: DestinationTree, start: Seed, from: Foothold, weight: number): Reached | null {
  const { tree } = grown
  const [edges, nodes]: [number[], number[]] = [[], [start.node]]
  let at = start.node
  while ((tree.parentEdge[at] ?? -1) >= 0) {
    edges.push(tree.parentEdge[at] ?? 0)
    at = tree.parentNode[at] ?? 0
    nodes.push(at)
  }
  const seed = grown.seeds.findIndex((s) => s.node === at && s.weight === tree.distance[at])
  const end = grown.footholdOf[seed] ?? -1
  const to = grown.footholds[end]
  if (!to) return null
  return { path: { weight, from, to, edges, nodes }, destination: grown.destinationOf[end] ?? 0 }
}

/** A destination on the very edge where the place joins may be nearer along it. */
function alongOneEdge(grown: DestinationTree, origin: readonly Foothold[], onTree: Reached | null): Reached | null {
  const { graph, weighting } = grown
  let best = onTree
  for (const [index, to] of grown.footholds.entries()) {
    if (to.kind !== 'edge') continue
    const path = withinOneEdge({ graph, weighting, from: origin, to: [to] })
    if (path && path.weight < (best?.path.weight ?? Number.POSITIVE_INFINITY))
      best = { path, destination: grown.destinationOf[index] ?? 0 }
  }
  return best
}
