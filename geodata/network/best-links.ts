/**
 * Which one link would save most for each kilometre built. Candidates are the planned links of the network, opened one
 * reference at a time, and missing connections: straight pieces between two nodes that lie near each other but far apart
 * by road. The saving is that of all origins to the nearest destination together, one tonne each.
 */
import Flatbush from 'flatbush'
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { type Foothold, seedsOf } from './access.ts'
import type { DestinationTree } from './nearest-destination.ts'
import { EDGE_STATUSES, MODES } from './network.ts'
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
    const near = shortestTree({
      rows: graph.out,
      weights: kmWeights,
      seeds: [{ node: start, weight: 0 }],
      nodeCount: graph.nodeCount,
      budget: SHORTENS * LONGEST_KM * detour,
    })
    for (const candidate of index.neighbors(...at(start), 400, LONGEST_KM / 111)) {
      const to = nodes[candidate] ?? start
      const km = (distanceM(at(start), at(to)) / 1000) * detour
      if (km < 1 || km > LONGEST_KM || (near.distance[to] ?? 0) < SHORTENS * km) continue
      const promise = ((tree.distance[start] ?? 0) - (tree.distance[to] ?? Number.POSITIVE_INFINITY)) / km
      if (promise > 0) found.push({ from: start, to, km, promise })
    }
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

/** What all origins together save if a link of the given weight joins two nodes both ways: exact, by two trees. */
export function savingOfLink(
  { graph, weighting, tree }: DestinationTree,
  origins: readonly (readonly Foothold[])[],
  { from, to, weight }: { from: number; to: number; weight: number },
): number {
  const towards = (node: number): Float64Array =>
    shortestTree({
      rows: graph.in,
      weights: weighting.weights,
      seeds: [{ node, weight: 0 }],
      nodeCount: graph.nodeCount,
    }).distance
  const [toFrom, toTo] = [towards(from), towards(to)]
  const onward = (node: number): number => tree.distance[node] ?? Number.POSITIVE_INFINITY
  let saving = 0
  for (const origin of origins) {
    const { seeds } = seedsOf(graph, weighting, origin, 'out')
    const by = (distance: (node: number) => number): number =>
      Math.min(Number.POSITIVE_INFINITY, ...seeds.map((seed) => seed.weight + distance(seed.node)))
    const before = by(onward)
    const after = Math.min(
      by((n) => toFrom[n] ?? Number.POSITIVE_INFINITY) + weight + onward(to),
      by((n) => toTo[n] ?? Number.POSITIVE_INFINITY) + weight + onward(from),
    )
    if (before !== Number.POSITIVE_INFINITY) saving += Math.max(0, before - after)
  }
  return saving
}
