/** What the traces of listed roads mend: breaks between mapped pieces, and carriageways that were mapped one way only. */
import { expect, test } from 'vitest'
import { EDGE_FLAGS, EDGE_STATUSES, MODES } from '#geodata/network/network.ts'
import { bridgeBreaks } from '#scripts/transport/bridge-breaks.ts'
import { type BuiltNetwork, geodesicLengthM, type NumberedEdge } from '#scripts/transport/built-network.ts'
import { mendDirections } from '#scripts/transport/mend-directions.ts'
import { nodeLines } from '#scripts/transport/node-lines.ts'
import { NO_FACTS, type RawLine } from '#scripts/transport/raw-line.ts'

const road = (vertices: number[], change: Partial<RawLine> = {}): RawLine => ({
  vertices,
  level: 'road',
  class: 'primary',
  status: 'operational',
  isOneWay: false,
  isOffLevel: false,
  isSchematic: false,
  reckonedLengthM: null,
  facts: NO_FACTS,
  ...change,
})

// On 30° N a unit east is 0.96 m. The trace is 9.6 km long.
const [WEST, EAST, NORTH] = [7_000_000, 7_010_000, 3_000_000]
const TRACE = road([WEST, NORTH, EAST, NORTH])
const withGap = (units: number): RawLine[] => [
  road([WEST, NORTH, 7_005_000, NORTH]),
  road([7_005_000 + units, NORTH, EAST, NORTH]),
]

test('a break of 70 m along a listed road is bridged, one of 480 m is not, and nothing along what is only planned', () => {
  expect(bridgeBreaks(withGap(73), [], [TRACE]).connectors.map(({ vertices }) => vertices)).toEqual([
    [7_005_000, NORTH, 7_005_073, NORTH],
  ])
  expect(bridgeBreaks(withGap(500), [], [TRACE]).connectors).toEqual([])
  expect(bridgeBreaks(withGap(73), [], [{ ...TRACE, status: 'planned' }]).connectors).toEqual([])
})

test('a way round outside the strip does not hide a break, and the bridge makes one line of the two', () => {
  const round = [
    [WEST, NORTH, WEST, NORTH + 5000],
    [WEST, NORTH + 5000, EAST, NORTH + 5000],
    [EAST, NORTH + 5000, EAST, NORTH],
  ]
  const lines = [...withGap(73), ...round.map((vertices) => road(vertices))]
  const { connectors, cuts } = bridgeBreaks(lines, [], [TRACE])
  expect(connectors.length).toBe(1)
  const pieces = nodeLines([...lines, ...connectors], cuts)
  const ends = pieces.flatMap(({ vertices }) => [vertices.slice(0, 2).join(), vertices.slice(-2).join()])
  for (const end of new Set(ends)) expect(ends.filter((one) => one === end).length, end).toBeGreaterThan(1)
})

test('pieces that already meet are left alone', () => {
  expect(bridgeBreaks(withGap(0), [], [TRACE])).toEqual({ cuts: [], connectors: [] })
})

function networkOf(
  lines: readonly { from: number; to: number; vertices: number[]; isOneWay?: boolean }[],
): BuiltNetwork {
  const nodes: number[] = []
  const edges = lines.map(({ from, to, vertices, isOneWay }): NumberedEdge => {
    nodes.splice(2 * from, 2, ...vertices.slice(0, 2))
    nodes.splice(2 * to, 2, ...vertices.slice(-2))
    return {
      ...{ from, to, vertices, class: 2, terrain: 0, closedMonths: 0, facts: 0 },
      ...{ mode: MODES.indexOf('road'), status: EDGE_STATUSES.indexOf('operational') },
      ...{ flags: isOneWay ? EDGE_FLAGS.oneWay : 0, lengthM: geodesicLengthM(vertices) },
    }
  })
  return { nodes, edges, facts: [NO_FACTS], named: [] }
}
const THERE = { from: 0, to: 1, vertices: [WEST, NORTH, EAST, NORTH], isOneWay: true }
const BACK = { from: 1, to: 0, vertices: [EAST, NORTH, 7_009_990, NORTH + 20, 7_000_010, NORTH + 20, WEST, NORTH] }
const ROUND = { from: 1, to: 0, vertices: [EAST, NORTH, EAST, NORTH + 20_000, WEST, NORTH + 20_000, WEST, NORTH] }

test('a carriageway whose other one is missing is open both ways, with a note; where both are mapped each keeps its way', () => {
  const lone = networkOf([THERE, ROUND])
  expect(mendDirections(lone, [TRACE])).toBe(1)
  expect(lone.edges[0]?.flags).toBe(0)
  expect(lone.facts[lone.edges[0]?.facts ?? 0]?.note).toMatch(/one-way/)
  const pair = networkOf([THERE, { ...BACK, isOneWay: true }])
  expect(mendDirections(pair, [TRACE])).toBe(0)
  expect(pair.edges.map(({ flags }) => flags)).toEqual([EDGE_FLAGS.oneWay, EDGE_FLAGS.oneWay])
})

test('a trap beside its other carriageway is left: what is missing there is a turning place, not a direction', () => {
  const stub = { from: 1, to: 2, vertices: [EAST, NORTH, EAST + 2000, NORTH], isOneWay: true }
  const beside = { from: 3, to: 4, vertices: [EAST + 2000, NORTH + 20, EAST + 10, NORTH + 20], isOneWay: true }
  expect(mendDirections(networkOf([THERE, ROUND, stub, beside]), [])).toBe(0)
  const far = { ...beside, vertices: [EAST + 2000, NORTH + 200, EAST + 10, NORTH + 200] }
  expect(mendDirections(networkOf([THERE, ROUND, stub, far]), [])).toBe(1)
})

test('a one-way road that no listed road follows keeps its way; one that leads nowhere is open both ways', () => {
  expect(mendDirections(networkOf([THERE, ROUND]), [])).toBe(0)
  const stub = { from: 1, to: 2, vertices: [EAST, NORTH, EAST + 2000, NORTH], isOneWay: true }
  const network = networkOf([THERE, ROUND, stub])
  expect(mendDirections(network, [])).toBe(1)
  expect(network.edges[2]?.flags).toBe(0)
})
