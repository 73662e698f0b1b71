/**
 * Routing: single routes with live weights, a matrix, reach, criticality and siting on the atlas's own network and on made
 * ones, and pgRouting on the same graph for the same routes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import deposits from '#geodata/datasets/deposits/dataset.ts'
import { ratesAt, withOverrides } from '#geodata/economics/assumptions.ts'
import { buildAccessIndex, type Foothold, isInside, nearestRoad, partOf } from '#geodata/network/access.ts'
import { lossesOf } from '#geodata/network/criticality.ts'
import { decodeNetwork } from '#geodata/network/decode-network.ts'
import { findRoute } from '#geodata/network/find-route.ts'
import { tariffOf } from '#geodata/network/impedance.ts'
import { findLandmarks, type Landmarks } from '#geodata/network/landmarks.ts'
import { matrixOf } from '#geodata/network/matrix.ts'
import { measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree } from '#geodata/network/nearest-destination.ts'
import type { Network } from '#geodata/network/network.ts'
import { reachField } from '#geodata/network/reach.ts'
import { buildRoutingGraph, type RoutingGraph } from '#geodata/network/routing-graph.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { USUAL, type Weighting, weightingOf } from '#geodata/network/weighting.ts'
import { readFeatures } from '#scripts/load-datasets.ts'
import { ROOT } from '#tests/e2e/atlas-server.ts'
import { gridNetwork } from '#tests/fixtures/grid-network.ts'
import { realAssumptions, tariffsOf } from '#tests/fixtures/network-of.ts'
import { type Check, ms, percentile, type Section, seededRandom, timed } from './measure.ts'
import { pgroutingRouteMs } from './pgrouting-route.ts'

const NETWORK_FILE = join(ROOT, 'geodata/datasets/transport-network/network.bin')
const ROUTES = 400
const DESTINATIONS = 12

interface Bench {
  name: string
  graph: RoutingGraph
  weighting: Weighting
  finder: PathFinder
  landmarks: Landmarks
  origins: Foothold[][]
  ends: Foothold[][]
}

export async function routing(): Promise<Section> {
  const rows: string[][] = []
  const checks: Check[] = []
  const worlds: [string, () => Network][] = [
    ...(existsSync(NETWORK_FILE)
      ? ([['atlas', () => decodeNetwork(readFileSync(NETWORK_FILE))]] as [string, () => Network][])
      : []),
    ['made, 1 million edges', () => gridNetwork(1_000_000)],
  ]
  for (const [name, make] of worlds) {
    const bench = await prepare(name, make(), rows)
    const limits = name === 'atlas' ? { p50: 3, p99: 10 } : { p50: 50, p99: 150 }
    const routes = await measureRoutes(bench)
    rows.push([name, 'one route, live weights', `p50 ${ms(routes.p50)} ms, p99 ${ms(routes.p99)} ms`])
    checks.push(
      check(`${name}: route p50`, routes.p50, limits.p50),
      check(`${name}: route p99`, routes.p99, limits.p99),
    )
    if (name === 'atlas') await measureRest(bench, rows, checks)
    const theirs = pgroutingRouteMs(bench.graph, bench.weighting, 5)
    if (theirs !== null)
      rows.push([name, 'one route, pgRouting', `${ms(theirs)} ms: ${Math.round(theirs / routes.p50)} times ours`])
    rows.push([name, 'memory of the process', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`])
  }
  return {
    title: 'Routing',
    method: `${ROUTES} routes between random places, each with other rates and so with other weights, reckoned anew; the rest on all deposits. pgRouting: pgr_dijkstra on the same edges with the same weights, edges read from a table.`,
    head: ['network', 'question', 'time'],
    rows,
    checks,
  }
}

async function prepare(name: string, network: Network, rows: string[][]): Promise<Bench> {
  let graph = buildRoutingGraph(network, new Map())
  const built = await timed(() => {
    graph = buildRoutingGraph(network, new Map())
  })
  const weighting = weightingOf(graph, tariffOf(graph, ratesAt(realAssumptions(), 'base')), { by: 'cost', ...USUAL })
  const index = buildAccessIndex(graph)
  const random = seededRandom(5)
  const places =
    name === 'atlas'
      ? readFeatures(deposits).flatMap(({ geometry }) => (geometry?.type === 'Point' ? [geometry.coordinates] : []))
      : Array.from({ length: 200 }, (): [number, number] => [61 + random() * 14, 25 + random() * 11])
  const origins = places.flatMap((place) => {
    const foothold = nearestRoad(graph, index, place, 200)
    return foothold ? [[foothold]] : []
  })
  const { label, largest } = partOf(graph, isInside)
  const candidates = Uint8Array.from(label, (part) => Number(part === largest))
  let finder = new PathFinder(graph)
  const ordered = await timed(() => {
    finder = new PathFinder(graph)
  })
  let landmarks = findLandmarks(finder.hierarchy, weighting, candidates)
  const marked = await timed(() => {
    landmarks = findLandmarks(finder.hierarchy, weighting, candidates)
  })
  rows.push([name, `${graph.nodeCount} nodes, ${graph.edgeCount} edges: graph`, `${ms(built)} ms`])
  rows.push([name, `hierarchy, core of ${finder.hierarchy.core.nodeCount} nodes`, `${ms(ordered)} ms`])
  rows.push([name, 'landmarks', `${ms(marked)} ms`])
  return {
    name,
    graph,
    weighting,
    finder,
    landmarks,
    origins,
    ends: origins.filter((_, i) => i % Math.ceil(origins.length / DESTINATIONS) === 0),
  }
}

async function measureRoutes({ graph, finder, landmarks, origins }: Bench) {
  const random = seededRandom(9)
  const pick = () => origins[Math.floor(random() * origins.length)] ?? []
  const times: number[] = []
  for (let i = 0; i < ROUTES; i++) {
    const [from, to] = [pick(), pick()]
    const rates = ratesAt(withOverrides(realAssumptions(), { roadRate: 0.03 + random() * 0.03 }), 'base')
    times.push(
      await timed(() => {
        const weighting = weightingOf(graph, tariffOf(graph, rates), { by: 'cost', ...USUAL })
        findRoute({ graph, weighting, finder, from, to, landmarks })
      }),
    )
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

async function measureRest({ name, graph, weighting, origins, ends }: Bench, rows: string[][], checks: Check[]) {
  const table = measureTable(graph, tariffsOf(graph, realAssumptions()))
  const columns = ends.map((footholds) => ({ footholds, weighting }))
  const matrix = await timed(() => matrixOf(table, origins, columns))
  rows.push([name, `matrix, ${origins.length} × ${ends.length}`, `${ms(matrix)} ms`])
  const critical = await timed(() => lossesOf(growDestinationTree(graph, weighting, ends.slice(0, 3)), origins))
  rows.push([name, 'criticality of the whole network', `${ms(critical)} ms`])
  checks.push(check(`${name}: criticality`, critical, 5000))
  const hours = weightingOf(graph, weighting.tariff, { by: 'time', ...USUAL })
  const reach = await timed(() => reachField(graph, hours, ends.slice(0, 1), 24))
  rows.push([name, 'reach, one origin, 24 hours', `${ms(reach)} ms`])
}

function check(what: string, measured: number, limit: number): Check {
  return { what, measured: `${ms(measured)} ms`, limit: `${limit} ms`, isKept: measured <= limit }
}
