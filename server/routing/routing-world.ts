/** What a worker holds of the network: the graph, where places join it, the rates by default, landmarks as they are needed. */

import type { Position } from '#geodata/contract/geo.ts'
import type { Assumption, AssumptionKey, Criterion, RouteMode } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { ratesAt, withOverrides } from '#geodata/economics/assumptions.ts'
import type { Berth } from '#geodata/economics/vehicles.ts'
import {
  type AccessIndex,
  buildAccessIndex,
  type Foothold,
  isInside,
  namedFootholds,
  nearestNode,
  nearestRoad,
  partOf,
} from '#geodata/network/access.ts'
import { tariffOf } from '#geodata/network/impedance.ts'
import type { Tariffs } from '#geodata/network/itinerary.ts'
import { landmarkTerms } from '#geodata/network/landmark-terms.ts'
import { findLandmarks, type Landmarks } from '#geodata/network/landmarks.ts'
import type { Network } from '#geodata/network/network.ts'
import { buildRoutingGraph, type RoutingGraph } from '#geodata/network/routing-graph.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { type Conditions, type Weighting, weightingOf } from '#geodata/network/weighting.ts'
import type { Applied } from '#geodata/scenario/apply-changes.ts'

export interface RoutingWorld {
  graph: RoutingGraph
  access: AccessIndex
  berths: ReadonlyMap<string, Berth>
  assumptions: ReadonlyMap<AssumptionKey, Assumption>
  /** Made when first asked for: only single ways need it. */
  readonly finder: PathFinder
  /** By node: which part of the land, borders closed, it is in. */
  country: Uint32Array
  landmarks: Map<Criterion, Landmarks>
}

/** An end of a way as the worker is asked about it. */
export interface AskedPlace {
  /** `dataset/id`; null for a bare position. */
  ref: string | null
  position: Position
}

/** Conditions of a question as they travel to the worker. */
export interface AskedConditions {
  by: Criterion
  modes: RouteMode[]
  statuses: Conditions['statuses']
  month: number | null
  overrides: Partial<Record<AssumptionKey, number>>
  closedReferences: string[]
  transit: 'avoid' | 'allow'
  /** In force; under-changes.ts makes `applied` of them. */
  changes: Change[]
  applied?: Applied['conditions']
}

/** Farther from any road than this, a place has no access. */
export const FARTHEST_ACCESS_KM = 150

export function createRoutingWorld(
  network: Network,
  berths: ReadonlyMap<string, Berth>,
  assumptions: ReadonlyMap<AssumptionKey, Assumption>,
  graph: RoutingGraph = buildRoutingGraph(network, berths),
): RoutingWorld {
  let finder: PathFinder | undefined
  const country = partOf(graph, isInside).label
  return {
    ...{ graph, access: buildAccessIndex(graph), berths, assumptions, country, landmarks: new Map() },
    get finder() {
      finder ??= new PathFinder(graph)
      return finder
    },
  }
}

export interface Setting {
  assumptions: ReadonlyMap<AssumptionKey, Assumption>
  tariffs: Tariffs
  weighting: Weighting
  conditions: Conditions
}

/** Rates and weights of a question. */
export function settingOf(
  { graph, assumptions }: Pick<RoutingWorld, 'graph' | 'assumptions'>,
  asked: AskedConditions,
  extra: Partial<Conditions> = {},
): Setting {
  const set = withOverrides(assumptions, asked.overrides)
  const [low, base, high] = [ratesAt(set, 'low'), ratesAt(set, 'base'), ratesAt(set, 'high')].map((rates) =>
    tariffOf(graph, rates),
  )
  if (!low || !base || !high) throw new Error('three tariffs were made')
  const { by, modes, statuses, month, closedReferences } = asked
  const conditions: Conditions = { by, modes, statuses, month, closedReferences, ...asked.applied, ...extra }
  return { assumptions: set, tariffs: { low, base, high }, weighting: weightingOf(graph, base, conditions), conditions }
}

/** Where a place joins the network; empty where nothing is near. */
export function footholdsOf(
  { graph, access }: RoutingWorld,
  { ref, position }: AskedPlace,
  modes: readonly RouteMode[],
): Foothold[] {
  const named = ref === null ? [] : namedFootholds(graph, ref)
  if (named.length > 0) return named
  const found = modes.includes('road')
    ? nearestRoad(graph, access, position, FARTHEST_ACCESS_KM)
    : nearestNode(graph, modes, position, FARTHEST_ACCESS_KM)
  return found ? [found] : []
}

/** True where every end lies in one part of the land: then no border need be crossed between them. */
export function holdTogether({ graph, country }: RoutingWorld, ends: readonly (readonly Foothold[])[]): boolean {
  const partOfFoothold = (foothold: Foothold): number | undefined =>
    country[foothold.kind === 'node' ? foothold.node : (graph.network.edgeFrom[foothold.edge] ?? 0)]
  const parts = ends.map((end) => new Set(end.map(partOfFoothold)))
  const [first = new Set<number | undefined>()] = parts
  return [...first].some((part) => parts.every((others) => others.has(part)))
}

/** Reckoned at the first question of a criterion, under the rates of `landmark-terms.ts`. */
export function landmarksFor(world: RoutingWorld, by: Criterion): Landmarks {
  const known = world.landmarks.get(by)
  if (known) return known
  const { graph, assumptions, finder } = world
  const { label, largest } = partOf(graph, isInside)
  const made = findLandmarks(
    finder.hierarchy,
    landmarkTerms(graph, assumptions, by),
    Uint8Array.from(label, (part) => Number(part === largest)),
  )
  world.landmarks.set(by, made)
  return made
}
