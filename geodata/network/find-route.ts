/**
 * From one place to another: the lightest way, access included, and up to five others that differ from it and from each
 * other. Others are found by making what is used already heavier and searching again (penalty method: Chen, Bell and
 * Bogenberger, Reliable pretrip multipath planning, 2007); each is then weighed as it is, so none beats the best.
 */
import { type Foothold, seedsOf } from './access.ts'
import { boundsFrom, type Landmarks } from './landmarks.ts'
import { MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { FoundPath, PathFinder } from './shortest-path.ts'
import { edgeWeight, type Weighting, withWeights } from './weighting.ts'

export interface RoutePath {
  /** What the search added up, access included. */
  weight: number
  from: Foothold
  to: Foothold
  /** Whole edges in order of travel. */
  edges: number[]
  /** Nodes in order of travel, one more than edges; empty where both ends stand on one edge and no node is passed. */
  nodes: number[]
}

export interface RouteQuestion {
  graph: RoutingGraph
  weighting: Weighting
  /** Of the graph. */
  finder: PathFinder
  from: readonly Foothold[]
  to: readonly Foothold[]
  /** Of the same criterion; left out, the search takes longer. */
  landmarks?: Landmarks
}

/** null where no way exists. */
export function findRoute(question: RouteQuestion): RoutePath | null {
  const { graph, weighting, finder, from, to, landmarks } = question
  const starts = seedsOf(graph, weighting, from, 'out')
  const ends = seedsOf(graph, weighting, to, 'in')
  const bounds = landmarks && boundsFrom(landmarks, weighting)
  const found = finder.find(weighting, starts.seeds, ends.seeds, bounds)
  const path =
    found && pathOf(found, from[starts.footholdOf[found.source] ?? -1], to[ends.footholdOf[found.target] ?? -1])
  const direct = withinOneEdge(question)
  return direct && (!path || direct.weight < path.weight) ? direct : path
}

function pathOf(found: FoundPath, from: Foothold | undefined, to: Foothold | undefined): RoutePath | null {
  if (!from || !to) return null
  return { weight: found.weight, from, to, edges: found.edges, nodes: found.nodes }
}

/** Both ends on one edge: the way between them need not pass a node. */
export function withinOneEdge({ graph, weighting, from, to }: Omit<RouteQuestion, 'finder'>): RoutePath | null {
  const ways = from.flatMap((a) =>
    to.flatMap((b): RoutePath[] => {
      if (a.kind !== 'edge' || b.kind !== 'edge' || a.edge !== b.edge) return []
      const isBackward = b.fraction < a.fraction
      const isOneWay = ((graph.network.edgeFlags[a.edge] ?? 0) & 1) !== 0
      const whole = edgeWeight(graph, weighting, a.edge)
      if (whole === Number.POSITIVE_INFINITY || (isOneWay && isBackward)) return []
      const access = (a.straightKm + b.straightKm) * weighting.accessPerKm
      return [{ weight: access + Math.abs(b.fraction - a.fraction) * whole, from: a, to: b, edges: [], nodes: [] }]
    }),
  )
  return ways.sort((a, b) => a.weight - b.weight)[0] ?? null
}

/** How much heavier a used edge becomes at each further search. */
const PENALTY = 1.4
/** Of an alternative's own kilometres on land (at sea where there are none), at most this share is on one road with a route before it. */
const MOST_SHARED = 0.75
/** Nothing heavier than this many times the best is worth showing. */
const HEAVIEST = 2
const TRIES_PER_ALTERNATIVE = 4

/** The best first, then up to `count` others, lightest first. Empty where no way exists. */
export function findAlternatives(question: RouteQuestion, count: number): RoutePath[] {
  const best = findRoute(question)
  if (!best) return []
  const routes = [best]
  const penalised = question.weighting.weights.slice()
  const weighting = withWeights(question.graph, question.weighting, penalised)
  let last = best
  for (let attempt = 0; attempt < count * TRIES_PER_ALTERNATIVE && routes.length <= count; attempt++) {
    for (const edge of new Set(last.edges)) penalised[edge] = (penalised[edge] ?? 0) * PENALTY
    const next = findRoute({ ...question, weighting })
    if (!next) break
    last = next
    const weight = weigh(next, question)
    if (
      weight <= HEAVIEST * best.weight &&
      routes.every((route) => sharedPart(question.graph, next, route) <= MOST_SHARED)
    )
      routes.push({ ...next, weight })
  }
  const [first = best, ...others] = routes
  return [first, ...others.sort((a, b) => a.weight - b.weight)]
}

/** Weight of a path under the question's own weights. */
function weigh(path: RoutePath, { graph, weighting }: RouteQuestion): number {
  const begin = seedsOf(graph, weighting, [path.from], 'out').seeds.find(({ node }) => node === path.nodes[0])
  const end = seedsOf(graph, weighting, [path.to], 'in').seeds.find(({ node }) => node === path.nodes.at(-1))
  const between = path.edges.reduce((sum, edge) => sum + edgeWeight(graph, weighting, edge), 0)
  return path.nodes.length === 0 ? path.weight : (begin?.weight ?? 0) + between + (end?.weight ?? 0)
}

/** Share of the kilometres of `route` that `other` uses too. Sea lanes are long and few, so they count only where all is sea. */
export function sharedPart({ network, edgeKm }: RoutingGraph, route: RoutePath, other: RoutePath): number {
  const used = new Set(other.edges)
  const sea = MODES.indexOf('sea')
  const onLand = route.edges.filter((edge) => network.edgeMode[edge] !== sea)
  const sum = (edges: number[]): number => edges.reduce((km, edge) => km + (edgeKm[edge] ?? 0), 0)
  const counted = sum(onLand) > 0 ? onLand : route.edges
  const total = sum(counted)
  return total === 0 ? 1 : sum(counted.filter((edge) => used.has(edge))) / total
}
