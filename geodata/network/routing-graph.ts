/**
 * The network made ready for searching: arcs of each node in one row (compressed sparse rows), and edges sorted into
 * kinds that cost the same a kilometre, so that new rates mean a few hundred reckonings and one pass over the edges.
 * A network has nodes of road, of rail and of sea; transshipment edges join them, so a node says the mode.
 */
import type { Berth } from '#geodata/economics/vehicles.ts'
import { EDGE_CLASSES, EDGE_FLAGS, EDGE_STATUSES, type EdgeFacts, MODES, type Network, TERRAINS } from './network.ts'

/**
 * What is paid once on an edge: nothing, a border, a change between road and rail, or, on a sea lane, loading and
 * discharging: each lane is one voyage, so a cargo that goes on by another ship pays again.
 */
export const STOPS = ['none', 'border', 'transload', 'voyage'] as const
export type Stop = (typeof STOPS)[number]

/** Edges of one kind cost the same a kilometre and once, and are open or closed together. */
export interface StretchKind {
  mode: (typeof MODES)[number]
  class: (typeof EDGE_CLASSES)[number]
  terrain: (typeof TERRAINS)[number]
  isUnpaved: boolean
  hasToll: boolean
  axleLoadLimitT: number | null
  grossWeightLimitT: number | null
  /** Ports at the ends of a sea lane. */
  berths: readonly Berth[]
  /** Of drawn lines; null: the rates of the class hold. */
  own: OwnTerms | null
  /** What is paid once on the edge. */
  stop: Stop
  status: (typeof EDGE_STATUSES)[number]
  /** Bit m−1 set: closed in month m. */
  closedMonths: number
  crossesBorder: boolean
}

/** Speed and rate of a line that a reader has drawn. */
export interface OwnTerms {
  speedKmH: number
  costUsdPerTonneKm: number
}

/** Arcs of node n: positions `start[n]` to `start[n + 1]` of `head` (the other node) and `edge`. */
export interface ArcRows {
  start: Uint32Array
  head: Uint32Array
  edge: Uint32Array
}

export interface RoutingGraph {
  network: Network
  nodeCount: number
  edgeCount: number
  /** Ways out of a node, and ways into it. */
  out: ArcRows
  in: ArcRows
  edgeKm: Float64Array
  edgeKind: Uint16Array
  kinds: readonly StretchKind[]
  /** Nodes of a named feature, by `dataset/id`. */
  nodesOf: ReadonlyMap<string, readonly number[]>
}

/** `berths`: by `dataset/id` of the named nodes that are ports. */
export function buildRoutingGraph(
  network: Network,
  berths: ReadonlyMap<string, Berth>,
  ownOf: ReadonlyMap<number, OwnTerms> = new Map(),
): RoutingGraph {
  const nodeCount = network.nodeLon.length
  const edgeCount = network.edgeFrom.length
  const nodesOf = new Map<string, number[]>()
  for (const { ref, node } of network.named) nodesOf.set(ref, [...(nodesOf.get(ref) ?? []), node])
  const berthAt = new Map<number, Berth>()
  for (const { ref, node } of network.named) {
    const berth = berths.get(ref)
    if (berth) berthAt.set(node, berth)
  }
  return {
    network,
    nodeCount,
    edgeCount,
    out: arcRows(network, nodeCount, 'out'),
    in: arcRows(network, nodeCount, 'in'),
    edgeKm: network.edgeLengthM.map((metres) => metres / 1000),
    ...kindsOf(network, berthAt, ownOf),
    nodesOf,
  }
}

function arcRows({ edgeFrom, edgeTo, edgeFlags }: Network, nodeCount: number, way: 'out' | 'in'): ArcRows {
  const [tails, heads] = way === 'out' ? [edgeFrom, edgeTo] : [edgeTo, edgeFrom]
  const start = new Uint32Array(nodeCount + 1)
  const isOneWay = (edge: number): boolean => ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
  const count = (node: number | undefined): void => {
    if (node !== undefined) start[node + 1] = (start[node + 1] ?? 0) + 1
  }
  for (let edge = 0; edge < tails.length; edge++) {
    count(tails[edge])
    if (!isOneWay(edge)) count(heads[edge])
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0)
  const next = start.slice()
  const arcs = { head: new Uint32Array(start[nodeCount] ?? 0), edge: new Uint32Array(start[nodeCount] ?? 0) }
  const put = (tail = 0, head = 0, edge = 0): void => {
    const at = next[tail] ?? 0
    arcs.head[at] = head
    arcs.edge[at] = edge
    next[tail] = at + 1
  }
  for (let edge = 0; edge < tails.length; edge++) {
    put(tails[edge], heads[edge], edge)
    if (!isOneWay(edge)) put(heads[edge], tails[edge], edge)
  }
  return { start, ...arcs }
}

function kindsOf(network: Network, berthAt: ReadonlyMap<number, Berth>, ownOf: ReadonlyMap<number, OwnTerms>) {
  const kinds: StretchKind[] = []
  const known = new Map<string, number>()
  const stops = stopsOf(network)
  const kindIndex = (edge: number): number => {
    const stop = STOPS[stops[edge] ?? 0] ?? 'none'
    const kind = { ...kindOf(network, edge, berthAt), own: ownOf.get(edge) ?? null, stop }
    const key = JSON.stringify(kind)
    const index = known.get(key) ?? kinds.push(kind) - 1
    known.set(key, index)
    return index
  }
  // Edges that look alike are of one kind; only what ports or readers say of single edges is looked at edge by edge.
  const looks = new Map<number, number>()
  const lookOf = looksOf(network)
  const sea = MODES.indexOf('sea')
  const edgeKind = Uint16Array.from(network.edgeFrom, (_, edge) => {
    if (network.edgeMode[edge] === sea || ownOf.has(edge)) return kindIndex(edge)
    const look = lookOf(edge) * STOPS.length + (stops[edge] ?? 0)
    const index = looks.get(look) ?? kindIndex(edge)
    looks.set(look, index)
    return index
  })
  return { kinds, edgeKind }
}

/** A number for everything about an edge that its kind depends on, but for ports, drawn lines and stops. */
function looksOf(network: Network): (edge: number) => number {
  const numbers = new Map<string, number>()
  const factsNumber = network.facts.map(({ surface, toll, axleLoadLimitT, grossWeightLimitT }) => {
    const text = JSON.stringify([surface, toll, axleLoadLimitT, grossWeightLimitT])
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  })
  const fields: readonly [ArrayLike<number>, number][] = [
    [network.edgeMode, MODES.length],
    [network.edgeClass, EDGE_CLASSES.length],
    [network.edgeTerrain, TERRAINS.length],
    [network.edgeStatus, EDGE_STATUSES.length],
    [network.edgeFlags, 256],
    [network.edgeClosedMonths, 4096],
  ]
  return (edge) => {
    let look = factsNumber[network.edgeFacts[edge] ?? -1] ?? numbers.size
    for (const [values, size] of fields) look = look * size + (values[edge] ?? 0)
    return look
  }
}

function kindOf(
  network: Network,
  edge: number,
  berthAt: ReadonlyMap<number, Berth>,
): Omit<StretchKind, 'own' | 'stop'> {
  const mode = MODES[network.edgeMode[edge] ?? 0] ?? 'road'
  const facts = factsOf(network, edge)
  const ends = [network.edgeFrom[edge] ?? 0, network.edgeTo[edge] ?? 0]
  const isRoad = mode === 'road'
  return {
    mode,
    class: EDGE_CLASSES[network.edgeClass[edge] ?? 0] ?? 'minor',
    terrain: TERRAINS[network.edgeTerrain[edge] ?? 0] ?? 'plain',
    isUnpaved: isRoad && isUnpaved(facts, network.edgeClass[edge] ?? 0),
    hasToll: isRoad && facts?.toll != null && !/^(no|false|none)\b/i.test(facts.toll),
    axleLoadLimitT: isRoad ? (facts?.axleLoadLimitT ?? null) : null,
    grossWeightLimitT: isRoad ? (facts?.grossWeightLimitT ?? null) : null,
    berths: mode === 'sea' ? ends.flatMap((node) => berthAt.get(node) ?? []) : [],
    status: EDGE_STATUSES[network.edgeStatus[edge] ?? 0] ?? 'closed',
    closedMonths: network.edgeClosedMonths[edge] ?? 0,
    crossesBorder: ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.borderCrossing) !== 0,
  }
}

const UNPAVED = /gravel|unpaved|dirt|earth|ground|sand|compacted|fine_gravel|mud|pebble|track/i

function isUnpaved(facts: EdgeFacts | undefined, edgeClass: number): boolean {
  return facts?.surface == null ? EDGE_CLASSES[edgeClass] === 'track' : UNPAVED.test(facts.surface)
}

function stopsOf(network: Network): Uint8Array {
  const isSea = new Uint8Array(network.nodeLon.length)
  const [sea, transshipment] = [MODES.indexOf('sea'), MODES.indexOf('transshipment')]
  for (let edge = 0; edge < network.edgeFrom.length; edge++)
    if (network.edgeMode[edge] === sea)
      for (const node of [network.edgeFrom[edge], network.edgeTo[edge]]) if (node !== undefined) isSea[node] = 1
  const stopOf = (edge: number): Stop => {
    if (network.edgeMode[edge] === sea) return 'voyage'
    if (network.edgeMode[edge] !== transshipment)
      return ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.borderCrossing) !== 0 ? 'border' : 'none'
    // Between quay and ship the voyage pays.
    const touchesSea = isSea[network.edgeFrom[edge] ?? 0] === 1 || isSea[network.edgeTo[edge] ?? 0] === 1
    return touchesSea ? 'none' : 'transload'
  }
  return Uint8Array.from(network.edgeFrom, (_, edge) => STOPS.indexOf(stopOf(edge)))
}

export function factsOf(network: Network, edge: number): EdgeFacts | undefined {
  return network.facts[network.edgeFacts[edge] ?? -1]
}

export function emptyRows(nodeCount: number, arcs: number): ArcRows {
  return { start: new Uint32Array(nodeCount + 1), head: new Uint32Array(arcs), edge: new Uint32Array(arcs) }
}
