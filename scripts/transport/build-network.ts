/** From our datasets to the transport network: read, node, dress, merge, number. Deterministic: the same datasets give the same bytes. */

import {
  EDGE_CLASSES,
  EDGE_FLAGS,
  EDGE_STATUSES,
  type EdgeFacts,
  MODES,
  type NamedNode,
  TERRAINS,
} from '#geodata/network/network.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import type { HeightGrid } from '../build/relief-grid.ts'
import { closedMonthsBy } from './closures.ts'
import { dress } from './dress.ts'
import { type Edge, mergeEdges, nodeKeyOf, withoutRepeats } from './merge-pieces.ts'
import { nodeLines } from './node-lines.ts'
import { offMapRuns } from './off-map-runs.ts'
import { insidePakistan } from './pakistan.ts'
import { degreesOf, findPlaces, type Places } from './places.ts'
import { NO_FACTS, type RawLine, verticesOf } from './raw-line.ts'
import { type Datasets, mappedLines, segmentLines } from './read-lines.ts'
import { terrainOf } from './terrain.ts'

const NAUTICAL_MILE_M = 1852

/** An edge as it is written: codes are indexes into the lists of network.ts. */
export interface NumberedEdge {
  from: number
  to: number
  mode: number
  class: number
  terrain: number
  status: number
  flags: number
  closedMonths: number
  lengthM: number
  facts: number
  vertices: readonly number[]
}

export interface BuiltNetwork {
  /** x, y of each node. */
  nodes: number[]
  edges: NumberedEdge[]
  facts: EdgeFacts[]
  named: NamedNode[]
}

export function buildNetwork(datasets: Datasets, ground: HeightGrid): BuiltNetwork {
  const segments = segmentLines(datasets)
  const mapped = mappedLines(datasets)
  const raw = [...mapped, ...offMapRuns(segments, mapped), ...segments.filter(({ isSchematic }) => isSchematic)]
  const places = findPlaces(datasets, raw)
  const lines = [...raw, ...places.connectors]
  const pieces = withoutRepeats(nodeLines(lines, places.cuts), lines)
  const dressed = dress(pieces, lines, segments, datasets('corridors'))
  const closedMonths = closedMonthsBy(datasets('closures'))
  const facts = factsTable()
  const isInside = insidePakistan(datasets('provinces'))
  const atCrossing = new Set(places.crossings)
  const edges = pieces.map((piece, index): Edge & { status: RawLine['status'] } => {
    const line = lines[piece.line]
    const { facts: own, status } = dressed[index] ?? { facts: NO_FACTS, status: 'operational' as const }
    if (!line) throw new Error('a piece of no line')
    const ends = [nodeKeyOf(line.level, piece.vertices, 'from'), nodeKeyOf(line.level, piece.vertices, 'to')]
    const leadsAbroad = ends.some((key) => atCrossing.has(key)) && !isInside(middleOf(piece.vertices))
    return {
      ...piece,
      status,
      facts: facts.indexOf(own),
      closedMonths: closedMonths(piece.vertices, own),
      flags:
        (line.isOneWay ? EDGE_FLAGS.oneWay : 0) |
        (line.isSchematic ? EDGE_FLAGS.schematic : 0) |
        (leadsAbroad ? EDGE_FLAGS.borderCrossing : 0),
    }
  })
  const kept = new Set([...places.named.map(({ key }) => key), ...places.changes.flatMap(({ from, to }) => [from, to])])
  const statusLines = lines.map((line) => ({ ...line }))
  edges.forEach(({ line, status }) => {
    const own = statusLines[line]
    if (own) own.status = status
  })
  return number(mergeEdges(edges, statusLines, kept), statusLines, { places, facts, datasets, ground })
}

function factsTable() {
  const list: EdgeFacts[] = [NO_FACTS]
  const known = new Map<string, number>([[JSON.stringify(NO_FACTS), 0]])
  return {
    list,
    indexOf(facts: EdgeFacts): number {
      const key = JSON.stringify(facts)
      const at = known.get(key) ?? list.push(facts) - 1
      known.set(key, at)
      return at
    },
  }
}

interface Parts {
  places: Places
  facts: ReturnType<typeof factsTable>
  datasets: Datasets
  ground: HeightGrid
}

function number(edges: readonly Edge[], lines: readonly RawLine[], parts: Parts): BuiltNetwork {
  const nodes: number[] = []
  const nodeOf = new Map<string, number>()
  const at = (key: string, x: number, y: number): number => {
    const known = nodeOf.get(key)
    if (known !== undefined) return known
    nodeOf.set(key, nodes.length / 2)
    nodes.push(x, y)
    return nodes.length / 2 - 1
  }
  const numbered = edges.map(({ line, vertices, ...edge }): NumberedEdge => {
    const raw = lines[line]
    if (!raw) throw new Error('an edge of no line')
    const lengthM =
      raw.reckonedLengthM === null
        ? geodesicLengthM(vertices)
        : Math.max(raw.reckonedLengthM * shareOf(vertices, raw), geodesicLengthM(vertices))
    return {
      from: at(nodeKeyOf(raw.level, vertices, 'from'), vertices[0] ?? 0, vertices[1] ?? 0),
      to: at(nodeKeyOf(raw.level, vertices, 'to'), vertices.at(-2) ?? 0, vertices.at(-1) ?? 0),
      mode: MODES.indexOf(raw.level === 'road' ? 'road' : 'rail'),
      class: EDGE_CLASSES.indexOf(raw.class),
      terrain: TERRAINS.indexOf(terrainOf(parts.ground, vertices, lengthM)),
      status: EDGE_STATUSES.indexOf(raw.status),
      lengthM,
      vertices,
      flags: edge.flags,
      closedMonths: edge.closedMonths,
      facts: edge.facts,
    }
  })
  for (const lane of seaLanes(parts))
    numbered.push({ ...lane, from: at(lane.fromKey, ...lane.first), to: at(lane.toKey, ...lane.last) })
  for (const { from, to } of parts.places.changes) {
    const [a, b] = [nodeOf.get(from), nodeOf.get(to)]
    if (a === undefined || b === undefined) continue
    numbered.push(
      plainEdge(a, b, 'transshipment', 'transshipment', [
        ...nodes.slice(2 * a, 2 * a + 2),
        ...nodes.slice(2 * b, 2 * b + 2),
      ]),
    )
  }
  const named = parts.places.named.flatMap(({ ref, name, key }) => {
    const node = nodeOf.get(key)
    return node === undefined ? [] : [{ node, ref, name }]
  })
  return { nodes, edges: numbered, facts: parts.facts.list, named: uniqueNames(named) }
}

function uniqueNames(named: readonly NamedNode[]): NamedNode[] {
  const seen = new Set<string>()
  return named.filter(({ node, ref }) => {
    const key = `${node} ${ref}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function plainEdge(
  from: number,
  to: number,
  mode: (typeof MODES)[number],
  kind: (typeof EDGE_CLASSES)[number],
  vertices: readonly number[],
): NumberedEdge {
  return {
    ...{ from, to, vertices, terrain: 0, flags: 0, closedMonths: 0, lengthM: 0, facts: 0 },
    ...{ mode: MODES.indexOf(mode), class: EDGE_CLASSES.indexOf(kind), status: EDGE_STATUSES.indexOf('operational') },
  }
}

function seaLanes({ datasets, places, facts }: Parts) {
  return datasets('sea-lanes').flatMap(({ geometry, properties }) => {
    if (geometry?.type !== 'LineString') return []
    const vertices = verticesOf(geometry.coordinates)
    const [first, last] = [vertices.slice(0, 2) as [number, number], vertices.slice(-2) as [number, number]]
    const keyOf = (port: unknown, [x, y]: readonly number[]): string =>
      places.seaNodes.get(String(port)) ?? `sea ${x} ${y}`
    const own = facts.indexOf({
      ...NO_FACTS,
      name: properties.name,
      sources: properties.provenance?.citations.map(({ source }) => source) ?? [],
      confidence: properties.provenance?.confidence ?? 'low',
      note: properties.provenance?.note ?? null,
    })
    return [
      {
        ...plainEdge(0, 0, 'sea', 'sea-lane', vertices),
        ...{ flags: EDGE_FLAGS.schematic, lengthM: Number(properties.distanceNm) * NAUTICAL_MILE_M, facts: own },
        ...{ fromKey: keyOf(properties.fromPort, first), toKey: keyOf(properties.toPort, last), first, last },
      },
    ]
  })
}

export function geodesicLengthM(vertices: readonly number[]): number {
  let total = 0
  for (let at = 0; at + 3 < vertices.length; at += 2)
    total += distanceM(
      degreesOf(vertices[at] ?? 0, vertices[at + 1] ?? 0),
      degreesOf(vertices[at + 2] ?? 0, vertices[at + 3] ?? 0),
    )
  return total
}

/** Share of a schematic line that a piece of it is. */
function shareOf(vertices: readonly number[], raw: RawLine): number {
  const whole = geodesicLengthM(raw.vertices)
  return whole === 0 ? 1 : Math.min(1, geodesicLengthM(vertices) / whole)
}

function middleOf(vertices: readonly number[]): [number, number] {
  const at = 2 * Math.floor(vertices.length / 4)
  const [ax = 0, ay = 0] = vertices.slice(at - 2, at)
  const [bx = 0, by = 0] = vertices.slice(at, at + 2)
  return [(ax + bx) / 2, (ay + by) / 2]
}
