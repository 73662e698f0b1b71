/** Laws of routing on small random worlds: brute force agrees, opening never hurts, closing never helps, legs add up. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratesAt, withOverrides } from '#geodata/economics/assumptions.ts'
import { findAlternatives, findRoute, sharedPart } from '#geodata/network/find-route.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { tariffOf } from '#geodata/network/impedance.ts'
import { itineraryOf } from '#geodata/network/itinerary.ts'
import { landmarkTerms } from '#geodata/network/landmark-terms.ts'
import { findLandmarks } from '#geodata/network/landmarks.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { shortestTree } from '#geodata/network/shortest-tree.ts'
import { type Conditions, USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { type EdgeSpec, graphOf, realAssumptions, tariffsOf, type WorldSpec } from '#tests/fixtures/network-of.ts'

const assumptions = realAssumptions()
const NODES = 9

const edge = fc.record<EdgeSpec>({
  from: fc.integer({ min: 0, max: NODES - 1 }),
  to: fc.integer({ min: 0, max: NODES - 1 }),
  km: fc.integer({ min: 1, max: 400 }),
  mode: fc.constantFrom('road', 'rail', 'sea', 'transshipment'),
  class: fc.constantFrom('motorway', 'trunk', 'secondary', 'track'),
  terrain: fc.constantFrom('plain', 'rolling', 'mountain'),
  flags: fc.constantFrom([], ['oneWay'] as const, ['borderCrossing'] as const),
  closedMonths: fc.constantFrom([], [1, 2]),
})
const world = fc.array(edge, { minLength: 4, maxLength: 22 }).map(
  (edges): WorldSpec => ({
    nodes: Array.from({ length: NODES }, (_, i) => [60 + (i % 3), 25 + Math.floor(i / 3)]),
    edges: edges.filter(({ from, to }) => from !== to),
  }),
)
const criterion = fc.constantFrom('cost', 'time', 'distance', 'co2', 'mix')

/** `mostNeighbours`: how far the network is taken down, 0 not at all. */
function ask(spec: WorldSpec, conditions: Partial<Conditions> & Pick<Conditions, 'by'>, mostNeighbours = 2) {
  const graph = graphOf(spec)
  const tariffs = tariffsOf(graph, assumptions)
  const weighting = weightingOf(graph, tariffs.base, { ...USUAL, ...conditions })
  const at = (node: number) => [{ kind: 'node' as const, node, point: spec.nodes[node] ?? [0, 0], straightKm: 0 }]
  const finder = new PathFinder(graph, buildHierarchy(graph, mostNeighbours))
  return { graph, tariffs, question: { graph, weighting, finder, from: at(0), to: at(NODES - 1) } }
}

/** Every simple way, one after the other. */
function bruteForce(spec: WorldSpec, weights: Float64Array): number {
  let best = Number.POSITIVE_INFINITY
  const walk = (node: number, weight: number, seen: readonly number[]): void => {
    if (node === NODES - 1) best = Math.min(best, weight)
    spec.edges.forEach(({ from, to, flags = [] }, index) => {
      const next = from === node ? to : to === node && !flags.includes('oneWay') ? from : -1
      if (next >= 0 && !seen.includes(next) && weight < best)
        walk(next, weight + (weights[index] ?? 0), [...seen, next])
    })
  }
  walk(0, 0, [0])
  return best
}
const weightOf = (path: { weight: number } | null) => path?.weight ?? Number.POSITIVE_INFINITY

test('the search finds what brute force finds, with landmarks and without, however far the network is taken down', () => {
  fc.assert(
    fc.property(world, criterion, fc.integer({ min: 0, max: 8 }), (spec, by, mostNeighbours) => {
      const { graph, tariffs, question } = ask(spec, { by, month: 1 }, mostNeighbours)
      const truth = bruteForce(spec, question.weighting.weights)
      const open = weightingOf(graph, tariffs.base, { ...USUAL, by, statuses: ['operational', 'planned'] })
      const landmarks = findLandmarks(question.finder.hierarchy, [open], new Uint8Array(NODES).fill(1))
      const plain = weightOf(findRoute(question))
      expect(plain === truth || Math.abs(plain - truth) < 1e-9).toBe(true)
      const guided = weightOf(findRoute({ ...question, landmarks }))
      expect(guided === truth || Math.abs(guided - truth) < 1e-9).toBe(true)
    }),
    { numRuns: 600 },
  )
})

test('landmarks of other rates, of one set or mixed of two, still give exact answers', () => {
  const set = fc.record({
    roadRate: fc.double({ min: 0.002, max: 0.2, noNaN: true }),
    railRate: fc.double({ min: 0.002, max: 0.2, noNaN: true }),
    transloadCost: fc.double({ min: 0, max: 20, noNaN: true }),
  })
  fc.assert(
    fc.property(world, set, fc.boolean(), (spec, overrides, isMixed) => {
      const { graph, question } = ask(spec, { by: 'cost' }, 1)
      const terms = isMixed ? landmarkTerms(graph, assumptions, 'cost') : [question.weighting]
      const landmarks = findLandmarks(question.finder.hierarchy, terms, new Uint8Array(NODES).fill(1))
      const tariff = tariffOf(graph, ratesAt(withOverrides(assumptions, overrides), 'base'))
      const weighting = weightingOf(graph, tariff, { by: 'cost', ...USUAL })
      const [plain, guided] = [
        weightOf(findRoute({ ...question, weighting })),
        weightOf(findRoute({ ...question, weighting, landmarks })),
      ]
      expect(plain === guided || Math.abs(plain - guided) < 1e-9).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('another edge never raises a cost, a closed one never lowers it', () => {
  fc.assert(
    fc.property(world, edge, criterion, fc.nat(30), (spec, more, by, at) => {
      if (more.from === more.to || spec.edges.length === 0) return
      const before = weightOf(findRoute(ask(spec, { by }).question))
      const wider = { ...spec, edges: [...spec.edges, more] }
      expect(weightOf(findRoute(ask(wider, { by }).question))).toBeLessThanOrEqual(before + touchesSea(spec, more))
      const closedEdges = new Uint8Array(spec.edges.length)
      closedEdges[at % spec.edges.length] = 1
      expect(weightOf(findRoute(ask(spec, { by, closedEdges }).question))).toBeGreaterThanOrEqual(before - 1e-9)
    }),
    { numRuns: 200 },
  )
})

/** A sea lane makes its ends quays: what was a yard beside them is now paid by the voyage. Such worlds prove nothing here. */
function touchesSea(spec: WorldSpec, { from, to, mode }: EdgeSpec): number {
  const meets = spec.edges.some((e) => e.mode === 'transshipment' && [e.from, e.to].some((n) => n === from || n === to))
  return mode === 'sea' && meets ? Number.POSITIVE_INFINITY : 1e-9
}

test('legs add up to the route, and the route to what the search weighed', () => {
  fc.assert(
    fc.property(world, (spec) => {
      const { graph, tariffs, question } = ask(spec, { by: 'cost' })
      const path = findRoute(question)
      if (!path || path.edges.length === 0) return
      const end = { name: null, position: [60, 25] as [number, number], isDistrictLevel: false }
      const route = itineraryOf({ graph, tariffs, path, from: end, to: end })
      expect(route.costUsdPerTonne.base).toBeCloseTo(path.weight, 6)
      const { low, base, high } = route.costUsdPerTonne
      expect(low).toBeLessThanOrEqual(base + 1e-9)
      expect(base).toBeLessThanOrEqual(high + 1e-9)
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
      expect(sum(Object.values(route.split))).toBeCloseTo(base, 6)
      expect(sum(route.legs.map((leg) => leg.lengthKm))).toBeCloseTo(route.lengthKm, 9)
      for (const leg of route.legs) expect(sum(leg.parts.map((part) => part.lengthKm))).toBeCloseTo(leg.lengthKm, 9)
      const whole = sum(path.edges.map((e) => graph.edgeKm[e] ?? 0))
      expect(route.lengthKm).toBeCloseTo(whole, 9)
    }),
    { numRuns: 200 },
  )
})

test('alternatives differ from each other and none is lighter than the best', () => {
  let withAlternatives = 0
  fc.assert(
    fc.property(world, criterion, (spec, by) => {
      const { graph, question } = ask(spec, { by })
      const paths = findAlternatives(question, 4)
      if (paths.length > 1) withAlternatives += 1
      const [best] = paths
      paths.slice(1).forEach((path, index) => {
        expect(path.weight).toBeGreaterThanOrEqual((best?.weight ?? 0) - 1e-9)
        expect(path.edges).not.toEqual(best?.edges)
        for (const other of paths.slice(0, index + 1))
          expect(Math.min(sharedPart(graph, path, other), sharedPart(graph, other, path))).toBeLessThanOrEqual(0.75)
      })
    }),
    { numRuns: 200, seed: 7 },
  )
  expect(withAlternatives).toBeGreaterThan(10)
})

test('without one-way edges there is as good a way back', () => {
  fc.assert(
    fc.property(world, (spec) => {
      const twoWay = { ...spec, edges: spec.edges.map((e) => ({ ...e, flags: [] })) }
      const { question } = ask(twoWay, { by: 'cost' })
      const there = weightOf(findRoute(question))
      const back = weightOf(findRoute({ ...question, from: question.to, to: question.from }))
      expect(there === back || Math.abs(there - back) < 1e-9).toBe(true)
    }),
  )
})

test('trees hold the same distances as single ways, parents before children', () => {
  fc.assert(
    fc.property(world, (spec) => {
      const { graph, question } = ask(spec, { by: 'cost' })
      const { weights } = question.weighting
      const tree = shortestTree({ rows: graph.out, weights, seeds: [{ node: 0, weight: 0 }], nodeCount: NODES })
      const one = weightOf(findRoute(question))
      const inTree = tree.distance[NODES - 1] ?? 0
      expect(inTree === one || Math.abs(inTree - one) < 1e-9).toBe(true)
      const seen = new Set<number>()
      for (const node of tree.order) {
        const parent = tree.parentNode[node] ?? -1
        expect(parent === -1 || seen.has(parent)).toBe(true)
        seen.add(node)
      }
    }),
  )
})
