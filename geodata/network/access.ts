/**
 * Where a place joins the network: at the nodes of a feature that the network names, else at the nearest point of a road
 * that one may enter anywhere (no motorway, no ferry) in the part of the network that holds together. The way from the
 * place to that point is straight, times a stated detour factor.
 */
import Flatbush from 'flatbush'
import type { Position } from '#geodata/contract/geo.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { EDGE_CLASSES, EDGE_FLAGS, EDGE_STATUSES, MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { Seed } from './seed.ts'
import { edgeWeight, type Weighting } from './weighting.ts'

/** One way to join. */
export type Foothold = {
  point: Position
  /** Straight distance from the place. */
  straightKm: number
} & (
  | { kind: 'node'; node: number }
  /** `fraction`: share of the edge's length, 0 at its from, 1 at its to. */
  | { kind: 'edge'; edge: number; fraction: number }
)

export interface AccessIndex {
  boxes: Flatbush
  /** Edge of each box. */
  edges: Uint32Array
}

const KM_PER_DEGREE = 111.195
const FIRST_LOOK_KM = 3

export function buildAccessIndex(graph: RoutingGraph): AccessIndex {
  const joinable = joinableEdges(graph)
  const boxes = new Flatbush(Math.max(1, joinable.length))
  if (joinable.length === 0) boxes.add(0, 0, 0, 0)
  for (const edge of joinable) boxes.add(...boxOf(graph, edge))
  boxes.finish()
  return { boxes, edges: Uint32Array.from(joinable) }
}

/** Roads in use that one may enter anywhere, in the largest part of the network that holds together. */
function joinableEdges(graph: RoutingGraph): number[] {
  const { network } = graph
  const part = partOf(graph)
  const [road, operational] = [MODES.indexOf('road'), EDGE_STATUSES.indexOf('operational')]
  const barred: readonly (number | undefined)[] = [EDGE_CLASSES.indexOf('motorway'), EDGE_CLASSES.indexOf('ferry')]
  const joinable: number[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const fits =
      network.edgeMode[edge] === road &&
      network.edgeStatus[edge] === operational &&
      !barred.includes(network.edgeClass[edge]) &&
      part.label[network.edgeFrom[edge] ?? 0] === part.largest
    if (fits) joinable.push(edge)
  }
  return joinable
}

/** Edges in use. */
export function isOperational({ network }: RoutingGraph, edge: number): boolean {
  return network.edgeStatus[edge] === EDGE_STATUSES.indexOf('operational')
}

/** Edges in use on land that cross no border. */
export function isInside(graph: RoutingGraph, edge: number): boolean {
  const { edgeFlags, edgeMode } = graph.network
  const crosses = ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.borderCrossing) !== 0
  return isOperational(graph, edge) && !crosses && edgeMode[edge] !== MODES.indexOf('sea')
}

/** Labels of the parts that hold together over the edges that `holds` says, direction disregarded. */
export function partOf(
  graph: RoutingGraph,
  holds: (graph: RoutingGraph, edge: number) => boolean = isOperational,
): { label: Uint32Array; largest: number } {
  const { network, nodeCount, edgeCount } = graph
  const label = Uint32Array.from({ length: nodeCount }, (_, node) => node)
  const root = (node: number): number => {
    let at = node
    while (label[at] !== at) {
      label[at] = label[label[at] ?? at] ?? at
      at = label[at] ?? at
    }
    return at
  }
  for (let edge = 0; edge < edgeCount; edge++)
    if (holds(graph, edge)) label[root(network.edgeFrom[edge] ?? 0)] = root(network.edgeTo[edge] ?? 0)
  const sizes = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    label[node] = root(node)
    sizes[label[node] ?? 0] = (sizes[label[node] ?? 0] ?? 0) + 1
  }
  return { label, largest: sizes.reduce((best, size, at) => (size > (sizes[best] ?? 0) ? at : best), 0) }
}

function boxOf({ network: { edgeShapeStart, shape } }: RoutingGraph, edge: number): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  for (let at = edgeShapeStart[edge] ?? 0; at < (edgeShapeStart[edge + 1] ?? 0); at++) {
    const [lon, lat] = [(shape[2 * at] ?? 0) / 1e5, (shape[2 * at + 1] ?? 0) / 1e5]
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** The nearest point of a road that may be joined; null where there is none within `withinKm`. */
export function nearestRoad(
  graph: RoutingGraph,
  index: AccessIndex,
  place: Position,
  withinKm: number,
): Foothold | null {
  const cosine = Math.cos((place[1] * Math.PI) / 180)
  for (let radiusKm = Math.min(FIRST_LOOK_KM, withinKm); ; radiusKm = Math.min(4 * radiusKm, withinKm)) {
    const [x, y] = [radiusKm / KM_PER_DEGREE / cosine, radiusKm / KM_PER_DEGREE]
    const found = index.boxes.search(place[0] - x, place[1] - y, place[0] + x, place[1] + y)
    const points = found.map((at) => nearestOn(graph, index.edges[at] ?? 0, place))
    const best = points.reduce((a, b) => (b.degrees < a.degrees ? b : a), { ...NOWHERE })
    // Whatever lies outside the box is farther than the radius.
    if (best.degrees * KM_PER_DEGREE <= radiusKm) {
      const { edge, fraction, point } = best
      return { kind: 'edge', edge, fraction, point, straightKm: distanceM(place, point) / 1000 }
    }
    if (radiusKm >= withinKm) return null
  }
}

interface NearestOn {
  edge: number
  fraction: number
  point: Position
  degrees: number
}
const NOWHERE: NearestOn = { edge: -1, fraction: 0, point: [0, 0], degrees: Number.POSITIVE_INFINITY }

/** Flat reckoning in degrees of latitude at the place: exact enough to choose among points within a few hundred km. */
export function nearestOn({ network }: RoutingGraph, edge: number, [lon, lat]: Position): NearestOn {
  const { edgeShapeStart, shape } = network
  const squeeze = Math.cos((lat * Math.PI) / 180)
  const best: NearestOn = { ...NOWHERE, edge }
  let [along, total] = [0, 0]
  const first = edgeShapeStart[edge] ?? 0
  for (let at = first; at + 1 < (edgeShapeStart[edge + 1] ?? 0); at++) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [...shape.subarray(2 * at, 2 * at + 4)]
    const [x0, y0] = [(ax / 1e5 - lon) * squeeze, ay / 1e5 - lat]
    const [dx, dy] = [((bx - ax) / 1e5) * squeeze, (by - ay) / 1e5]
    const length = Math.hypot(dx, dy)
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / (length * length)))
    const degrees = Math.hypot(x0 + t * dx, y0 + t * dy)
    if (degrees < best.degrees) {
      best.degrees = degrees
      best.point = [lon + (x0 + t * dx) / squeeze, lat + y0 + t * dy]
      along = total + t * length
    }
    total += length
  }
  best.fraction = total === 0 ? 0 : along / total
  return best
}

/** Where a named feature stands: all its nodes, of whatever mode. Empty where the network does not know it. */
export function namedFootholds(graph: RoutingGraph, ref: string): Foothold[] {
  return (graph.nodesOf.get(ref) ?? []).map((node) => ({
    kind: 'node',
    node,
    point: placeOf(graph, node),
    straightKm: 0,
  }))
}

/** The nearest node that an edge of one of the modes touches, for questions without roads; null within no `withinKm`. */
export function nearestNode(
  graph: RoutingGraph,
  modes: readonly string[],
  place: Position,
  withinKm: number,
): Foothold | null {
  const { network, edgeCount } = graph
  const cosine = Math.cos((place[1] * Math.PI) / 180)
  let [best, least] = [-1, withinKm / KM_PER_DEGREE]
  for (let edge = 0; edge < edgeCount; edge++) {
    if (!modes.includes(MODES[network.edgeMode[edge] ?? 0] ?? '')) continue
    for (const node of [network.edgeFrom[edge] ?? 0, network.edgeTo[edge] ?? 0]) {
      const [lon, lat] = placeOf(graph, node)
      const degrees = Math.hypot((lon - place[0]) * cosine, lat - place[1])
      if (degrees < least) [best, least] = [node, degrees]
    }
  }
  if (best < 0) return null
  const point = placeOf(graph, best)
  return { kind: 'node', node: best, point, straightKm: distanceM(place, point) / 1000 }
}

function placeOf({ network }: RoutingGraph, node: number): Position {
  return [network.nodeLon[node] ?? 0, network.nodeLat[node] ?? 0]
}

/** Seeds of a way that begins (`out`) or ends (`in`) at the footholds; one-way edges are joined in their direction only. */
export function seedsOf(
  graph: RoutingGraph,
  weighting: Weighting,
  footholds: readonly Foothold[],
  way: 'out' | 'in',
): { seeds: Seed[]; footholdOf: number[] } {
  const { network } = graph
  const seeds: Seed[] = []
  const footholdOf: number[] = []
  const put = (node: number, weight: number, foothold: number): void => {
    seeds.push({ node, weight })
    footholdOf.push(foothold)
  }
  for (const [index, foothold] of footholds.entries()) {
    const access = foothold.straightKm * weighting.accessPerKm
    if (foothold.kind === 'node') {
      put(foothold.node, access, index)
      continue
    }
    const { edge, fraction } = foothold
    const whole = edgeWeight(graph, weighting, edge)
    if (whole === Number.POSITIVE_INFINITY) continue
    const isOneWay = ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
    if (!isOneWay || way === 'out') put(network.edgeTo[edge] ?? 0, access + (1 - fraction) * whole, index)
    if (!isOneWay || way === 'in') put(network.edgeFrom[edge] ?? 0, access + fraction * whole, index)
  }
  return { seeds, footholdOf }
}
