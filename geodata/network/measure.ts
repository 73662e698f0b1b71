/** A path's totals without its story: for tables of many paths. */
import type { Range } from '#geodata/contract/logistics.ts'
import type { RoutePath } from './find-route.ts'
import { totalOf } from './impedance.ts'
import type { Tariffs } from './itinerary.ts'
import type { RoutingGraph } from './routing-graph.ts'

export interface Measure {
  lengthKm: number
  timeH: number
  costUsdPerTonne: Range
  co2KgPerTonne: number
}

/** Figures a kilometre and a stop of every kind, looked up once for many paths. */
export interface MeasureTable {
  graph: RoutingGraph
  tariffs: Tariffs
  perKm: Record<keyof Range, Float64Array>
  once: Record<keyof Range, Float64Array>
  speedFactor?: Float32Array
}

export function measureTable(graph: RoutingGraph, tariffs: Tariffs, speedFactor?: Float32Array): MeasureTable {
  const costs = (part: 'perKm' | 'once', end: keyof Range): Float64Array =>
    Float64Array.from(tariffs[end][part], ({ cost }) => totalOf(cost))
  return {
    graph,
    tariffs,
    perKm: { low: costs('perKm', 'low'), base: costs('perKm', 'base'), high: costs('perKm', 'high') },
    once: { low: costs('once', 'low'), base: costs('once', 'base'), high: costs('once', 'high') },
    ...(speedFactor && { speedFactor }),
  }
}

export function measureOf(table: MeasureTable, path: RoutePath): Measure {
  const sum: Measure = { lengthKm: 0, timeH: 0, costUsdPerTonne: { low: 0, base: 0, high: 0 }, co2KgPerTonne: 0 }
  for (const { edge, share } of sharesOf(table.graph, path)) addEdge(table, sum, edge, share)
  addAccess(table, sum, path.from.straightKm + path.to.straightKm)
  return sum
}

function addEdge(
  { graph, tariffs, perKm, once, speedFactor }: MeasureTable,
  sum: Measure,
  edge: number,
  share: number,
): void {
  const kind = graph.edgeKind[edge] ?? 0
  const km = (graph.edgeKm[edge] ?? 0) * share
  const part = share / (speedFactor?.[edge] ?? 1)
  const paid = part * (graph.edgeKm[edge] ?? 0)
  const [moving, stopping] = [tariffs.base.perKm[kind], tariffs.base.once[kind]]
  sum.lengthKm += km
  sum.timeH += paid * (moving?.hours ?? 0) + part * (stopping?.hours ?? 0)
  sum.co2KgPerTonne += paid * (moving?.co2Kg ?? 0) + part * (stopping?.co2Kg ?? 0)
  for (const end of ['low', 'base', 'high'] as const)
    sum.costUsdPerTonne[end] += paid * (perKm[end][kind] ?? 0) + part * (once[end][kind] ?? 0)
}

function addAccess({ tariffs }: MeasureTable, sum: Measure, straightKm: number): void {
  const { access } = tariffs.base
  sum.lengthKm += straightKm * access.km
  sum.timeH += straightKm * access.hours
  sum.co2KgPerTonne += straightKm * access.co2Kg
  for (const end of ['low', 'base', 'high'] as const)
    sum.costUsdPerTonne[end] += straightKm * totalOf(tariffs[end].access.cost)
}

/** Edges of a path with the share of each that is travelled, parts at the ends included. */
export function sharesOf(
  { network }: RoutingGraph,
  { from, to, edges, nodes }: RoutePath,
): { edge: number; share: number }[] {
  if (nodes.length === 0 && from.kind === 'edge' && to.kind === 'edge')
    return [{ edge: from.edge, share: Math.abs(from.fraction - to.fraction) }]
  const shares = edges.map((edge) => ({ edge, share: 1 }))
  const partAt = (end: RoutePath['from'], node: number | undefined): number =>
    end.kind === 'edge' ? Math.abs((network.edgeTo[end.edge] === node ? 1 : 0) - end.fraction) : 0
  if (from.kind === 'edge') shares.unshift({ edge: from.edge, share: partAt(from, nodes[0]) })
  if (to.kind === 'edge') shares.push({ edge: to.edge, share: partAt(to, nodes.at(-1)) })
  return shares
}
