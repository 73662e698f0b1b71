/** The same graph under the same weights in pgRouting gives the same costs, on 1,000 random pairs, under rates that a reader has set. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withOverrides } from '#geodata/economics/assumptions.ts'
import { findRoute } from '#geodata/network/find-route.ts'
import { landmarkTerms } from '#geodata/network/landmark-terms.ts'
import { findLandmarks } from '#geodata/network/landmarks.ts'
import { EDGE_FLAGS } from '#geodata/network/network.ts'
import { buildRoutingGraph } from '#geodata/network/routing-graph.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { seededRandom } from '#tests/bench/measure.ts'
import { networkForTests } from '#tests/fixtures/network-for-tests.ts'
import { realAssumptions, tariffsOf } from '#tests/fixtures/network-of.ts'
import { hasPgrouting, type Postgis, sayMissing, startPostgis } from './outside-tools.ts'

const isThere = hasPgrouting()
if (!isThere) sayMissing('pgRouting', 1, 'postgresql-15-pgrouting')

const SOURCES = 40
const TARGETS = 25

describe.runIf(isThere)('pgRouting', () => {
  let database: Postgis | null = null
  beforeAll(() => {
    database = startPostgis()
    database?.rows('CREATE EXTENSION pgrouting;')
  })
  afterAll(() => database?.stop())

  test('agrees on 1,000 random pairs to a millionth', () => {
    const network = networkForTests()
    const graph = buildRoutingGraph(network, new Map())
    // Other rates than the landmarks were reckoned on, as a reader sets them.
    const set = withOverrides(realAssumptions(), { roadRate: 0.033, railRate: 0.022, transloadCost: 2 })
    const weighting = weightingOf(graph, tariffsOf(graph, set).base, { by: 'cost', ...USUAL })
    const rows = [...weighting.weights].flatMap((weight, edge) => {
      if (weight === Number.POSITIVE_INFINITY) return []
      const isOneWay = ((network.edgeFlags[edge] ?? 0) & EDGE_FLAGS.oneWay) !== 0
      return [`${edge}\t${network.edgeFrom[edge]}\t${network.edgeTo[edge]}\t${weight}\t${isOneWay ? -1 : weight}`]
    })
    const random = seededRandom(42)
    const pick = (): number => Math.floor(random() * graph.nodeCount)
    const pairs = Array.from({ length: SOURCES }, pick).flatMap((from) =>
      Array.from({ length: TARGETS }, () => [from, pick()] as const),
    )
    database?.rows(
      'CREATE TABLE edge (id bigint, source bigint, target bigint, cost float8, reverse_cost float8);\n' +
        `COPY edge FROM stdin;\n${rows.join('\n')}\n\\.\n` +
        'CREATE TABLE pair (source bigint, target bigint);\n' +
        `COPY pair FROM stdin;\n${pairs.map((pair) => pair.join('\t')).join('\n')}\n\\.\n`,
    )
    const answers = database?.rows(
      "SELECT * FROM pgr_dijkstraCost('SELECT * FROM edge', 'SELECT DISTINCT source, target FROM pair', true);",
    )
    const theirs = new Map((answers ?? []).map(([from, to, cost]) => [`${from} ${to}`, Number(cost)]))
    const finder = new PathFinder(graph)
    const landmarks = findLandmarks(
      finder.hierarchy,
      landmarkTerms(graph, realAssumptions(), 'cost'),
      new Uint8Array(graph.nodeCount).fill(1),
    )
    let compared = 0
    for (const [from, to] of pairs) {
      if (from === to) continue
      const at = (node: number) => [{ kind: 'node' as const, node, point: [0, 0] as [number, number], straightKm: 0 }]
      const ours = findRoute({ graph, weighting, finder, from: at(from), to: at(to), landmarks })
      const truth = theirs.get(`${from} ${to}`)
      expect(ours === null).toBe(truth === undefined)
      if (!ours || truth === undefined) continue
      expect(Math.abs(ours.weight - truth)).toBeLessThanOrEqual(1e-6 * Math.max(truth, 1e-9))
      compared += 1
    }
    expect(compared).toBeGreaterThan(500)
  }, 120_000)
})
