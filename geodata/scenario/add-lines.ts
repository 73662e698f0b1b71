/**
 * A network with drawn lines added. Each end joins the nearest edge of its own mode within a few kilometres, which is
 * split there; a railway that meets no railway joins the nearest road by a change of mode. Between its ends a drawn line
 * joins nothing: bridges over what it crosses are assumed.
 */
import type { Position } from '#geodata/contract/geo.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { nearestOn } from '#geodata/network/access.ts'
import {
  EDGE_CLASSES,
  EDGE_FLAGS,
  EDGE_STATUSES,
  type EdgeFacts,
  MODES,
  type Mode,
  type Network,
} from '#geodata/network/network.ts'
import type { OwnTerms, RoutingGraph } from '#geodata/network/routing-graph.ts'
import { lengthM } from '#geodata/spatial/geodesic.ts'
import { draftOf, networkFrom, splitEdge } from './network-draft.ts'

export type AddedLine = Extract<Change, { kind: 'add-line' }>

const JOINS_WITHIN_KM = 25
const KM_PER_DEGREE = 111.195

export const DRAWN: EdgeFacts = {
  reference: null,
  name: { en: 'Drawn line', ur: null, zh: null },
  gaugeMm: null,
  year: null,
  corridors: [],
  surface: null,
  axleLoadLimitT: null,
  grossWeightLimitT: null,
  toll: null,
  officialLengthKm: null,
  sources: [],
  confidence: 'low',
  note: 'Drawn by the reader.',
}

/** The new network, and the terms of the edges that were drawn, by edge. */
export function addLines(
  graph: RoutingGraph,
  lines: readonly AddedLine[],
): { network: Network; ownOf: Map<number, OwnTerms> } {
  const draft = draftOf(graph.network)
  const facts = draft.facts.push(DRAWN) - 1
  const own: { edge: number; terms: OwnTerms }[] = []
  for (const { mode, line, speedKmH, costUsdPerTonneKm } of lines) {
    const ends = [line[0], line.at(-1)].flatMap((end) => (end ? [joinAt(graph, draft, end, { mode, facts })] : []))
    const [from, to] = ends
    if (from === undefined || to === undefined) continue
    const edge = draft.add({
      from,
      to,
      mode: MODES.indexOf(mode),
      edgeClass: EDGE_CLASSES.indexOf(mode === 'rail' ? 'rail-main' : 'primary'),
      flags: EDGE_FLAGS.schematic,
      lengthM: lengthM(line),
      facts,
      line,
    })
    own.push({ edge, terms: { speedKmH, costUsdPerTonneKm } })
  }
  return { network: networkFrom(draft), ownOf: new Map(own.map(({ edge, terms }) => [edge, terms])) }
}

/** The node at which a drawn end joins the network; the end itself where nothing is near. */
function joinAt(
  graph: RoutingGraph,
  draft: ReturnType<typeof draftOf>,
  end: Position,
  { mode, facts }: { mode: Mode; facts: number },
): number {
  const same = nearestOfMode(graph, mode, end)
  const node = draft.addNode(end)
  const link = (to: number, linkMode: Mode): void => {
    const line: Position[] = [end, draft.nodes[to] ?? end]
    const isChange = linkMode === 'transshipment'
    const edgeClass = EDGE_CLASSES.indexOf(isChange ? 'transshipment' : mode === 'rail' ? 'rail-branch' : 'minor')
    const flags = isChange ? 0 : EDGE_FLAGS.schematic
    draft.add({
      from: node,
      to,
      mode: MODES.indexOf(linkMode),
      edgeClass,
      flags,
      lengthM: isChange ? 0 : lengthM(line),
      facts,
      line,
    })
  }
  if (same) link(splitEdge(draft, same), mode)
  const road = mode === 'rail' ? nearestOfMode(graph, 'road', end) : null
  if (!same && road) link(splitEdge(draft, road), 'transshipment')
  return node
}

function nearestOfMode(graph: RoutingGraph, mode: Mode, place: Position) {
  const { network } = graph
  const [wanted, operational] = [MODES.indexOf(mode), EDGE_STATUSES.indexOf('operational')]
  const motorway = EDGE_CLASSES.indexOf('motorway')
  let best: ReturnType<typeof nearestOn> | null = null
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const fits =
      network.edgeMode[edge] === wanted &&
      network.edgeStatus[edge] === operational &&
      network.edgeClass[edge] !== motorway
    if (!fits || !isNear(graph, edge, place)) continue
    const found = nearestOn(graph, edge, place)
    if (found.degrees * KM_PER_DEGREE <= JOINS_WITHIN_KM && found.degrees < (best?.degrees ?? Number.POSITIVE_INFINITY))
      best = found
  }
  return best
}

function isNear({ network, edgeKm }: RoutingGraph, edge: number, [lon, lat]: Position): boolean {
  const node = network.edgeFrom[edge] ?? 0
  const slack = ((edgeKm[edge] ?? 0) + JOINS_WITHIN_KM) / 70
  return Math.abs((network.nodeLon[node] ?? 0) - lon) <= slack && Math.abs((network.nodeLat[node] ?? 0) - lat) <= slack
}
