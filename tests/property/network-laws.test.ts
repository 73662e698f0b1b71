/** Laws over whole networks: matrices, losses, scenarios and disjoint ways against plain re-reckoning on small random worlds. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Foothold } from '#geodata/network/access.ts'
import { lossesOf } from '#geodata/network/criticality.ts'
import { findRoute } from '#geodata/network/find-route.ts'
import { matrixOf } from '#geodata/network/matrix.ts'
import { measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import { edgeDisjointWays } from '#geodata/network/redundancy.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { applyChanges } from '#geodata/scenario/apply-changes.ts'
import { type EdgeSpec, graphOf, realAssumptions, tariffsOf, type WorldSpec } from '#tests/fixtures/network-of.ts'

const assumptions = realAssumptions()
const NODES = 9
const edge = fc.record<EdgeSpec>({
  from: fc.integer({ min: 0, max: NODES - 1 }),
  to: fc.integer({ min: 0, max: NODES - 1 }),
  km: fc.integer({ min: 1, max: 400 }),
  class: fc.constantFrom('trunk', 'secondary', 'track'),
  flags: fc.constantFrom([], ['oneWay'] as const),
  reference: fc.constantFrom('N-1', 'N-2', 'N-3'),
})
const world = fc.array(edge, { minLength: 6, maxLength: 20 }).map(
  (edges): WorldSpec => ({
    nodes: Array.from({ length: NODES }, (_, i) => [60 + (i % 3), 25 + Math.floor(i / 3)]),
    edges: edges.filter(({ from, to }) => from !== to),
  }),
)
const at = (spec: WorldSpec, node: number): Foothold[] => [
  { kind: 'node', node, point: spec.nodes[node] ?? [0, 0], straightKm: 0 },
]
/** In the middle of an edge, three kilometres off. */
const on = (spec: WorldSpec, index: number): Foothold[] => [
  { kind: 'edge', edge: index % spec.edges.length, fraction: 0.4, point: [60, 25], straightKm: 3 },
]
function setUp(spec: WorldSpec, closedEdges?: Uint8Array) {
  const graph = graphOf(spec)
  const tariffs = tariffsOf(graph, assumptions)
  const weighting = weightingOf(graph, tariffs.base, { by: 'cost', ...USUAL, ...(closedEdges && { closedEdges }) })
  return { graph, tariffs, weighting, finder: new PathFinder(graph) }
}
const originsOf = (spec: WorldSpec) => [at(spec, 0), at(spec, 1), on(spec, 3), on(spec, 5)]
const same = (a: number, b: number): boolean => a === b || Math.abs(a - b) < 1e-6

test('each cell of a matrix is the single way', () => {
  fc.assert(
    fc.property(world, (spec) => {
      if (spec.edges.length === 0) return
      const { graph, tariffs, weighting, finder } = setUp(spec)
      const origins = originsOf(spec)
      const ends = [at(spec, 8), at(spec, 7), on(spec, 3)]
      const columns = ends.map((footholds) => ({ footholds, weighting }))
      const cells = matrixOf(measureTable(graph, tariffs), origins, columns)
      origins.forEach((from, row) => {
        ends.forEach((to, column) => {
          const cell = cells[row]?.[column] ?? null
          const single = findRoute({ graph, weighting, finder, from, to })
          expect(cell === null).toBe(single === null)
          if (cell && single) {
            expect(same(cell.weight, single.weight)).toBe(true)
            expect(same(cell.costUsdPerTonne.base, single.weight)).toBe(true)
          }
        })
      })
    }),
    { numRuns: 150 },
  )
})

test('the nearest destination is the cheapest of them', () => {
  fc.assert(
    fc.property(world, (spec) => {
      if (spec.edges.length === 0) return
      const { graph, weighting, finder } = setUp(spec)
      const ends = [at(spec, 8), at(spec, 7)]
      const grown = growDestinationTree(graph, weighting, ends)
      for (const from of originsOf(spec)) {
        const singles = ends.map((to) => findRoute({ graph, weighting, finder, from, to })?.weight ?? Infinity)
        const way = readWay(grown, from)
        expect(same(way?.path.weight ?? Infinity, Math.min(...singles))).toBe(true)
        if (way) expect(same(singles[way.destination] ?? -1, Math.min(...singles))).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

test('the loss of an edge is what closing it and asking again shows', () => {
  let compared = 0
  fc.assert(
    fc.property(world, (spec) => {
      if (spec.edges.length === 0) return
      const origins = [at(spec, 0), at(spec, 1), at(spec, 2), at(spec, 3)]
      const ends = [at(spec, 8), at(spec, 7)]
      const { graph, weighting } = setUp(spec)
      const losses = new Map(lossesOf(growDestinationTree(graph, weighting, ends), origins).map((l) => [l.edge, l]))
      const weights = (closed?: Uint8Array) => {
        const changed = setUp(spec, closed)
        const grown = growDestinationTree(changed.graph, changed.weighting, ends)
        return origins.map((origin) => readWay(grown, origin)?.path.weight ?? Infinity)
      }
      const before = weights()
      spec.edges.forEach((_, index) => {
        const closed = new Uint8Array(spec.edges.length)
        closed[index] = 1
        const after = weights(closed)
        const cutOff = origins.flatMap((_o, o) => (before[o] !== Infinity && after[o] === Infinity ? [o] : []))
        const extra = after.reduce((sum, w, o) => sum + (w === Infinity ? 0 : w - (before[o] ?? 0)), 0)
        expect([...(losses.get(index)?.cutOff ?? [])].sort()).toEqual(cutOff)
        expect(same(losses.get(index)?.extra ?? 0, extra)).toBe(true)
        if (extra > 0) compared += 1
      })
    }),
    { numRuns: 150, seed: 11 },
  )
  expect(compared).toBeGreaterThan(50)
})

test('a place on a lost edge leaves by its other end, or not at all', () => {
  const spec: WorldSpec = {
    nodes: [
      [60, 25],
      [61, 25],
      [62, 25],
    ],
    edges: [
      { from: 0, to: 1, km: 100 },
      { from: 1, to: 2, km: 100 },
      { from: 0, to: 2, km: 500 },
    ],
  }
  const { graph, weighting } = setUp(spec)
  const origin: Foothold[] = [{ kind: 'edge', edge: 0, fraction: 0.5, point: [60.5, 25], straightKm: 0 }]
  const grown = growDestinationTree(graph, weighting, [at(spec, 2)])
  const lost = lossesOf(grown, [origin]).find((loss) => loss.edge === 0)
  // 50 + 100 before, 50 + 500 after, at 0.04 a kilometre.
  expect(lost?.extra).toBeCloseTo(400 * 0.04, 9)
  expect(lost?.cutOff).toEqual([])
})

/** Greatest number of ways by trying every set of edges to cut (Menger): the least cut. */
function leastCut(spec: WorldSpec, from: number, to: number): number {
  const isReached = (cut: number): boolean => {
    const seen = new Set([from])
    for (let grew = true; grew; ) {
      grew = false
      spec.edges.forEach(({ from: a, to: b, flags = [] }, index) => {
        if (cut & (1 << index)) return
        if (seen.has(a) && !seen.has(b)) grew = Boolean(seen.add(b))
        if (!flags.includes('oneWay') && seen.has(b) && !seen.has(a)) grew = Boolean(seen.add(a))
      })
    }
    return seen.has(to)
  }
  const ones = (n: number): number => (n === 0 ? 0 : (n & 1) + ones(n >> 1))
  let least = Infinity
  for (let cut = 0; cut < 1 << spec.edges.length; cut++) if (ones(cut) < least && !isReached(cut)) least = ones(cut)
  return least
}

test('disjoint ways are as many as the least cut', () => {
  fc.assert(
    fc.property(world, (spec) => {
      const small = { ...spec, edges: spec.edges.slice(0, 9) }
      const { graph, weighting } = setUp(small)
      const ways = edgeDisjointWays(graph, weighting, at(small, 0), {
        destinations: new Set([8]),
        guide: new Float64Array(NODES),
        most: 20,
      })
      expect(ways).toBe(leastCut(small, 0, 8))
    }),
    { numRuns: 60 },
  )
})

test('a scenario without changes is the baseline; closing never lowers, a drawn line never raises', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 120 }), (spec, speedKmH) => {
      if (spec.edges.length === 0) return
      const { graph } = setUp(spec)
      const baseline = { graph, berths: new Map(), assumptions }
      const costs = (changes: Parameters<typeof applyChanges>[1]) => {
        const applied = applyChanges(baseline, changes)
        const tariffs = tariffsOf(applied.graph, applied.assumptions)
        const weighting = weightingOf(applied.graph, tariffs.base, { by: 'cost', ...USUAL, ...applied.conditions })
        const grown = growDestinationTree(applied.graph, weighting, [at(spec, 8)])
        return [0, 1, 2, 3].map((node) => readWay(grown, at(spec, node))?.path.weight ?? Infinity)
      }
      const before = costs([])
      const { weighting } = setUp(spec)
      const plain = growDestinationTree(graph, weighting, [at(spec, 8)])
      expect(before).toEqual([0, 1, 2, 3].map((node) => readWay(plain, at(spec, node))?.path.weight ?? Infinity))
      const closed = costs([{ kind: 'close-reference', reference: 'N-1' }])
      const drawn = costs([
        {
          kind: 'add-line',
          mode: 'road',
          line: [
            [60.1, 25.1],
            [62, 27],
          ],
          speedKmH,
          costUsdPerTonneKm: 0.01,
          buildUsdMPerKm: null,
        },
      ])
      before.forEach((cost, index) => {
        expect(closed[index]).toBeGreaterThanOrEqual(cost - 1e-9)
        expect(drawn[index]).toBeLessThanOrEqual(cost + 1e-6)
      })
    }),
    { numRuns: 100 },
  )
})
