/**
 * The weight of every edge for one question: what the search adds up, Infinity where the question forbids the edge
 * (mode, status, month, closure). One pass over the edges.
 */
import { type Criterion, ROUTE_MODES, type RouteMode, type RouteStatus } from '#geodata/contract/logistics.ts'
import { type Tariff, weightOf } from './impedance.ts'
import { EDGE_FLAGS, EDGE_STATUSES, MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'

export interface Conditions {
  by: Criterion
  modes: readonly RouteMode[]
  statuses: readonly RouteStatus[]
  /** 1–12; null: any month, seasonal closures disregarded. */
  month: number | null
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

export interface Weighting {
  by: Criterion
  weights: Float64Array
  tariff: Tariff
  /** Weight of one straight kilometre of access. */
  accessPerKm: number
}

export function weightingOf(graph: RoutingGraph, tariff: Tariff, conditions: Conditions): Weighting {
  const { by } = conditions
  const { rates } = tariff
  const perKm = Float64Array.from(tariff.perKm, (passage) => weightOf(by, 1, passage, rates))
  const once = Float64Array.from(tariff.stops, (passage) => weightOf(by, 0, passage, rates))
  const { edgeKm, edgeKind, edgeStop, edgeCount } = graph
  const weights = new Float64Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++)
    weights[edge] = (edgeKm[edge] ?? 0) * (perKm[edgeKind[edge] ?? 0] ?? 0) + (once[edgeStop[edge] ?? 0] ?? 0)
  forbid(graph, weights, conditions)
  const { speedFactor } = conditions
  if (speedFactor && by !== 'distance')
    for (let edge = 0; edge < edgeCount; edge++) weights[edge] = (weights[edge] ?? 0) / (speedFactor[edge] ?? 1)
  return { by, weights, tariff, accessPerKm: weightOf(by, tariff.access.km, tariff.access, rates) }
}

function forbid({ network, edgeCount }: RoutingGraph, weights: Float64Array, conditions: Conditions): void {
  const { modes, statuses, month, closedEdges, openedEdges, stayInside = false } = conditions
  const isClosedMode = MODES.map((mode) => mode !== 'transshipment' && !modes.includes(mode))
  const isClosedStatus = EDGE_STATUSES.map((status) => status === 'closed' || !statuses.includes(status))
  const monthBit = month === null ? 0 : 1 << (month - 1)
  const closed = new Set(conditions.closedReferences ?? [])
  const isClosedFact = network.facts.map(({ reference }) => reference !== null && hasClosed(reference, closed))
  const { edgeMode, edgeStatus, edgeClosedMonths, edgeFacts, edgeFlags } = network
  for (let edge = 0; edge < edgeCount; edge++) {
    const isUnfit = isClosedStatus[edgeStatus[edge] ?? 0] && openedEdges?.[edge] !== 1
    const isForbidden =
      isUnfit ||
      isClosedMode[edgeMode[edge] ?? 0] ||
      ((edgeClosedMonths[edge] ?? 0) & monthBit) !== 0 ||
      closedEdges?.[edge] === 1 ||
      (stayInside && ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.borderCrossing) !== 0) ||
      (closed.size > 0 && isClosedFact[edgeFacts[edge] ?? -1])
    if (isForbidden) weights[edge] = Number.POSITIVE_INFINITY
  }
}

/** A stretch that bears several numbers (`N-25;N-65`) is closed with either. */
export function hasClosed(reference: string, closed: ReadonlySet<string>): boolean {
  return reference.split(/[;/,]\s*/).some((part) => closed.has(part))
}
