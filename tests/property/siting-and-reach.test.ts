/** Laws of siting, reach and new links: exact is exhaustive, gaps are honest, budgets grow areas, a link saves what re-reckoning shows. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Foothold } from '#geodata/network/access.ts'
import { appraiserOf, waysOver } from '#geodata/network/best-links.ts'
import { chooseSites, type SitingQuestion } from '#geodata/network/choose-sites.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import { isWithin, reachField } from '#geodata/network/reach.ts'
import { areaWithin } from '#geodata/network/reach-area.ts'
import { USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { graphOf, realAssumptions, tariffsOf, type WorldSpec } from '#tests/fixtures/network-of.ts'
import { BERTHS, SMALL_WORLD } from '#tests/fixtures/small-world.ts'

const costs = (sites: number, demands: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: sites, maxLength: sites }), {
    minLength: demands,
    maxLength: demands,
  })

/** Every choice of `count` sites, one after the other. */
function exhaustive({ cost, demand, count, standing }: SitingQuestion): number {
  const sites = cost[0]?.length ?? 0
  let best = Number.POSITIVE_INFINITY
  for (let choice = 0; choice < 1 << sites; choice++) {
    const open = Array.from({ length: sites }, (_, s) => s).filter((s) => choice & (1 << s))
    if (open.length !== count || open.some((s) => standing.includes(s))) continue
    const all = [...open, ...standing]
    const total = cost.reduce((sum, row, i) => sum + Math.min(...all.map((s) => row[s] ?? 0)) * (demand[i] ?? 1), 0)
    best = Math.min(best, total)
  }
  return best
}

test('few sites: the choice is the best of all choices, one standing or none', () => {
  fc.assert(
    fc.property(costs(7, 6), fc.integer({ min: 1, max: 3 }), fc.constantFrom([], [2]), (cost, count, standing) => {
      const question = { cost, demand: [1, 2, 1, 5, 1, 3], count, standing }
      const siting = chooseSites(question)
      expect(siting.method).toBe('exact')
      expect(siting.gap).toBe(0)
      expect(siting.total).toBe(exhaustive(question))
      expect(siting.sites).toHaveLength(count)
    }),
  )
})

test('many sites: no better choice lies farther off than the stated gap', () => {
  // 60 over 4 is 487,635 choices: beyond what is tried; the true best is found here by trying all.
  const random = fc.sample(costs(60, 5), { numRuns: 3, seed: 4 })
  for (const cost of random) {
    const question = { cost, demand: [1, 1, 1, 1, 1], count: 4, standing: [] }
    const siting = chooseSites(question)
    expect(siting.method).toBe('heuristic')
    let best = Number.POSITIVE_INFINITY
    for (let a = 0; a < 60; a++)
      for (let b = a + 1; b < 60; b++)
        for (let c = b + 1; c < 60; c++)
          for (let d = c + 1; d < 60; d++) {
            let total = 0
            for (const row of cost) total += Math.min(row[a] ?? 0, row[b] ?? 0, row[c] ?? 0, row[d] ?? 0)
            if (total < best) best = total
          }
    expect(siting.total).toBeGreaterThanOrEqual(best)
    expect(siting.total * (1 - siting.gap)).toBeLessThanOrEqual(best + 1e-6)
    expect(siting.gap).toBeLessThan(0.5)
  }
})

test('one more site never raises the total', () => {
  fc.assert(
    fc.property(costs(6, 5), (cost) => {
      const at = (count: number) => chooseSites({ cost, demand: [1, 1, 1, 1, 1], count, standing: [] }).total
      expect(at(2)).toBeLessThanOrEqual(at(1))
      expect(at(3)).toBeLessThanOrEqual(at(2))
    }),
  )
})

const graph = graphOf(SMALL_WORLD, BERTHS)
const tariffs = tariffsOf(graph, realAssumptions())
const origin: Foothold[] = [{ kind: 'node', node: 0, point: [60, 30], straightKm: 0 }]

test('a larger budget holds all of the smaller one, and its area', () => {
  const weighting = weightingOf(graph, tariffs.base, { by: 'time', ...USUAL })
  const cells: [number, number][] = []
  for (let lon = 59.02; lon < 65; lon += 0.11) for (let lat = 28.02; lat < 31; lat += 0.11) cells.push([lon, lat])
  let before: [number, number][] = []
  for (const budget of [2, 4, 6, 10, 20]) {
    const field = reachField(graph, weighting, [origin], budget)
    if (!field) throw new Error('something is within reach')
    const wide = reachField(graph, weighting, [origin], 25)
    const inside = cells.filter((cell) => isWithin(field, cell, budget))
    // Asked as part of a wider question, the same budget gives the same cells.
    expect(wide && cells.filter((cell) => isWithin(wide, cell, budget))).toEqual(inside)
    expect(inside.length).toBeGreaterThan(before.length)
    for (const cell of before) expect(inside).toContainEqual(cell)
    expect(areaWithin(field, budget).coordinates.length).toBeGreaterThan(0)
    before = inside
  }
})

test('along a road reach ends where the hours do: 100 km at 35 km/h and 16 of 24 hours under way', () => {
  const weighting = weightingOf(graph, tariffs.base, { by: 'time', ...USUAL })
  const hours = (100 / 35) * (24 / 16)
  const field = reachField(graph, weighting, [origin], hours * 2)
  if (!field) throw new Error('something is within reach')
  expect(isWithin(field, [60.95, 30.01], hours)).toBe(true)
  expect(isWithin(field, [61.3, 30.01], hours)).toBe(false)
})

test('access crosses no border and no sea: cells beyond one are within reach only where a road leads there', () => {
  const weighting = weightingOf(graph, tariffs.base, { by: 'time', ...USUAL })
  // The road from the origin runs along 30° N; a border lies a tenth of a degree north of it, the sea as far south.
  const sideOf = ([, lat]: readonly [number, number]) => (lat > 30.1 ? 2 : lat < 29.9 ? 0 : 1)
  const open = reachField(graph, weighting, [origin], 20)
  const bounded = reachField(graph, weighting, [origin], 20, sideOf)
  if (!open || !bounded) throw new Error('something is within reach')
  for (const lat of [30.14, 29.86]) {
    expect(isWithin(open, [60.5, lat], 20)).toBe(true)
    expect(isWithin(bounded, [60.5, lat], 20)).toBe(false)
  }
  expect(isWithin(bounded, [60.5, 30.06], 20)).toBe(true)
})

test('what a link saves is what the network with it in place shows', () => {
  const node = fc.integer({ min: 0, max: 7 })
  const edge = fc.record({ from: node, to: node, km: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(
      fc.array(edge, { minLength: 5, maxLength: 14 }),
      node,
      node,
      fc.integer({ min: 1, max: 60 }),
      (edges, a, b, km) => {
        const spec: WorldSpec = {
          nodes: Array.from({ length: 8 }, (_, i) => [60 + i, 25]),
          edges: edges.filter(({ from, to }) => from !== to),
        }
        if (a === b) return
        const at = (n: number): Foothold[] => [{ kind: 'node', node: n, point: [60 + n, 25], straightKm: 0 }]
        const reckon = (world: WorldSpec) => {
          const g = graphOf(world)
          const weighting = weightingOf(g, tariffsOf(g, realAssumptions()).base, { by: 'distance', ...USUAL })
          return growDestinationTree(g, weighting, [at(7)])
        }
        const origins = [at(0), at(1), at(2)]
        const before = reckon(spec)
        const after = reckon({ ...spec, edges: [...spec.edges, { from: a, to: b, km }] })
        const truth = origins.reduce((sum, o) => {
          const [was, is] = [readWay(before, o)?.path.weight, readWay(after, o)?.path.weight]
          return was === undefined || is === undefined ? sum : sum + was - is
        }, 0)
        const ways = [
          { from: a, to: b, weight: km },
          { from: b, to: a, weight: km },
        ]
        const gained = origins.filter((o) => !readWay(before, o) && readWay(after, o)).length
        const won = appraiserOf(before, origins)(ways)
        expect(won.saving).toBeCloseTo(truth, 6)
        expect(won.gained).toBe(gained)
      },
    ),
    { numRuns: 60 },
  )
})

test('what planned edges save together, opened at once, is what the network with them open shows', () => {
  const node = fc.integer({ min: 0, max: 7 })
  const edge = fc.record({
    ...{ from: node, to: node, km: fc.integer({ min: 1, max: 300 }) },
    status: fc.constantFrom('operational' as const, 'operational' as const, 'planned' as const),
    flags: fc.constantFrom([], ['oneWay'] as const),
  })
  let savedSomething = 0
  fc.assert(
    fc.property(fc.array(edge, { minLength: 6, maxLength: 16 }), (edges) => {
      const spec: WorldSpec = {
        nodes: Array.from({ length: 8 }, (_, i) => [60 + i, 25]),
        edges: edges.filter(({ from, to }) => from !== to),
      }
      const g = graphOf(spec)
      const tariff = tariffsOf(g, realAssumptions()).base
      const at = (n: number): Foothold[] => [{ kind: 'node', node: n, point: [60 + n, 25], straightKm: 0 }]
      const planned = spec.edges.flatMap(({ status }, index) => (status === 'planned' ? [index] : []))
      const openedEdges = Uint8Array.from(spec.edges, ({ status }) => Number(status === 'planned'))
      const closed = weightingOf(g, tariff, { by: 'distance', ...USUAL })
      const open = weightingOf(g, tariff, { by: 'distance', ...USUAL, openedEdges })
      const [before, after] = [closed, open].map((weighting) => growDestinationTree(g, weighting, [at(7)]))
      if (!before || !after) throw new Error('two trees were grown')
      const origins = [at(0), at(1), at(2)]
      const won = appraiserOf(before, origins)(waysOver(g, open.weights, planned))
      let [saving, gained] = [0, 0]
      for (const origin of origins) {
        const [was, is] = [readWay(before, origin)?.path.weight, readWay(after, origin)?.path.weight]
        if (was !== undefined && is !== undefined) saving += was - is
        else if (is !== undefined) gained += 1
      }
      expect(won.saving).toBeCloseTo(saving, 6)
      expect(won.gained).toBe(gained)
      if (saving > 0) savedSomething += 1
    }),
    { numRuns: 150, seed: 3 },
  )
  expect(savedSomething).toBeGreaterThan(20)
})
