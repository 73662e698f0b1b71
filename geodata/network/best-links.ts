/**
 * Which one link would save most for each kilometre built. Candidates are the planned links of the network, opened one
 * reference at a time, and missing connections: straight pieces between two nodes that lie near each other but far apart
 * by road. The saving is that of all origins to the nearest destination together, one tonne each.
 */
import Flatbush from 'flatbush'
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { type Foothold, seedsOf } from './access.ts'
import { improvedDistances, type NewWay } from './improved-tree.ts'
import { type DestinationTree, readWay } from './nearest-destination.ts'
import { EDGE_FLAGS, EDGE_STATUSES, MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import { type ShortestTree, shortestTree } from './shortest-tree.ts'

export interface PlannedLink {
  reference: string
  edges: number[]
  km: number
}

/** Links of unlike status under one reference count as one. */
export function plannedLinks({ network, edgeKm, edgeCount }: RoutingGraph): PlannedLink[] {
  const open = [EDGE_STATUSES.indexOf('operational'), EDGE_STATUSES.indexOf('closed')]
  const links = new Map<string, PlannedLink>()
  for (let edge = 0; edge < edgeCount; edge++) {
    const reference = network.facts[network.edgeFacts[edge] ?? -1]?.reference
    if (reference == null || open.includes(network.edgeStatus[edge] ?? 0)) continue
    const link = links.get(reference) ?? { reference, edges: [], km: 0 }
    link.edges.push(edge)
    link.km += edgeKm[edge] ?? 0
    links.set(reference, link)
  }
  return [...links.values()]
}

export interface MissingLink {
  from: number
  to: number
  km: number
}

/** Straight pieces may be this long, and must shorten the way between their ends at least so many times. */
const LONGEST_KM = 60
const SHORTENS = 3
const MOST_NEAR = 400

/**
 * Missing connections near the nodes at which origins join: to the nearest nodes that are far by road, or that the same
 * distance to market makes worth it. `detour`: length of a built road against the straight line.
 */
export function missingLinks(
  graph: RoutingGraph,
  {
    tree,
    kmWeights,
    starts,
    most,
    detour,
  }: { tree: ShortestTree; kmWeights: Float64Array; starts: readonly number[]; most: number; detour: number },
): MissingLink[] {
  const { network } = graph
  const at = (node: number): Position => [network.nodeLon[node] ?? 0, network.nodeLat[node] ?? 0]
  const nodes = roadNodes(graph)
  if (nodes.length === 0) return []
  const index = new Flatbush(nodes.length)
  for (const node of nodes) index.add(...at(node))
  index.finish()
  const found: (MissingLink & { promise: number })[] = []
  for (const start of new Set(starts)) {
    const near = index.neighbors(...at(start), MOST_NEAR, LONGEST_KM / 111).flatMap((place) => {
      const to = nodes[place] ?? start
      const km = (distanceM(at(start), at(to)) / 1000) * detour
      const promise = ((tree.distance[start] ?? 0) - (tree.distance[to] ?? Number.POSITIVE_INFINITY)) / km
      return km < 1 || km > LONGEST_KM || !(promise > 0) ? [] : [{ from: start, to, km, promise }]
    })
    if (near.length === 0) continue
    const budget = SHORTENS * Math.max(...near.map(({ km }) => km))
    const seeds = [{ node: start, weight: 0 }]
    const byRoad = shortestTree({ rows: graph.out, weights: kmWeights, seeds, nodeCount: graph.nodeCount, budget })
    found.push(...near.filter(({ to, km }) => (byRoad.distance[to] ?? 0) >= SHORTENS * km))
  }
  const best = new Map<number, (typeof found)[number]>()
  for (const link of found.sort((a, b) => b.promise - a.promise)) if (!best.has(link.from)) best.set(link.from, link)
  return [...best.values()].slice(0, most).map(({ from, to, km }) => ({ from, to, km }))
}

function roadNodes({ network, edgeCount }: RoutingGraph): number[] {
  const [road, operational] = [MODES.indexOf('road'), EDGE_STATUSES.indexOf('operational')]
  const nodes = new Set<number>()
  for (let edge = 0; edge < edgeCount; edge++)
    if (network.edgeMode[edge] === road && network.edgeStatus[edge] === operational)
      for (const node of [network.edgeFrom[edge], network.edgeTo[edge]]) if (node !== undefined) nodes.add(node)
  return [...nodes]
}

export interface Saving {
  /** Of all origins that had a way before, together. */
  saving: number
  /** Origins that had none and now have one. */
  gained: number
}

/** What new ways save all origins together: exact. A link both ways is two ways. */
export function appraiserOf(
  grown: DestinationTree,
  origins: readonly (readonly Foothold[])[],
): (ways: readonly NewWay[]) => Saving {
  const { graph, weighting, tree } = grown
  const { distance } = tree
  const rows = graph.in
  const before = origins.map((origin) => readWay(grown, origin)?.path.weight ?? Number.POSITIVE_INFINITY)
  const seeds = origins.map((origin) => seedsOf(graph, weighting, origin, 'out').seeds)
  return (ways) => {
    const better = improvedDistances({ rows, weights: weighting.weights, distance, ways })
    const total: Saving = { saving: 0, gained: 0 }
    for (const [index, was] of before.entries()) {
      const now = (seeds[index] ?? []).map(
        ({ node, weight }) => weight + (better.get(node) ?? Number.POSITIVE_INFINITY),
      )
      const is = Math.min(was, ...now)
      if (was < Number.POSITIVE_INFINITY) total.saving += was - is
      else if (is < Number.POSITIVE_INFINITY) total.gained += 1
    }
    return total
  }
}

/** The ways over edges as they are under other weights. */
export function waysOver({ network }: RoutingGraph, weights: Float64Array, edges: readonly number[]): NewWay[] {
  return edges.flatMap((edge) => {
    const [from, to] = [network.edgeFrom[edge] ?? 0, network.edgeTo[edge] ?? 0]
    const weight = weights[edge] ?? Number.POSITIVE_INFINITY
    const isOneWay = ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
    return [{ from, to, weight }, ...(isOneWay ? [] : [{ from: to, to: from, weight }])]
  })
}
