/**
 * The weight of every edge for one question: what the search adds up, Infinity where the question forbids the edge
 * (mode, status, month, closure). Edges of a kind weigh alike, so that new rates touch a hundred kinds and no edge, unless
 * the question opens, closes or slows single edges.
 */
import { type Criterion, ROUTE_MODES, type RouteMode, type RouteStatus } from '#geodata/contract/logistics.ts'
import { isWithinLimit } from '#geodata/economics/vehicles.ts'
import { type Tariff, weightOf } from './impedance.ts'
import type { RoutingGraph, StretchKind } from './routing-graph.ts'
import type { EdgeTerms } from './way-weights.ts'

export interface Conditions {
  by: Criterion
  modes: readonly RouteMode[]
  statuses: readonly RouteStatus[]
  /** 1–12; null: any month, seasonal closures disregarded. */
  month: number | null
  /** Weight limits are left aside: for bounds that must hold whatever the truck carries. */
  ignoresLimits?: boolean
  /** No border is crossed. */
  stayInside?: boolean
  /** References closed throughout. */
  closedReferences?: readonly string[]
  /** 1 where an edge is closed. */
  closedEdges?: Uint8Array
  /** By edge: hours and haul are divided by it; 1 is the usual. */
  speedFactor?: Float32Array
  /** 1 where an edge counts as operational whatever its status. */
  openedEdges?: Uint8Array
}

export const USUAL: Pick<Conditions, 'modes' | 'statuses' | 'month'> = {
  modes: ROUTE_MODES,
  statuses: ['operational'],
  month: null,
}

/** `once` is Infinity for kinds that the question forbids. */
export interface Weighting extends EdgeTerms {
  by: Criterion
  tariff: Tariff
  /** Weight of one straight kilometre of access. */
  accessPerKm: number
  /** By edge; reckoned when first asked for. */
  readonly weights: Float64Array
}

export function weightingOf(graph: RoutingGraph, tariff: Tariff, conditions: Conditions): Weighting {
  const { by } = conditions
  const perKm = Float64Array.from(tariff.perKm, (passage) => weightOf(by, 1, passage, tariff.rates))
  const usual = Float64Array.from(tariff.once, (passage) => weightOf(by, 0, passage, tariff.rates))
  // Infinity once closes a kind: no sum with it is finite.
  const once = usual.map((weight, at) => {
    const kind = graph.kinds[at]
    return kind && isOpen(kind, conditions) && takesTruck(kind, tariff, conditions) ? weight : Number.POSITIVE_INFINITY
  })
  const accessPerKm = weightOf(by, tariff.access.km, tariff.access, tariff.rates)
  const byEdge = changed(graph, { perKm, once, usual, tariff }, conditions)
  return weightingFrom(graph, { by, tariff, accessPerKm, perKm, once, byEdge })
}

/** The same question with weights of its own for each edge. */
export function withWeights(graph: RoutingGraph, weighting: Weighting, byEdge: Float64Array): Weighting {
  const { by, tariff, accessPerKm, perKm, once } = weighting
  return weightingFrom(graph, { by, tariff, accessPerKm, perKm, once, byEdge })
}

function weightingFrom(graph: RoutingGraph, parts: Omit<Weighting, 'weights'>): Weighting {
  let all = parts.byEdge
  return {
    ...parts,
    get weights() {
      all ??= everyWeight(graph, parts)
      return all
    },
  }
}

/** Of one edge, without a pass over the others. */
export function edgeWeight(
  { edgeKm, edgeKind }: RoutingGraph,
  { perKm, once, byEdge }: EdgeTerms,
  edge: number,
): number {
  const kind = edgeKind[edge] ?? 0
  return byEdge?.[edge] ?? (edgeKm[edge] ?? 0) * (perKm[kind] ?? 0) + (once[kind] ?? 0)
}

function everyWeight({ edgeKm, edgeKind }: RoutingGraph, { perKm, once }: EdgeTerms): Float64Array {
  const weights = new Float64Array(edgeKm.length)
  for (let edge = 0; edge < weights.length; edge++) {
    const kind = edgeKind[edge] ?? 0
    weights[edge] = (edgeKm[edge] ?? 0) * (perKm[kind] ?? 0) + (once[kind] ?? 0)
  }
  return weights
}

function isOpen(kind: StretchKind, { modes, statuses, month, stayInside = false }: Conditions): boolean {
  const { mode, status } = kind
  const isMode = mode === 'transshipment' || modes.includes(mode)
  const isSeason = month === null || (kind.closedMonths & (1 << (month - 1))) === 0
  return isMode && isSeason && status !== 'closed' && statuses.includes(status) && !(stayInside && kind.crossesBorder)
}

function takesTruck(
  { grossWeightLimitT }: StretchKind,
  { rates }: Tariff,
  { ignoresLimits = false }: Conditions,
): boolean {
  return ignoresLimits || isWithinLimit(rates, grossWeightLimitT)
}

/** Weights by edge where a reader has opened, closed or slowed some; null where none. */
function changed(
  graph: RoutingGraph,
  { perKm, once, usual, tariff }: Pick<Weighting, 'perKm' | 'once' | 'tariff'> & { usual: Float64Array },
  conditions: Conditions,
): Float64Array | null {
  const { openedEdges, closedEdges, speedFactor, by } = conditions
  const closed = new Set(conditions.closedReferences ?? [])
  if (!openedEdges && !closedEdges && !speedFactor && closed.size === 0) return null
  const { network, edgeKind, edgeKm, edgeCount } = graph
  const isClosedFact =
    closed.size > 0 ? network.facts.map(({ reference }) => reference !== null && hasClosed(reference, closed)) : []
  const mayOpen = graph.kinds.map(
    (kind) =>
      isOpen({ ...kind, status: 'operational' }, { ...conditions, statuses: ['operational'] }) &&
      takesTruck(kind, tariff, conditions),
  )
  const weights = everyWeight(graph, { perKm, once, byEdge: null })
  for (let edge = 0; edge < edgeCount; edge++) {
    const kind = edgeKind[edge] ?? 0
    if (openedEdges?.[edge] === 1 && mayOpen[kind])
      weights[edge] = (edgeKm[edge] ?? 0) * (perKm[kind] ?? 0) + (usual[kind] ?? 0)
    if (speedFactor && by !== 'distance') weights[edge] = (weights[edge] ?? 0) / (speedFactor[edge] ?? 1)
    if (closedEdges?.[edge] === 1 || isClosedFact[network.edgeFacts[edge] ?? -1])
      weights[edge] = Number.POSITIVE_INFINITY
  }
  return weights
}

/** A stretch that bears several numbers (`N-25;N-65`) is closed with either. */
export function hasClosed(reference: string, closed: ReadonlySet<string>): boolean {
  return reference.split(/[;/,]\s*/).some((part) => closed.has(part))
}
