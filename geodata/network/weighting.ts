/**
 * The weight of every edge for one question: what the search adds up, Infinity where the question forbids the edge
 * (mode, status, month, closure). One pass over the edges.
 */
import { type Criterion, ROUTE_MODES, type RouteMode, type RouteStatus } from '#geodata/contract/logistics.ts'
import { type Tariff, weightOf } from './impedance.ts'
import type { RoutingGraph, StretchKind } from './routing-graph.ts'

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
  /** By kind, whether open or not: weight of a kilometre, and once. */
  perKm: Float64Array
  once: Float64Array
  tariff: Tariff
  /** Weight of one straight kilometre of access. */
  accessPerKm: number
}

export function weightingOf(graph: RoutingGraph, tariff: Tariff, conditions: Conditions): Weighting {
  const { by } = conditions
  const perKm = Float64Array.from(tariff.perKm, (passage) => weightOf(by, 1, passage, tariff.rates))
  const once = Float64Array.from(tariff.once, (passage) => weightOf(by, 0, passage, tariff.rates))
  const weights = new Float64Array(graph.edgeCount)
  // Infinity once closes a kind: no sum with it is finite.
  const barred = graph.kinds.map((kind) => (isOpen(kind, conditions) ? 0 : Number.POSITIVE_INFINITY))
  fillWeights(
    graph,
    weights,
    perKm,
    once.map((weight, kind) => weight + (barred[kind] ?? 0)),
  )
  change(graph, { weights, perKm, once }, conditions)
  return { by, weights, perKm, once, tariff, accessPerKm: weightOf(by, tariff.access.km, tariff.access, tariff.rates) }
}

function fillWeights(
  { edgeKm, edgeKind }: RoutingGraph,
  weights: Float64Array,
  perKm: Float64Array,
  once: Float64Array,
): void {
  for (let edge = 0; edge < weights.length; edge++) {
    const kind = edgeKind[edge] ?? 0
    weights[edge] = (edgeKm[edge] ?? 0) * (perKm[kind] ?? 0) + (once[kind] ?? 0)
  }
}

function isOpen(kind: StretchKind, { modes, statuses, month, stayInside = false }: Conditions): boolean {
  const { mode, status } = kind
  const isMode = mode === 'transshipment' || modes.includes(mode)
  const isSeason = month === null || (kind.closedMonths & (1 << (month - 1))) === 0
  return isMode && isSeason && status !== 'closed' && statuses.includes(status) && !(stayInside && kind.crossesBorder)
}

/** What a reader has opened, closed or slowed edge by edge. */
function change(
  graph: RoutingGraph,
  { weights, perKm, once }: Pick<Weighting, 'weights' | 'perKm' | 'once'>,
  conditions: Conditions,
): void {
  const { openedEdges, closedEdges, speedFactor, by } = conditions
  const { network, edgeKind, edgeKm, edgeCount, kinds } = graph
  const closed = new Set(conditions.closedReferences ?? [])
  const isClosedFact =
    closed.size > 0 ? network.facts.map(({ reference }) => reference !== null && hasClosed(reference, closed)) : []
  if (!openedEdges && !closedEdges && !speedFactor && closed.size === 0) return
  for (let edge = 0; edge < edgeCount; edge++) {
    const kind = kinds[edgeKind[edge] ?? 0]
    if (
      openedEdges?.[edge] === 1 &&
      kind &&
      isOpen({ ...kind, status: 'operational' }, { ...conditions, statuses: ['operational'] })
    )
      weights[edge] = (edgeKm[edge] ?? 0) * (perKm[edgeKind[edge] ?? 0] ?? 0) + (once[edgeKind[edge] ?? 0] ?? 0)
    if (speedFactor && by !== 'distance') weights[edge] = (weights[edge] ?? 0) / (speedFactor[edge] ?? 1)
    if (closedEdges?.[edge] === 1 || isClosedFact[network.edgeFacts[edge] ?? -1])
      weights[edge] = Number.POSITIVE_INFINITY
  }
}

/** A stretch that bears several numbers (`N-25;N-65`) is closed with either. */
export function hasClosed(reference: string, closed: ReadonlySet<string>): boolean {
  return reference.split(/[;/,]\s*/).some((part) => closed.has(part))
}
