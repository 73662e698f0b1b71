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
import type { HeightGrid } from '../build/relief-grid.ts'
import { crossesBorder } from './border.ts'
import { bridgeBreaks } from './bridge-breaks.ts'
import { type BuiltNetwork, geodesicLengthM, type NumberedEdge } from './built-network.ts'
import { carriagewayBreaks } from './carriageway-breaks.ts'
import { closedMonthsBy } from './closures.ts'
import { dress, withGround } from './dress.ts'
import { mendDirections } from './mend-directions.ts'
import { type Edge, mergeEdges, nodeKeyOf, withoutRepeats } from './merge-pieces.ts'
import { nodeLines } from './node-lines.ts'
import { offMapRuns } from './off-map-runs.ts'
import { findPlaces, type Places } from './places.ts'
import { LAST_MILE_FACTS, roadKey } from './plants-abroad.ts'
import { NO_FACTS, type RawLine, verticesOf } from './raw-line.ts'
import { type Datasets, mappedLines, segmentLines } from './read-lines.ts'
import type { Nearest } from './segment-index.ts'
import { terrainOf } from './terrain.ts'
import { turnedLines } from './turned-lines.ts'
import { turningPlaces } from './turning-places.ts'

const NAUTICAL_MILE_M = 1852

/**
 * `extract`: lines of a whole OpenStreetMap extract in place of the mapped lines of our datasets. They meet at their ends and
 * nowhere else, their ramps are there, and nothing of them is mended.
 */
export function buildNetwork(datasets: Datasets, ground: HeightGrid, extract?: readonly RawLine[]): BuiltNetwork {
  const segments = segmentLines(datasets)
  const isWhole = extract !== undefined
  const mapped = extract ?? mappedLines(datasets)
  const runs = isWhole ? [] : offMapRuns(segments, mapped)
  const drawn = [...mapped, ...runs, ...segments.filter(({ isSchematic }) => isSchematic)]
  const raw = isWhole ? drawn : turnedLines(drawn)
  const places = findPlaces(datasets, raw, { hasRamps: isWhole })
  const joinable = [...raw, ...places.connectors]
  const { lines, cuts } = isWhole
    ? { lines: joinable, cuts: places.cuts }
    : withTurnings(joinable, places.cuts, segments)
  const pieces = withoutRepeats(nodeLines(lines, cuts, { isWhole }), lines)
  const dressed = dress(pieces, lines, segments, datasets('corridors'))
  const closedMonths = closedMonthsBy(datasets('closures'))
  const facts = factsTable()
  const leadsAbroad = crossesBorder(datasets('boundaries'), datasets('provinces'))
  const edges = pieces.map((piece, index): Edge & { status: RawLine['status'] } => {
    const line = lines[piece.line]
    const { facts: listed, status } = dressed[index] ?? { facts: NO_FACTS, status: 'operational' as const }
    if (!line) throw new Error('a piece of no line')
    const own = isWhole ? withGround(listed, line.facts) : listed
    return {
      ...piece,
      status,
      facts: facts.indexOf(own),
      closedMonths: closedMonths(piece.vertices, own),
      flags:
        (line.isOneWay ? EDGE_FLAGS.oneWay : 0) |
        (line.isSchematic ? EDGE_FLAGS.schematic : 0) |
        (line.isOffLevel && !line.isSchematic ? EDGE_FLAGS.bridgeOrTunnel : 0) |
        (leadsAbroad(piece.vertices) ? EDGE_FLAGS.borderCrossing : 0),
    }
  })
  const kept = new Set([...places.named.map(({ key }) => key), ...places.changes.flatMap(({ from, to }) => [from, to])])
  const statusLines = lines.map((line) => ({ ...line }))
  edges.forEach(({ line, status }) => {
    const own = statusLines[line]
    if (own) own.status = status
  })
  const network = number(mergeEdges(edges, statusLines, kept), statusLines, {
    places,
    facts,
    datasets,
    ground,
  })
  if (!isWhole) mendDirections(network, segments)
  return network
}

/** What the mapped lines lack at breaks and between carriageways. */
function withTurnings(joinable: readonly RawLine[], placeCuts: readonly Nearest[], segments: readonly RawLine[]) {
  const bridges = bridgeBreaks(joinable, placeCuts, segments)
  const bridged = { lines: [...joinable, ...bridges.connectors], cuts: [...placeCuts, ...bridges.cuts] }
  const whole = [...bridged.lines, ...carriagewayBreaks(bridged.lines, bridged.cuts)]
  const turnings = turningPlaces(whole, bridged.cuts)
  return { lines: [...whole, ...turnings.connectors], cuts: [...bridged.cuts, ...turnings.cuts] }
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
  for (const lane of [...seaLanes(parts), ...lastMiles(parts)])
    numbered.push({ ...lane, from: at(lane.fromKey, ...lane.first), to: at(lane.toKey, ...lane.last) })
  const changed = new Set<string>()
  for (const { from, to } of parts.places.changes) {
    const [a, b] = [nodeOf.get(from), nodeOf.get(to)]
    if (a === undefined || b === undefined || changed.has([from, to].sort().join())) continue
    changed.add([from, to].sort().join())
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

/** Roads to plants abroad. */
function lastMiles({ places, facts }: Parts) {
  return places.lastMiles.map(({ from, to, lengthM }) => {
    const vertices = verticesOf([from, to])
    const [first, last] = [vertices.slice(0, 2) as [number, number], vertices.slice(-2) as [number, number]]
    return {
      ...plainEdge(0, 0, 'road', 'primary', vertices),
      ...{ flags: EDGE_FLAGS.schematic, lengthM, facts: facts.indexOf(LAST_MILE_FACTS) },
      ...{ fromKey: roadKey(from), toKey: roadKey(to), first, last },
    }
  })
}

/** Share of a schematic line that a piece of it is. */
function shareOf(vertices: readonly number[], raw: RawLine): number {
  const whole = geodesicLengthM(raw.vertices)
  return whole === 0 ? 1 : Math.min(1, geodesicLengthM(vertices) / whole)
}
