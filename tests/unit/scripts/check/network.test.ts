/** The checker of the transport network: each kind of fault is found in a network that has it. */
import { expect, test } from 'vitest'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { EDGE_CLASSES, EDGE_STATUSES, MODES, type Network } from '#geodata/network/network.ts'
import { networkFaultsUnexplained } from '#scripts/build/check/network.ts'
import { geodesicLengthM } from '#scripts/transport/built-network.ts'
import { encodeNetwork } from '#scripts/transport/encode-network.ts'
import { looseEnds } from '#scripts/transport/loose-ends.ts'
import { networkFaults } from '#scripts/transport/network-faults.ts'
import { NO_FACTS } from '#scripts/transport/raw-line.ts'

/** Roads between nodes given as x, y in units of 1e-5 degree, straight, of their own length unless told otherwise. */
function networkOf(
  nodes: readonly [number, number][],
  roads: readonly (readonly [number, number, number?])[],
): Network {
  const edges = roads.map(([from, to, lengthM]) => {
    const vertices = [...(nodes[from] ?? []), ...(nodes[to] ?? [])]
    return {
      ...{ from, to, vertices, terrain: 0, flags: 0, closedMonths: 0, facts: 0 },
      ...{ mode: MODES.indexOf('road'), class: EDGE_CLASSES.indexOf('primary') },
      ...{ status: EDGE_STATUSES.indexOf('operational'), lengthM: lengthM ?? geodesicLengthM(vertices) },
    }
  })
  return decodeNetwork(encodeNetwork({ nodes: nodes.flat(), edges, facts: [NO_FACTS], named: [] }))
}

const [X, Y] = [7_000_000, 3_000_000]
/** A road of two edges, and a place 30 m beside its first. */
const NODES: [number, number][] = [
  [X, Y],
  [X + 1000, Y],
  [X + 2000, Y],
  [X + 500, Y + 27],
  [X + 500, Y + 900],
]
const SOUND = [
  [0, 1],
  [1, 2],
] as const

test('a sound network has no fault', () => {
  expect(networkFaultsUnexplained(networkOf(NODES, SOUND))).toEqual([])
})

test('lengths that cannot be', () => {
  const whatOf = (...roads: (readonly [number, number, number?])[]) =>
    networkFaults(networkOf(NODES, roads)).map(({ what }) => what)
  expect(whatOf([0, 1, 900])).toEqual(['is shorter than the straight line'])
  expect(whatOf([0, 1, 0])).toEqual(['has no extent'])
  expect(whatOf([0, 2, 60_000])).toEqual([])
  expect(networkFaultsUnexplained(networkOf(NODES, [[0, 1, 900]]))[0]).toMatchObject({
    where: 'transport-network/edge 0 at 30.00000° N 70.00000° E',
    what: 'is shorter than the straight line',
  })
})

test('the same twice, whichever way it runs', () => {
  const twice = [...SOUND, [1, 0]] as const
  expect(networkFaults(networkOf(NODES, twice))).toEqual([{ edge: 2, what: 'is there twice' }])
})

test('an end 30 m beside a road that it does not meet; one that meets it is none', () => {
  expect(looseEnds(networkOf(NODES, [...SOUND, [3, 4]]))).toEqual([2])
  expect(looseEnds(networkOf(NODES, [...SOUND, [1, 4]]))).toEqual([])
})
