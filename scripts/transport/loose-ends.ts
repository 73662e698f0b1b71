/** Ends of lines that stop within reach of another line of their mode and do not meet it: noding should have joined them. */
import { EDGE_FLAGS, MODES, type Network } from '#geodata/network/network.ts'
import { UNITS_PER_DEGREE } from './raw-line.ts'
import { segmentIndex } from './segment-index.ts'

const WITHIN_M = 40

/**
 * The edges with such an end. A stub that ends beside what it has just left (the other line begins where the stub does) is no
 * fault, nor is an end under a straight piece that nobody surveyed.
 */
export function looseEnds(network: Network): number[] {
  return (['road', 'rail'] as const).flatMap((mode) => looseEndsOf(network, MODES.indexOf(mode)))
}

function looseEndsOf(network: Network, mode: number): number[] {
  const { edgeFrom, edgeTo, edgeMode, edgeFlags, nodeLon, nodeLat } = network
  const isMapped = (edge: number): boolean =>
    edgeMode[edge] === mode && ((edgeFlags[edge] ?? 0) & EDGE_FLAGS.schematic) === 0
  const index = segmentIndex([...edgeFrom.keys()].map((edge) => (isMapped(edge) ? verticesOf(network, edge) : [])))
  const touches = new Uint32Array(nodeLon.length)
  for (const ends of [edgeFrom, edgeTo]) for (const node of ends) touches[node] = (touches[node] ?? 0) + 1
  const isLoose = (edge: number, node = 0, start = 0): boolean => {
    if (touches[node] !== 1) return false
    const [x, y] = [(nodeLon[node] ?? 0) * UNITS_PER_DEGREE, (nodeLat[node] ?? 0) * UNITS_PER_DEGREE]
    const near = index.nearestOfEach(Math.round(x), Math.round(y), WITHIN_M, (line) => line !== edge)
    return near.some(({ line }) => edgeFrom[line] !== start && edgeTo[line] !== start)
  }
  return [...edgeFrom.keys()].filter(
    (edge) =>
      isMapped(edge) && (isLoose(edge, edgeFrom[edge], edgeTo[edge]) || isLoose(edge, edgeTo[edge], edgeFrom[edge])),
  )
}

function verticesOf({ shape, edgeShapeStart }: Network, edge: number): number[] {
  return Array.from(shape.subarray(2 * (edgeShapeStart[edge] ?? 0), 2 * (edgeShapeStart[edge + 1] ?? 0)))
}
