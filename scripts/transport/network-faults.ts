/** What cannot be right in a finished network: edges that are there twice, lengths that cannot be, and edges of no extent. */
import { EDGE_FLAGS, MODES, type Network } from '#geodata/network/network.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'

/** A drawn line may be shorter than the straight one between its ends by rounding alone. */
const ROUNDING_M = 2
/** No road winds more than this between its ends, but where it nearly closes a loop. */
const MOST_WINDING = 30
const LOOP_WITHIN_M = 2000

export interface NetworkFault {
  edge: number
  what: 'is there twice' | 'is shorter than the straight line' | 'winds more than any road' | 'has no extent'
}

export function networkFaults(network: Network): NetworkFault[] {
  const faults: NetworkFault[] = []
  const seen = new Set<string>()
  for (let edge = 0; edge < network.edgeFrom.length; edge++) {
    const mode = MODES[network.edgeMode[edge] ?? 0]
    const key = keyOf(network, edge)
    if (seen.has(key)) faults.push({ edge, what: 'is there twice' })
    seen.add(key)
    if (mode === 'road' || mode === 'rail') faults.push(...lengthFaults(network, edge))
  }
  return faults
}

function lengthFaults(network: Network, edge: number): NetworkFault[] {
  const lengthM = network.edgeLengthM[edge] ?? 0
  const placeOf = (node = 0): [number, number] => [network.nodeLon[node] ?? 0, network.nodeLat[node] ?? 0]
  const straightM = distanceM(placeOf(network.edgeFrom[edge]), placeOf(network.edgeTo[edge]))
  if (lengthM === 0) return [{ edge, what: 'has no extent' }]
  if (lengthM < straightM - ROUNDING_M) return [{ edge, what: 'is shorter than the straight line' }]
  if (straightM > LOOP_WITHIN_M && lengthM > MOST_WINDING * straightM)
    return [{ edge, what: 'winds more than any road' }]
  return []
}

/** The same for edges of one mode over the same vertices: whichever way they run, or, if one-way, the same way. */
function keyOf({ shape, edgeShapeStart, edgeMode, edgeFlags, edgeFrom, edgeTo }: Network, edge: number): string {
  const vertices = shape.subarray(2 * (edgeShapeStart[edge] ?? 0), 2 * (edgeShapeStart[edge + 1] ?? 0))
  const points = Array.from({ length: vertices.length / 2 }, (_, at) => `${vertices[2 * at]} ${vertices[2 * at + 1]}`)
  const [from = 0, to = 0] = [edgeFrom[edge], edgeTo[edge]]
  const isOneWay = ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
  const [there, back] = [points.join(','), [...points].reverse().join(',')]
  if (isOneWay) return `${edgeMode[edge]} ${from} ${to} one-way ${there}`
  return `${edgeMode[edge]} ${Math.min(from, to)} ${Math.max(from, to)} ${there < back ? there : back}`
}
