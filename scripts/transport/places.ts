/**
 * Places that are nodes: ports, dry ports, border crossings, stations where freight changes between road and rail,
 * interchanges of motorways. Each is put on the nearest line of its level; what must be bridged is a short schematic line.
 */
import type { Position } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { BuiltFeature } from '../build/builder.ts'
import { joinPlantsAbroad } from './plants-abroad.ts'
import { type Level, NO_FACTS, type RawLine, UNITS_PER_DEGREE, verticesOf } from './raw-line.ts'
import type { Datasets } from './read-lines.ts'
import { type Nearest, type SegmentIndex, segmentIndex } from './segment-index.ts'

/** A port or station is served by lines within this; beyond it a line is not its own. */
const PORT_WITHIN_M = 10_000
const STATION_WITHIN_M = 3_000
const CROSSING_WITHIN_M = 25_000
/** The end of a schematic segment is led to the mapped lines over at most this. */
const SCHEMATIC_END_WITHIN_M = 8_000
const INTERCHANGE_WITHIN_M = 1_500
const RAMP_WITHIN_M = 3_000
/** A place of the network stands for a sea port abroad within this. */
const FOREIGN_PORT_WITHIN_KM = 60

export interface NamedPlace {
  ref: string
  name: LocalName
  key: string
}

export interface Places {
  cuts: Nearest[]
  connectors: RawLine[]
  /** Roads to plants abroad, outside of all that is noded. */
  lastMiles: { from: Position; to: Position; lengthM: number }[]
  named: NamedPlace[]
  /** Nodes at one place between which a load changes mode. */
  changes: { from: string; to: string; x: number; y: number }[]
  /** Node key of each sea port, by id. */
  seaNodes: ReadonlyMap<string, string>
}

const keyAt = (level: Level | 'sea', { x, y }: { x: number; y: number }): string => `${level} ${x} ${y}`

/** `hasRamps`: motorways are joined to other roads by mapped ramps. */
export function findPlaces(
  datasets: Datasets,
  raw: readonly RawLine[],
  { hasRamps = false }: { hasRamps?: boolean } = {},
): Places {
  const index = segmentIndex(raw.map(({ vertices }) => vertices))
  const places: Places = { cuts: [], connectors: [], lastMiles: [], named: [], changes: [], seaNodes: new Map() }
  const on = (position: Position, level: Level, withinM: number): Nearest | null => {
    const [x = 0, y = 0] = verticesOf([position])
    // Terminals in towns and ports may have nothing but sidings.
    const isTrack = (line: number): boolean => raw[line]?.level === level && raw[line]?.status !== 'closed'
    return (
      index.nearest(x, y, withinM, (line) => isJoinable(raw[line], level)) ??
      (level === 'road' ? null : index.nearest(x, y, withinM, isTrack))
    )
  }
  const put = (feature: BuiltFeature, dataset: string, level: Level, withinM: number): string | null => {
    const near = on(pointOf(feature), level, withinM)
    if (!near) return null
    places.cuts.push(near)
    const key = keyAt(level, near)
    places.named.push({ ref: `${dataset}/${feature.id}`, name: feature.properties.name, key })
    return key
  }
  const change = (from: string | null, to: string | null, position: Position): void => {
    const [x = 0, y = 0] = verticesOf([position])
    if (from !== null && to !== null) places.changes.push({ from, to, x, y })
  }
  putPorts(datasets, places, put, change)
  joinPlantsAbroad(datasets, places, putStations(datasets, put, change))
  for (const feature of datasets('border-crossings'))
    for (const level of ['road', 'rail-1676'] as const)
      put(feature, 'border-crossings', level, level === 'road' ? CROSSING_WITHIN_M : STATION_WITHIN_M)
  leadSchematicEnds(raw, index, places)
  if (!hasRamps) joinMotorways(datasets, raw, index, places)
  return places
}

/** Mapped lines in use; nobody enters a motorway but at an interchange. */
function isJoinable(line: RawLine | undefined, level: Level): boolean {
  if (!line || line.level !== level || line.status === 'closed') return false
  // Sidings often hang on nothing but a point that was not mapped.
  if (level !== 'road') return line.class === 'rail-main'
  return line.class !== 'motorway' && !line.isOffLevel
}

type Put = (feature: BuiltFeature, dataset: string, level: Level, withinM: number) => string | null
type Change = (from: string | null, to: string | null, position: Position) => void

function pointOf({ id, geometry }: BuiltFeature): Position {
  if (geometry?.type !== 'Point') throw new Error(`${id}: expected a point`)
  return geometry.coordinates
}

function putPorts(datasets: Datasets, places: Places, put: Put, change: Change): void {
  const seaNodes = new Map<string, string>()
  const rails = ['rail-1676', 'rail-1435'] as const
  for (const feature of datasets('ports')) {
    const position = pointOf(feature)
    const isAbroad = feature.properties.country !== 'Pakistan'
    const withinM = isAbroad ? FOREIGN_PORT_WITHIN_KM * 1000 : PORT_WITHIN_M
    const road = put(feature, 'ports', 'road', withinM)
    const rail = rails.map((level) => put(feature, 'ports', level, withinM)).find((key) => key !== null) ?? null
    change(road, rail, position)
    if (feature.properties.kind !== 'sea port') continue
    const [x = 0, y = 0] = verticesOf([position])
    const sea = keyAt('sea', { x, y })
    seaNodes.set(feature.id, sea)
    places.named.push({ ref: `ports/${feature.id}`, name: feature.properties.name, key: sea })
    change(sea, road, position)
    change(sea, rail, position)
  }
  places.seaNodes = seaNodes
}

/**
 * Places that stand on the rail lists: there a road load may become a rail load, and wagons of one gauge those of another.
 * Gives the node of each station in China, by id.
 */
function putStations(datasets: Datasets, put: Put, change: Change): ReadonlyMap<string, string> {
  const inChina = new Map<string, string>()
  const segments = datasets('network-railways')
  const stations = new Set(
    segments.flatMap(({ properties }) => [String(properties.fromPlaceId), String(properties.toPlaceId)]),
  )
  for (const feature of datasets('network-places')) {
    if (!stations.has(feature.id)) continue
    const broad = put(feature, 'network-places', 'rail-1676', STATION_WITHIN_M)
    const standard = put(feature, 'network-places', 'rail-1435', STATION_WITHIN_M)
    const road = put(feature, 'network-places', 'road', STATION_WITHIN_M)
    const position = pointOf(feature)
    change(broad, road, position)
    change(standard, road, position)
    change(broad, standard, position)
    if (feature.properties.province === 'China' && standard !== null) inChina.set(feature.id, standard)
  }
  return inChina
}

function leadSchematicEnds(raw: readonly RawLine[], index: SegmentIndex, places: Places): void {
  const done = new Set<string>()
  for (const line of raw) {
    if (!line.isSchematic) continue
    for (const [x = 0, y = 0] of [line.vertices.slice(0, 2), line.vertices.slice(-2)]) {
      const key = keyAt(line.level, { x, y })
      if (done.has(key)) continue
      done.add(key)
      const accept = (other: number): boolean => !raw[other]?.isSchematic && isJoinable(raw[other], line.level)
      const near = index.nearest(x, y, SCHEMATIC_END_WITHIN_M, accept)
      if (near) connect(places, line.level, [x, y], near)
    }
  }
}

/** Ramps were not mapped: each carriageway at an interchange is led to the nearest other road. */
function joinMotorways(datasets: Datasets, raw: readonly RawLine[], index: SegmentIndex, places: Places): void {
  const motorways = datasets('network-roads').filter(({ properties }) => properties.class === 'motorway')
  const ids = new Set(motorways.flatMap(({ properties }) => [properties.fromPlaceId, properties.toPlaceId]))
  const interchanges = datasets('network-places').filter(
    ({ id, properties }) => properties.kind === 'interchange' || ids.has(id),
  )
  const ends = motorways.flatMap(({ geometry }) => {
    const line = geometry?.type === 'LineString' ? geometry.coordinates : []
    return [line[0], line.at(-1)].filter((position) => position !== undefined)
  })
  const isMotorway = (line: number): boolean =>
    raw[line]?.class === 'motorway' && raw[line]?.isSchematic === false && raw[line]?.isOffLevel === false
  const done = new Set<string>()
  for (const position of [...interchanges.map(pointOf), ...ends]) {
    const [x = 0, y = 0] = verticesOf([position])
    for (const carriageway of index.nearestOfEach(x, y, INTERCHANGE_WITHIN_M, isMotorway).slice(0, 4)) {
      const key = keyAt('road', carriageway)
      const road = index.nearest(carriageway.x, carriageway.y, RAMP_WITHIN_M, (one) => isJoinable(raw[one], 'road'))
      if (!road || done.has(key)) continue
      done.add(key)
      places.cuts.push(carriageway)
      connect(places, 'road', [carriageway.x, carriageway.y], road)
    }
  }
}

function connect(places: Places, level: Level, [x, y]: readonly [number, number], to: Nearest): void {
  places.cuts.push(to)
  if (to.x === x && to.y === y) return
  places.connectors.push({
    vertices: [x, y, to.x, to.y],
    level,
    class: level === 'road' ? 'minor' : 'rail-branch',
    status: 'operational',
    isOneWay: false,
    isOffLevel: true,
    isSchematic: true,
    reckonedLengthM: null,
    facts: { ...NO_FACTS, confidence: 'low', note: 'short straight piece to the nearest mapped line' },
  })
}

export function degreesOf(x: number, y: number): Position {
  return [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]
}
