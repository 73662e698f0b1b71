/** The committed network: rebuilt from the committed datasets it is the same, it holds together, and its edges are possible. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { EDGE_FLAGS, EDGE_STATUSES, MODES, type Network } from '#geodata/network/network.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { buildTransportNetwork } from '#scripts/build-transport-network.ts'

const FOLDER = resolve(import.meta.dirname, '../../geodata/datasets/transport-network')
let bytes: Buffer
let network: Network
beforeAll(() => {
  bytes = readFileSync(join(FOLDER, 'network.bin'))
  network = decodeNetwork(bytes)
})

test('a rebuild gives the committed bytes and report', { timeout: 180_000 }, () => {
  const rebuilt = buildTransportNetwork()
  expect(Buffer.from(rebuilt.bytes).equals(bytes)).toBe(true)
  expect(rebuilt.report).toBe(readFileSync(join(FOLDER, 'REPORT.md'), 'utf8'))
})

test('at least 98.8 % of the roads and 99 % of the railways hold together', () => {
  const report = readFileSync(join(FOLDER, 'REPORT.md'), 'utf8')
  const share = (line: string): number => Number(new RegExp(`\\| ${line} \\|.*\\| ([\\d.]+) \\|`).exec(report)?.[1])
  expect(share('roads to tertiary')).toBeGreaterThan(98.8)
  expect(share('rail')).toBeGreaterThan(99)
})

test('each edge begins and ends at its nodes and is no shorter than the straight line between them', () => {
  const wrong: number[] = []
  for (let edge = 0; edge < network.edgeFrom.length; edge++) {
    if (network.edgeMode[edge] === MODES.indexOf('transshipment')) continue
    const at = (vertex: number): [number, number] => [
      (network.shape[2 * vertex] ?? 0) / 1e5,
      (network.shape[2 * vertex + 1] ?? 0) / 1e5,
    ]
    const [from, to] = [network.edgeFrom[edge] ?? 0, network.edgeTo[edge] ?? 0]
    const [first, last] = [at(network.edgeShapeStart[edge] ?? 0), at((network.edgeShapeStart[edge + 1] ?? 1) - 1)]
    const isSea = network.edgeMode[edge] === MODES.indexOf('sea')
    const startsWell = isSea || distanceM(first, [network.nodeLon[from] ?? 0, network.nodeLat[from] ?? 0]) < 2
    const endsWell = isSea || distanceM(last, [network.nodeLon[to] ?? 0, network.nodeLat[to] ?? 0]) < 2
    const isLongEnough = (network.edgeLengthM[edge] ?? 0) >= distanceM(first, last) * 0.98 - 1
    if (!startsWell || !endsWell || !isLongEnough) wrong.push(edge)
  }
  expect(wrong).toEqual([])
})

test('what is planned is schematic, and Khunjerab is shut in winter and open in summer', () => {
  const planned = EDGE_STATUSES.indexOf('planned')
  const schematic = (edge: number) => ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.schematic) !== 0
  const edges = [...network.edgeStatus.keys()]
  const plannedEdges = edges.filter((edge) => network.edgeStatus[edge] === planned)
  expect(plannedEdges.length).toBeGreaterThan(20)
  expect(plannedEdges.filter((edge) => !schematic(edge))).toEqual([])
  const shut = edges.filter((edge) => ((network.edgeClosedMonths[edge] ?? 0) & 1) !== 0)
  expect(shut.some((edge) => network.facts[network.edgeFacts[edge] ?? 0]?.reference === 'N-35')).toBe(true)
  expect(shut.filter((edge) => ((network.edgeClosedMonths[edge] ?? 0) & (1 << 7)) !== 0)).toEqual([])
})

test('ports stand at the sea and on land, crossings have an edge that leads abroad', () => {
  const nodesOf = (ref: string) => network.named.filter((one) => one.ref === ref).length
  for (const port of ['gwadar', 'karachi', 'port-qasim']) expect(nodesOf(`ports/${port}`), port).toBeGreaterThan(1)
  const abroad = [...network.edgeFlags].filter((flags) => (flags & EDGE_FLAGS.borderCrossing) !== 0)
  expect(abroad.length).toBeGreaterThan(5)
})
