/** A path cut into what it is added up from: whole edges, the parts of edges at its ends, and the straight ways of access. */
import type { Position } from '#geodata/contract/geo.ts'
import type { Foothold } from './access.ts'
import type { RoutePath } from './find-route.ts'
import { MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'

export interface Stretch {
  mode: 'access' | (typeof MODES)[number]
  /** null: access. */
  edge: number | null
  /** Share of the edge's length that is travelled; 1 for access. */
  share: number
  /** Of an access way, 0 else. */
  straightKm: number
  /** null within an edge. */
  fromNode: number | null
  toNode: number | null
  /** In the order of travel. */
  line: Position[]
}

/** Less of an edge than this is rounding, not a way. */
const LEAST_SHARE = 1e-9

export function stretchesOf(graph: RoutingGraph, path: RoutePath, from: Position, to: Position): Stretch[] {
  const { nodes, edges } = path
  const stretches: Stretch[] = []
  const access = (foothold: Foothold, line: (point: Position) => Position[]): void => {
    if (foothold.straightKm > 0) stretches.push(accessStretch(foothold.straightKm, line(foothold.point)))
  }
  access(path.from, (point) => [from, point])
  if (nodes.length === 0 && path.from.kind === 'edge' && path.to.kind === 'edge')
    stretches.push(within(graph, path.from.edge, path.from.fraction, path.to.fraction))
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (first !== undefined && path.from.kind === 'edge')
    stretches.push({
      ...within(graph, path.from.edge, path.from.fraction, endOf(graph, path.from.edge, first)),
      toNode: first,
    })
  stretches.push(...edges.map((edge, index) => whole(graph, edge, nodes[index] ?? 0, nodes[index + 1] ?? 0)))
  if (last !== undefined && path.to.kind === 'edge')
    stretches.push({
      ...within(graph, path.to.edge, endOf(graph, path.to.edge, last), path.to.fraction),
      fromNode: last,
    })
  access(path.to, (point) => [point, to])
  return stretches.filter(({ share, edge }) => edge === null || share > LEAST_SHARE)
}

function accessStretch(straightKm: number, line: Position[]): Stretch {
  return { mode: 'access', edge: null, share: 1, straightKm, fromNode: null, toNode: null, line }
}

/** 0 or 1: at which end of an edge a node stands. */
function endOf({ network }: RoutingGraph, edge: number, node: number): number {
  return network.edgeTo[edge] === node ? 1 : 0
}

function whole(graph: RoutingGraph, edge: number, fromNode: number, toNode: number): Stretch {
  const line = shapeOf(graph, edge)
  if (graph.network.edgeFrom[edge] !== fromNode) line.reverse()
  return { mode: modeOf(graph, edge), edge, share: 1, straightKm: 0, fromNode, toNode, line }
}

function within(graph: RoutingGraph, edge: number, begin: number, end: number): Stretch {
  const line = cutLine(shapeOf(graph, edge), Math.min(begin, end), Math.max(begin, end))
  if (end < begin) line.reverse()
  const share = Math.abs(end - begin)
  return { mode: modeOf(graph, edge), edge, share, straightKm: 0, fromNode: null, toNode: null, line }
}

function modeOf({ network }: RoutingGraph, edge: number): Stretch['mode'] {
  return MODES[network.edgeMode[edge] ?? 0] ?? 'road'
}

/** Vertices of an edge from its from to its to. An edge without a shape (transshipment) is the line between its nodes. */
export function shapeOf({ network }: RoutingGraph, edge: number): Position[] {
  const { edgeShapeStart, shape, nodeLon, nodeLat, edgeFrom, edgeTo } = network
  const line: Position[] = []
  for (let at = edgeShapeStart[edge] ?? 0; at < (edgeShapeStart[edge + 1] ?? 0); at++)
    line.push([(shape[2 * at] ?? 0) / 1e5, (shape[2 * at + 1] ?? 0) / 1e5])
  if (line.length >= 2) return line
  return [edgeFrom[edge] ?? 0, edgeTo[edge] ?? 0].map((node): Position => [nodeLon[node] ?? 0, nodeLat[node] ?? 0])
}

/** The part of a line between two shares of its length (flat reckoning, as for footholds). */
export function cutLine(line: readonly Position[], begin: number, end: number): Position[] {
  const lengths = line.slice(1).map(([lon, lat], index) => {
    const [lonBefore, latBefore] = line[index] ?? [lon, lat]
    return Math.hypot((lon - lonBefore) * Math.cos((lat * Math.PI) / 180), lat - latBefore)
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const at = (share: number): Position => pointAt(line, lengths, share * total)
  const cut: Position[] = [at(begin)]
  let along = 0
  lengths.forEach((length, index) => {
    along += length
    const vertex = line[index + 1]
    if (vertex && along > begin * total && along < end * total) cut.push(vertex)
  })
  return [...cut, at(end)]
}

function pointAt(line: readonly Position[], lengths: readonly number[], distance: number): Position {
  let left = distance
  for (const [index, length] of lengths.entries()) {
    const [a, b] = [line[index], line[index + 1]]
    if (a && b && (left <= length || index === lengths.length - 1)) {
      const t = length === 0 ? 0 : Math.min(1, left / length)
      return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}
