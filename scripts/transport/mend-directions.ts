/**
 * One-way pieces that cannot be right: where a listed road can be passed one way but not back without a long detour, since
 * one carriageway was not mapped whole, the other is open both ways for that stretch; and a one-way piece that leads into,
 * or out of, what has no other way is open both ways.
 */
import FlatQueue from 'flatqueue'
import { EDGE_FLAGS, EDGE_STATUSES, type EdgeFacts, MODES } from '#geodata/network/network.ts'
import { type BuiltNetwork, geodesicLengthM, type NumberedEdge } from './built-network.ts'
import { cosine } from './carriageway-ends.ts'
import { stepsOf } from './off-map-runs.ts'
import type { RawLine } from './raw-line.ts'
import { type Nearest, type SegmentIndex, segmentIndex } from './segment-index.ts'

const STRIP_WITHIN_M = 60
const STEP_M = 250
/** A stretch against its direction is taken where the way round is longer than this many times the stretch, and this. */
const AGAINST_FACTOR = 2
const AGAINST_M = 300
const FARTHEST_FACTOR = 5
const FARTHEST_M = 50_000

/** Note on an edge that was opened. */
export const OPENED_NOTE =
  'mapped as one-way; taken as open both ways, because the other carriageway is not mapped whole'

interface Arc {
  edge: number
  to: number
  isAgainst: boolean
}

/** Opens edges of `network` in place; their count. */
export function mendDirections(network: BuiltNetwork, segments: readonly RawLine[]): number {
  const isRoad = ({ mode, status }: NumberedEdge): boolean =>
    mode === MODES.indexOf('road') && status === EDGE_STATUSES.indexOf('operational')
  const arcs = arcsOf(network, isRoad)
  const opened = new Set<number>()
  const index = segmentIndex(network.edges.map((edge) => (isRoad(edge) ? edge.vertices : [])))
  const isPaired = pairing(network.edges, index)
  for (const { vertices, level, isSchematic, status } of segments) {
    if (level !== 'road' || isSchematic || status !== 'operational') continue
    const steps = stepsOf(vertices, STEP_M).map(([x, y]) => index.nearestOfEach(x, y, STRIP_WITHIN_M))
    const strip = new Set(steps.flatMap((near) => near.map(({ line }) => line)))
    const [first = [], last = []] = [steps[0], steps.at(-1)].map((near) => near?.map((one) => footOn(network, one)))
    const lengthM = geodesicLengthM(vertices)
    for (const [from, to] of [
      [first, last],
      [last, first],
    ] as const)
      for (const edge of against(network.edges, arcs, { from, to, strip, lengthM, isPaired })) opened.add(edge)
  }
  for (const edge of oneWayTraps(network, arcs, opened)) if (!isPaired(edge)) opened.add(edge)
  open(network, opened)
  return opened.size
}

/** Whether a one-way edge of the other direction runs beside an edge for most of its length. */
function pairing(edges: readonly NumberedEdge[], index: SegmentIndex): (edge: number) => boolean {
  const known = new Map<number, boolean>()
  const isBeside = (edge: number, share: number): boolean => {
    const vertices = edges[edge]?.vertices ?? []
    const at = 2 * Math.floor(share * (vertices.length / 2 - 1))
    const piece = vertices.slice(at, at + 4)
    const [ax = 0, ay = 0, bx = 0, by = 0] = piece
    const isOther = (other: number): boolean => other !== edge && edges[other] !== undefined && isOneWay(edges[other])
    return index
      .nearestOfEach((ax + bx) / 2, (ay + by) / 2, STRIP_WITHIN_M, isOther)
      .some(
        ({ line, segment }) => cosine(piece, (edges[line]?.vertices ?? []).slice(2 * segment, 2 * segment + 4)) < -0.8,
      )
  }
  return (edge) => {
    const before = known.get(edge)
    if (before !== undefined) return before
    const found = [0.1, 0.5, 0.9].filter((share) => isBeside(edge, share)).length >= 2
    known.set(edge, found)
    return found
  }
}

function footOn({ edges }: BuiltNetwork, { line, segment, x, y }: Nearest): Foot {
  const vertices = edges[line]?.vertices ?? []
  return { edge: line, alongM: geodesicLengthM([...vertices.slice(0, 2 * segment + 2), x, y]) }
}

function arcsOf({ nodes, edges }: BuiltNetwork, isRoad: (edge: NumberedEdge) => boolean): Arc[][] {
  const arcs: Arc[][] = Array.from({ length: nodes.length / 2 }, () => [])
  edges.forEach((edge, index) => {
    if (!isRoad(edge)) return
    arcs[edge.from]?.push({ edge: index, to: edge.to, isAgainst: false })
    arcs[edge.to]?.push({ edge: index, to: edge.from, isAgainst: isOneWay(edge) })
  })
  return arcs
}

const isOneWay = ({ flags }: NumberedEdge): boolean => (flags & EDGE_FLAGS.oneWay) !== 0

/** A place on an edge: metres along it from its first node. */
interface Foot {
  edge: number
  alongM: number
}

interface Passage {
  /** Where the listed segment begins and ends. */
  from: readonly Foot[]
  to: readonly Foot[]
  /** Edges along it: only these may be taken against their direction. */
  strip: ReadonlySet<number>
  lengthM: number
  /** The other carriageway runs beside it: never taken against its direction. */
  isPaired: (edge: number) => boolean
}

const [START, GOAL] = [-1, -2]

/** The edges that the lightest way between the ends takes against their direction. */
function against(
  edges: readonly NumberedEdge[],
  arcs: readonly Arc[][],
  { from, to, strip, lengthM, isPaired }: Passage,
): number[] {
  const best = new Map<number, number>()
  const cameBy = new Map<number, { node: number; arc: Arc }>()
  const queue = new FlatQueue<number>()
  const relax = (node: number, weight: number, arc: Arc, metres: number): void => {
    if (arc.isAgainst && (!strip.has(arc.edge) || isPaired(arc.edge))) return
    const next = weight + (arc.isAgainst ? AGAINST_FACTOR * metres + AGAINST_M : metres)
    if (next >= (best.get(arc.to) ?? Number.POSITIVE_INFINITY)) return
    best.set(arc.to, next)
    cameBy.set(arc.to, { node, arc })
    queue.push(arc.to, next)
  }
  for (const begin of from) leave(edges, begin, to, (arc, metres) => relax(START, 0, arc, metres))
  const farthest = FARTHEST_FACTOR * lengthM + FARTHEST_M
  for (let weight = queue.peekValue(); weight !== undefined && weight <= farthest; weight = queue.peekValue()) {
    const node = queue.pop() ?? GOAL
    if (node === GOAL) return trace(cameBy)
    if (weight > (best.get(node) ?? 0)) continue
    for (const arc of arcs[node] ?? []) relax(node, weight, arc, edges[arc.edge]?.lengthM ?? 0)
    for (const end of to) arrive(edges, end, node, (arc, metres) => relax(node, weight, arc, metres))
  }
  return []
}

type Step = (arc: Arc, metres: number) => void

/** From a place on an edge to both its nodes, and to a goal on the same edge. */
function leave(edges: readonly NumberedEdge[], { edge, alongM }: Foot, goals: readonly Foot[], step: Step): void {
  const own = edges[edge]
  if (!own) return
  step({ edge, to: own.to, isAgainst: false }, own.lengthM - alongM)
  step({ edge, to: own.from, isAgainst: isOneWay(own) }, alongM)
  for (const goal of goals)
    if (goal.edge === edge)
      step({ edge, to: GOAL, isAgainst: isOneWay(own) && goal.alongM < alongM }, Math.abs(goal.alongM - alongM))
}

function arrive(edges: readonly NumberedEdge[], { edge, alongM }: Foot, node: number, step: Step): void {
  const own = edges[edge]
  if (own?.from === node) step({ edge, to: GOAL, isAgainst: false }, alongM)
  if (own?.to === node) step({ edge, to: GOAL, isAgainst: isOneWay(own) }, own.lengthM - alongM)
}

function trace(cameBy: ReadonlyMap<number, { node: number; arc: Arc }>): number[] {
  const found: number[] = []
  for (let step = cameBy.get(GOAL); step; step = cameBy.get(step.node))
    if (step.arc.isAgainst) found.push(step.arc.edge)
  return found
}

/** One-way edges at nodes from which the main part cannot be reached, or that cannot be reached from it. */
function oneWayTraps({ edges }: BuiltNetwork, arcs: readonly Arc[][], opened: ReadonlySet<number>): number[] {
  const start = hubOf(arcs)
  const passable = (arc: Arc, isBackward: boolean): boolean => {
    const edge = edges[arc.edge]
    return edge !== undefined && (!isOneWay(edge) || opened.has(arc.edge) || arc.isAgainst === isBackward)
  }
  const reach = (isBackward: boolean): Set<number> => spread(arcs, start, (arc) => passable(arc, isBackward))
  const [out, back, whole] = [reach(false), reach(true), spread(arcs, start, () => true)]
  const isTrapped = (node: number): boolean => whole.has(node) && !(out.has(node) && back.has(node))
  return [...edges.entries()].flatMap(([index, edge]) =>
    isOneWay(edge) && (isTrapped(edge.from) || isTrapped(edge.to)) ? [index] : [],
  )
}

/** A node of the main part: of those with the most arcs the first from which most can be reached. */
function hubOf(arcs: readonly Arc[][]): number {
  const busiest = [...arcs.keys()].sort((a, b) => (arcs[b]?.length ?? 0) - (arcs[a]?.length ?? 0)).slice(0, 5)
  const sizes = busiest.map((node) => spread(arcs, node, ({ isAgainst }) => !isAgainst).size)
  return busiest[sizes.indexOf(Math.max(...sizes))] ?? 0
}

function spread(arcs: readonly Arc[][], start: number, accept: (arc: Arc) => boolean): Set<number> {
  const seen = new Set([start])
  const open = [start]
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (const arc of arcs[node] ?? []) {
      if (seen.has(arc.to) || !accept(arc)) continue
      seen.add(arc.to)
      open.push(arc.to)
    }
  return seen
}

function open(network: BuiltNetwork, opened: ReadonlySet<number>): void {
  const noted = new Map<number, number>()
  for (const index of [...opened].sort((a, b) => a - b)) {
    const edge = network.edges[index]
    const facts = network.facts[edge?.facts ?? -1]
    if (!edge || !facts) continue
    edge.flags &= ~EDGE_FLAGS.oneWay
    const known = noted.get(edge.facts) ?? network.facts.push(withNote(facts)) - 1
    noted.set(edge.facts, known)
    edge.facts = known
  }
}

function withNote(facts: EdgeFacts): EdgeFacts {
  return { ...facts, note: facts.note === null ? OPENED_NOTE : `${facts.note}; ${OPENED_NOTE}` }
}
