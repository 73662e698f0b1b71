/** A network that can still grow: nodes and edges may be added and an edge split; the original is left as it is. */
import type { Position } from '#geodata/contract/geo.ts'
import type { EdgeFacts, Network } from '#geodata/network/network.ts'
import { cutLine } from '#geodata/network/stretches.ts'

export interface DraftEdge {
  from: number
  to: number
  mode: number
  edgeClass: number
  flags: number
  lengthM: number
  facts: number
  line: Position[]
  /** Of a half of a split edge: the edge whose other facts it shares. */
  like?: number
}

export interface Draft {
  base: Network
  nodes: Position[]
  facts: EdgeFacts[]
  /** Points at which an edge of the base was split, by share of its length. */
  splits: Map<number, { fraction: number; node: number }[]>
  added: DraftEdge[]
  addNode(position: Position): number
  /** Returns the index that the edge will have. */
  add(edge: DraftEdge): number
}

export function draftOf(base: Network): Draft {
  const draft: Draft = {
    base,
    nodes: [...base.nodeLon].map((lon, node): Position => [lon, base.nodeLat[node] ?? 0]),
    facts: [...base.facts],
    splits: new Map(),
    added: [],
    addNode: (position) => draft.nodes.push(position) - 1,
    add: (edge) => base.edgeFrom.length + draft.added.push(edge) - 1,
  }
  return draft
}

export interface SplitPoint {
  edge: number
  fraction: number
  point: Position
}

/**
 * The node at a point of an edge of the base. The edge stays in its place as the stretch before the first split, so that
 * no index moves; stretches after it are added.
 */
export function splitEdge(draft: Draft, { edge, fraction, point }: SplitPoint): number {
  if (fraction <= 0) return draft.base.edgeFrom[edge] ?? 0
  if (fraction >= 1) return draft.base.edgeTo[edge] ?? 0
  const node = draft.addNode(point)
  const splits = draft.splits.get(edge) ?? []
  draft.splits.set(edge, [...splits, { fraction, node }])
  return node
}

/** The finished network: base edges in place, split ones shortened, the rest behind them. */
export function networkFrom(draft: Draft): Network {
  const { base } = draft
  const edges = [...baseEdges(draft)]
  const rest: DraftEdge[] = []
  for (const [edge, splits] of draft.splits) {
    const pieces = piecesOf(base, edge, splits)
    edges[edge] = pieces[0] ?? edges[edge] ?? baseEdge(base, edge)
    rest.push(...pieces.slice(1))
  }
  const all = [...edges, ...draft.added, ...rest]
  const starts = new Uint32Array(all.length + 1)
  all.forEach(({ line }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length
  })
  const shape = new Int32Array(2 * (starts[all.length] ?? 0))
  let at = 0
  for (const { line } of all)
    for (const position of line) for (const degrees of position) shape[at++] = Math.round(degrees * 1e5)
  const alike = (array: Uint8Array | Uint16Array): number[] =>
    all.map(({ like }) => (like === undefined ? 0 : (array[like] ?? 0)))
  return {
    version: `${base.version}+drawn`,
    nodeLon: Float64Array.from(draft.nodes, ([lon]) => lon),
    nodeLat: Float64Array.from(draft.nodes, ([, lat]) => lat),
    named: base.named,
    edgeFrom: Uint32Array.from(all, ({ from }) => from),
    edgeTo: Uint32Array.from(all, ({ to }) => to),
    edgeMode: Uint8Array.from(all, ({ mode }) => mode),
    edgeClass: Uint8Array.from(all, ({ edgeClass }) => edgeClass),
    edgeTerrain: Uint8Array.from(alike(base.edgeTerrain)),
    edgeStatus: Uint8Array.from(alike(base.edgeStatus)),
    edgeFlags: Uint8Array.from(all, ({ flags }) => flags),
    edgeClosedMonths: Uint16Array.from(alike(base.edgeClosedMonths)),
    edgeLengthM: Float64Array.from(all, ({ lengthM }) => lengthM),
    edgeFacts: Uint32Array.from(all, ({ facts }) => facts),
    facts: draft.facts,
    edgeShapeStart: starts,
    shape,
  }
}

function* baseEdges({ base }: Draft): Iterable<DraftEdge> {
  for (let edge = 0; edge < base.edgeFrom.length; edge++) yield baseEdge(base, edge)
}

function baseEdge(base: Network, edge: number): DraftEdge {
  const line: Position[] = []
  for (let at = base.edgeShapeStart[edge] ?? 0; at < (base.edgeShapeStart[edge + 1] ?? 0); at++)
    line.push([(base.shape[2 * at] ?? 0) / 1e5, (base.shape[2 * at + 1] ?? 0) / 1e5])
  return {
    from: base.edgeFrom[edge] ?? 0,
    to: base.edgeTo[edge] ?? 0,
    mode: base.edgeMode[edge] ?? 0,
    edgeClass: base.edgeClass[edge] ?? 0,
    flags: base.edgeFlags[edge] ?? 0,
    lengthM: base.edgeLengthM[edge] ?? 0,
    facts: base.edgeFacts[edge] ?? 0,
    line,
    like: edge,
  }
}

function piecesOf(base: Network, edge: number, splits: readonly { fraction: number; node: number }[]): DraftEdge[] {
  const whole = baseEdge(base, edge)
  const cuts = [
    { fraction: 0, node: whole.from },
    ...splits.toSorted((a, b) => a.fraction - b.fraction),
    { fraction: 1, node: whole.to },
  ]
  return cuts.slice(1).map((end, index): DraftEdge => {
    const start = cuts[index] ?? end
    return {
      ...whole,
      from: start.node,
      to: end.node,
      lengthM: whole.lengthM * (end.fraction - start.fraction),
      line: cutLine(whole.line, start.fraction, end.fraction),
    }
  })
}
