/**
 * Smelters abroad, where the network is a sketch of main lines and ends far from them: each is led to the nearest ports and
 * stations of its country by a straight line times a detour, at the rates of a main road. No road of the atlas says so: the
 * lines are schematic, of low confidence, and rest on general knowledge, which every answer that uses them tells.
 */
import type { Position } from '#geodata/contract/geo.ts'
import type { EdgeFacts } from '#geodata/network/network.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import type { BuiltFeature } from '../build/builder.ts'
import type { Places } from './places.ts'
import { NO_FACTS, verticesOf } from './raw-line.ts'
import type { Datasets } from './read-lines.ts'

/** As the assumption `detourFactor` has it: the length of an unmapped way against the straight line. */
const DETOUR = 1.4
/** Farther off, nothing is said. */
const WITHIN_KM = 600
/** Of ports, and of stations. */
const JOINED = 2
/** A station that stands for a port is not joined beside it. */
const SAME_PLACE_KM = 60

/** An end of such a line: a port or a station, and the node there at which a truck is unloaded. */
interface Terminal {
  position: Position
  /** Key of the node of the ship or the train. */
  node: string
}

/** Adds last miles, names and changes of mode to `places`. `stations`: node of each station of the rail list, by id. */
export function joinPlantsAbroad(datasets: Datasets, places: Places, stations: ReadonlyMap<string, string>): void {
  const ports = datasets('ports').flatMap((port) => terminalOf(port, places.seaNodes.get(port.id)))
  const railheads = datasets('network-places')
    .flatMap((place) => terminalOf(place, stations.get(place.id)))
    .filter(({ position }) => ports.every((port) => kmBetween(port.position, position) > SAME_PLACE_KM))
  for (const plant of datasets('processing')) {
    const { country, name } = plant.properties
    if (country === 'Pakistan' || plant.geometry?.type !== 'Point') continue
    const at = plant.geometry.coordinates
    const ends = [...nearest(ports, at), ...nearest(railheads, at)]
    for (const end of ends) join(places, at, end)
    if (ends.length > 0) places.named.push({ ref: `processing/${plant.id}`, name, key: roadKey(at) })
  }
}

function terminalOf({ geometry }: BuiltFeature, node: string | undefined): Terminal[] {
  return geometry?.type === 'Point' && node !== undefined ? [{ position: geometry.coordinates, node }] : []
}

function nearest(terminals: readonly Terminal[], to: Position): Terminal[] {
  return terminals
    .filter(({ position }) => kmBetween(position, to) <= WITHIN_KM)
    .sort((a, b) => kmBetween(a.position, to) - kmBetween(b.position, to))
    .slice(0, JOINED)
}

function join(places: Places, plant: Position, { position, node }: Terminal): void {
  places.lastMiles.push({ from: plant, to: position, lengthM: distanceM(plant, position) * DETOUR })
  const [x = 0, y = 0] = verticesOf([position])
  places.changes.push({ from: node, to: roadKey(position), x, y })
}

/** What is known of such a line. */
export const LAST_MILE_FACTS: EdgeFacts = {
  ...NO_FACTS,
  sources: ['general-knowledge-unverified'],
  confidence: 'low',
  note: `straight line times ${DETOUR}: which road leads to this plant is not in the atlas`,
}

const kmBetween = (a: Position, b: Position): number => distanceM(a, b) / 1000

/** Key of the node of the road at a position. */
export function roadKey(position: Position): string {
  const [x = 0, y = 0] = verticesOf([position])
  return `road ${x} ${y}`
}
