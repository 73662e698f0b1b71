/** Edges by where they are: the nearest to a position, and those that an area touches. Roads and railways only. */
import type { Position } from '#geodata/contract/geo.ts'
import { nearestOn } from '#geodata/network/access.ts'
import { MODES } from '#geodata/network/network.ts'
import type { RoutingGraph } from '#geodata/network/routing-graph.ts'
import { shapeOf } from '#geodata/network/stretches.ts'

const KM_PER_DEGREE = 111.195

export function nearestEdge(graph: RoutingGraph, place: Position, withinKm: number): number | null {
  const reach = withinKm / KM_PER_DEGREE / Math.cos((place[1] * Math.PI) / 180)
  let best = { edge: -1, degrees: withinKm / KM_PER_DEGREE }
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!isLand(graph, edge) || !mayBeNear(graph, edge, place, reach)) continue
    const { degrees } = nearestOn(graph, edge, place)
    if (degrees < best.degrees) best = { edge, degrees }
  }
  return best.edge < 0 ? null : best.edge
}

/** An end within the reach, or as far as the edge is long beyond it. */
function mayBeNear({ network, edgeKm }: RoutingGraph, edge: number, [lon, lat]: Position, reach: number): boolean {
  const node = network.edgeFrom[edge] ?? 0
  const slack = reach + ((edgeKm[edge] ?? 0) / KM_PER_DEGREE) * 1.3
  return Math.abs((network.nodeLon[node] ?? 0) - lon) <= slack && Math.abs((network.nodeLat[node] ?? 0) - lat) <= slack
}

/** A vertex inside, or a piece that crosses the rim. */
export function edgesInArea(graph: RoutingGraph, ring: readonly Position[]): number[] {
  const edges: number[] = []
  const [west, east] = [Math.min(...ring.map(([lon]) => lon)), Math.max(...ring.map(([lon]) => lon))]
  const [south, north] = [Math.min(...ring.map(([, lat]) => lat)), Math.max(...ring.map(([, lat]) => lat))]
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (!isLand(graph, edge)) continue
    const line = shapeOf(graph, edge)
    const touchesBox =
      line.some(([lon]) => lon >= west) &&
      line.some(([lon]) => lon <= east) &&
      line.some(([, lat]) => lat >= south) &&
      line.some(([, lat]) => lat <= north)
    if (touchesBox && (line.some((p) => isInRing(p, ring)) || crosses(line, ring))) edges.push(edge)
  }
  return edges
}

/** Even-odd rule; the ring may be open. */
export function isInRing([x, y]: Position, ring: readonly Position[]): boolean {
  let isIn = false
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}

function crosses(line: readonly Position[], ring: readonly Position[]): boolean {
  return line.some((a, index) => {
    const b = line[index + 1]
    return b !== undefined && ring.some((c, at) => meet(a, b, c, ring[(at + 1) % ring.length] ?? c))
  })
}

function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  const side = (p: Position, q: Position, r: Position) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

function isLand({ network }: RoutingGraph, edge: number): boolean {
  const mode = MODES[network.edgeMode[edge] ?? 0]
  return mode === 'road' || mode === 'rail'
}
