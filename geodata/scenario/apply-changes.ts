/** Baseline and changes to new inputs of the engine. The baseline is never edited: added lines make a network of their own. */
import type { Assumption, AssumptionKey } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { withOverrides } from '#geodata/economics/assumptions.ts'
import type { Berth } from '#geodata/economics/vehicles.ts'
import { EDGE_STATUSES } from '#geodata/network/network.ts'
import { buildRoutingGraph, factsOf, type RoutingGraph } from '#geodata/network/routing-graph.ts'
import { type Conditions, hasClosed } from '#geodata/network/weighting.ts'
import { addLines } from './add-lines.ts'
import { edgesInArea, nearestEdge } from './pick-edges.ts'

export interface Baseline {
  graph: RoutingGraph
  berths: ReadonlyMap<string, Berth>
  assumptions: ReadonlyMap<AssumptionKey, Assumption>
}

export interface Applied {
  graph: RoutingGraph
  assumptions: ReadonlyMap<AssumptionKey, Assumption>
  conditions: Required<Pick<Conditions, 'closedEdges' | 'openedEdges' | 'speedFactor'>>
  effects: { kind: Change['kind']; edges: number; km: number }[]
  /** Edges that each change is about, in the order of the changes. */
  touched: number[][]
}

/** Within this distance a click closes the nearest edge. */
const CLICK_KM = 20

export function applyChanges(baseline: Baseline, changes: readonly Change[]): Applied {
  const lines = changes.filter((change) => change.kind === 'add-line')
  const graph = lines.length === 0 ? baseline.graph : withLines(baseline, lines)
  const { edgeCount } = graph
  const conditions = {
    closedEdges: new Uint8Array(edgeCount),
    openedEdges: new Uint8Array(edgeCount),
    speedFactor: new Float32Array(edgeCount).fill(1),
  }
  const overrides: Partial<Record<AssumptionKey, number>> = {}
  const touched = changes.map((change) => touchedBy(graph, change))
  const effects = changes.map((change, index) => {
    if (change.kind === 'set-assumption') overrides[change.key] = change.value
    const edges = touched[index] ?? []
    for (const edge of edges) {
      if (change.kind === 'open-reference') conditions.openedEdges[edge] = 1
      else if ('factor' in change) conditions.speedFactor[edge] = (conditions.speedFactor[edge] ?? 1) * change.factor
      else if (change.kind !== 'add-line') conditions.closedEdges[edge] = 1
    }
    return { kind: change.kind, edges: edges.length, km: edges.reduce((km, edge) => km + (graph.edgeKm[edge] ?? 0), 0) }
  })
  return { graph, assumptions: withOverrides(baseline.assumptions, overrides), conditions, effects, touched }
}

function withLines({ graph, berths }: Baseline, lines: Parameters<typeof addLines>[1]): RoutingGraph {
  const { network, ownOf } = addLines(graph, lines)
  return buildRoutingGraph(network, berths, ownOf)
}

/** Edges that a change is about. */
function touchedBy(graph: RoutingGraph, change: Change): number[] {
  switch (change.kind) {
    case 'close-edge': {
      const edge = nearestEdge(graph, change.at, CLICK_KM)
      return edge === null ? [] : [edge]
    }
    case 'close-reference':
    case 'slow-reference':
    case 'open-reference':
      return edgesOfReference(graph, change)
    case 'close-place': {
      const nodes = new Set(graph.nodesOf.get(change.place) ?? [])
      return everyEdge(
        graph,
        (edge) => nodes.has(graph.network.edgeFrom[edge] ?? -1) || nodes.has(graph.network.edgeTo[edge] ?? -1),
      )
    }
    case 'close-area':
    case 'slow-area':
      return edgesInArea(graph, change.ring)
    case 'add-line':
      return everyEdge(graph, (edge) => graph.kinds[graph.edgeKind[edge] ?? 0]?.own != null)
    case 'set-assumption':
      return []
  }
}

function edgesOfReference(graph: RoutingGraph, { kind, reference }: { kind: string; reference: string }): number[] {
  const wanted = new Set([reference])
  const operational = EDGE_STATUSES.indexOf('operational')
  return everyEdge(graph, (edge) => {
    const known = factsOf(graph.network, edge)?.reference
    if (known == null || !hasClosed(known, wanted)) return false
    return kind !== 'open-reference' || graph.network.edgeStatus[edge] !== operational
  })
}

function everyEdge({ edgeCount }: RoutingGraph, isMeant: (edge: number) => boolean): number[] {
  const edges: number[] = []
  for (let edge = 0; edge < edgeCount; edge++) if (isMeant(edge)) edges.push(edge)
  return edges
}
