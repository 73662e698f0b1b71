/**
 * A path told as a journey: legs by mode, stretches by road number, cost by purpose with its range, hours, CO₂, what is
 * trusted least, and the line to draw. Everything is added up from the same passages that the search weighed.
 */

import type { Position } from '#geodata/contract/geo.ts'
import type { Leg, Range, Route, RoutePart } from '#geodata/contract/logistics.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import { shipDwt } from '#geodata/economics/vehicles.ts'
import type { RoutePath } from './find-route.ts'
import { FREE, type Passage, type Tariff, totalOf } from './impedance.ts'
import { EDGE_FLAGS, EDGE_STATUSES } from './network.ts'
import { factsOf, type RoutingGraph } from './routing-graph.ts'
import { type Stretch, stretchesOf } from './stretches.ts'

/** The same rates at their cheap, usual and dear ends. */
export type Tariffs = Readonly<Record<keyof Range, Tariff>>

export interface End {
  name: LocalName | null
  position: Position
  /** The position is only known to its district. */
  isDistrictLevel: boolean
}

export interface ItineraryQuestion {
  graph: RoutingGraph
  tariffs: Tariffs
  path: RoutePath
  from: End
  to: End
  /** As in Conditions. */
  speedFactor?: Float32Array
}

export function itineraryOf(question: ItineraryQuestion): Route {
  const { graph, path, from, to } = question
  const coordinates: Position[] = []
  const stretches = stretchesOf(graph, path, from.position, to.position)
  const legs: Leg[] = []
  for (const group of groupsByMode(stretches)) {
    const firstVertex = Math.max(0, coordinates.length - 1)
    for (const { line } of group) for (const position of line) appendIfNew(coordinates, position)
    legs.push(legOf(question, group, { firstVertex, lastVertex: Math.max(0, coordinates.length - 1) }))
  }
  nameEnds(legs, from, to)
  const [only = from.position] = coordinates
  if (coordinates.length < 2) coordinates.push(only, ...(coordinates.length === 0 ? [only] : []))
  const sum = (value: (leg: Leg) => number): number => legs.reduce((total, leg) => total + value(leg), 0)
  return {
    lengthKm: sum((leg) => leg.lengthKm),
    timeH: sum((leg) => leg.timeH),
    costUsdPerTonne: {
      low: sum((leg) => leg.costUsdPerTonne.low),
      base: sum((leg) => leg.costUsdPerTonne.base),
      high: sum((leg) => leg.costUsdPerTonne.high),
    },
    co2KgPerTonne: sum((leg) => leg.co2KgPerTonne),
    split: legs.reduce((total, { split }) => added(total, split, 1), FREE),
    legs,
    geometry: { type: 'LineString', coordinates },
    confidence: leastConfidence(legs.map(({ confidence }) => confidence)),
    weakest: weakestOf(legs),
    schematicKm: sum((leg) => leg.schematicKm),
    isIndicative: from.isDistrictLevel || to.isDistrictLevel,
  }
}

function groupsByMode(stretches: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = []
  for (const stretch of stretches) {
    const last = groups.at(-1)
    if (last && last[0]?.mode === stretch.mode) last.push(stretch)
    else groups.push([stretch])
  }
  return groups
}

function appendIfNew(line: Position[], position: Position): void {
  const last = line.at(-1)
  if (last?.[0] !== position[0] || last[1] !== position[1]) line.push(position)
}

function legOf(
  question: ItineraryQuestion,
  group: readonly Stretch[],
  vertices: Pick<Leg, 'firstVertex' | 'lastVertex'>,
): Leg {
  const passages = group.map((stretch) => passageOf(question, stretch, 'base'))
  const costAt = (end: keyof Range): number =>
    group.reduce((sum, stretch) => sum + totalOf(passageOf(question, stretch, end).cost), 0)
  const parts = partsOf(question.graph, group, passages)
  const [first] = group
  const kind = first?.edge == null ? undefined : question.graph.kinds[question.graph.edgeKind[first.edge] ?? 0]
  return {
    mode: first?.mode ?? 'access',
    from: nameAt(question.graph, first?.fromNode),
    to: nameAt(question.graph, group.at(-1)?.toNode),
    lengthKm: passages.reduce((sum, { km }) => sum + km, 0),
    timeH: passages.reduce((sum, { hours }) => sum + hours, 0),
    costUsdPerTonne: { low: costAt('low'), base: costAt('base'), high: costAt('high') },
    split: passages.reduce((sum, { cost }) => added(sum, cost, 1), FREE),
    co2KgPerTonne: passages.reduce((sum, { co2Kg }) => sum + co2Kg, 0),
    confidence: leastConfidence(parts.map(({ confidence }) => confidence)),
    // Way points of a voyage are no survey either, and no reader takes them for one.
    schematicKm:
      first?.mode === 'sea' ? 0 : parts.reduce((sum, part) => sum + (part.isSchematic ? part.lengthKm : 0), 0),
    limits: {
      axleLoadT: leastLimit(question.graph, group, 'axleLoadLimitT'),
      grossWeightT: leastLimit(question.graph, group, 'grossWeightLimitT'),
    },
    parts,
    shipDwt: kind?.mode === 'sea' ? shipDwt(kind.berths) : null,
    ...vertices,
  }
}

function leastLimit(
  { kinds, edgeKind }: RoutingGraph,
  group: readonly Stretch[],
  limit: 'axleLoadLimitT' | 'grossWeightLimitT',
): number | null {
  const known = group.flatMap(({ edge }) => (edge === null ? [] : (kinds[edgeKind[edge] ?? 0]?.[limit] ?? [])))
  return known.length === 0 ? null : Math.min(...known)
}

/** One tonne over a stretch: the share of an edge, or a straight way of access. */
function passageOf(
  { graph, tariffs, speedFactor }: ItineraryQuestion,
  { edge, share, straightKm }: Stretch,
  end: keyof Range,
): Passage & { km: number } {
  const tariff = tariffs[end]
  if (edge === null) {
    const { access } = tariff
    return {
      km: access.km * straightKm,
      hours: access.hours * straightKm,
      co2Kg: access.co2Kg * straightKm,
      cost: added(FREE, access.cost, straightKm),
    }
  }
  const km = (graph.edgeKm[edge] ?? 0) * share
  const [perKm, once] = [tariff.perKm[graph.edgeKind[edge] ?? 0], tariff.once[graph.edgeKind[edge] ?? 0]]
  const slow = speedFactor?.[edge] ?? 1
  return {
    km,
    hours: (km * (perKm?.hours ?? 0) + share * (once?.hours ?? 0)) / slow,
    co2Kg: (km * (perKm?.co2Kg ?? 0) + share * (once?.co2Kg ?? 0)) / slow,
    cost: added(added(FREE, perKm?.cost ?? FREE, km / slow), once?.cost ?? FREE, share / slow),
  }
}

function added(a: Passage['cost'], b: Passage['cost'], times: number): Passage['cost'] {
  return {
    haul: a.haul + b.haul * times,
    toll: a.toll + b.toll * times,
    handling: a.handling + b.handling * times,
    dwell: a.dwell + b.dwell * times,
    border: a.border + b.border * times,
    port: a.port + b.port * times,
  }
}

/** Unnumbered pieces shorter than this (slip roads, crossings, ends) are told with the stretch before them. */
const TOLD_WITH_OTHERS_KM = 3

function partsOf(
  graph: RoutingGraph,
  group: readonly Stretch[],
  passages: readonly (Passage & { km: number })[],
): RoutePart[] {
  const alike = joined(
    group.map((stretch, index) => {
      const { km = 0, hours = 0, cost = FREE } = passages[index] ?? {}
      return { ...partOf(graph, stretch), lengthKm: km, timeH: hours, costUsdPerTonne: totalOf(cost) }
    }),
    (last, part) => last.reference === part.reference,
  )
  const isMinor = ({ reference, lengthKm }: RoutePart): boolean => reference === null && lengthKm < TOLD_WITH_OTHERS_KM
  return joined(alike, (last, part) => last.reference === part.reference || isMinor(part))
}

/** Parts that follow each other and belong together, as one; what is schematic or not in use stays apart. */
function joined(parts: readonly RoutePart[], belongs: (last: RoutePart, part: RoutePart) => boolean): RoutePart[] {
  const result: RoutePart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    const isSame = last && last.isSchematic === part.isSchematic && last.status === part.status && belongs(last, part)
    if (!isSame) {
      result.push({ ...part })
      continue
    }
    last.lengthKm += part.lengthKm
    last.timeH += part.timeH
    last.costUsdPerTonne += part.costUsdPerTonne
    last.confidence = leastConfidence([last.confidence, part.confidence])
  }
  return result
}

function partOf({ network }: RoutingGraph, { edge }: Stretch): RoutePart {
  const facts = edge === null ? undefined : factsOf(network, edge)
  const flags = edge === null ? EDGE_FLAGS.schematic : (network.edgeFlags[edge] ?? 0)
  return {
    reference: facts?.reference ?? null,
    name: facts?.name ?? null,
    lengthKm: 0,
    costUsdPerTonne: 0,
    timeH: 0,
    officialLengthKm: facts?.officialLengthKm ?? null,
    confidence: facts?.confidence ?? 'low',
    isSchematic: (flags & EDGE_FLAGS.schematic) !== 0,
    status: edge === null ? 'operational' : (EDGE_STATUSES[network.edgeStatus[edge] ?? 0] ?? 'operational'),
  }
}

const CONFIDENCE = ['low', 'medium', 'high'] as const

function leastConfidence(all: readonly (typeof CONFIDENCE)[number][]): (typeof CONFIDENCE)[number] {
  return CONFIDENCE.find((confidence) => all.includes(confidence)) ?? 'high'
}

function weakestOf(legs: readonly Leg[]): Route['weakest'] {
  const parts = legs.flatMap((leg) =>
    leg.mode === 'transshipment' || leg.mode === 'sea' ? [] : leg.parts.map((part) => ({ ...part, mode: leg.mode })),
  )
  const why = (part: (typeof parts)[number]): string => {
    if (part.status !== 'operational') return part.status
    if (part.mode === 'access') return 'access'
    return part.isSchematic ? 'schematic' : `confidence-${part.confidence}`
  }
  const rank = [
    'planned',
    'stalled',
    'under_construction',
    'access',
    'schematic',
    'confidence-low',
    'confidence-medium',
    'confidence-high',
  ]
  const [weakest] = parts.sort((a, b) => rank.indexOf(why(a)) - rank.indexOf(why(b)) || b.lengthKm - a.lengthKm)
  return weakest ? { reference: weakest.reference, lengthKm: weakest.lengthKm, why: why(weakest) } : null
}

function nameAt({ network }: RoutingGraph, node: number | null | undefined): LocalName | null {
  if (node == null) return null
  return network.named.find((named) => named.node === node)?.name ?? null
}

function nameEnds(legs: Leg[], from: End, to: End): void {
  const [first, last] = [legs[0], legs.at(-1)]
  if (first) first.from = from.name ?? first.from
  if (last) last.to = to.name ?? last.to
}
