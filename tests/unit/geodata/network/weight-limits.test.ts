/** Posted weight limits: a loaded truck goes round a bridge that does not take it, a lighter one goes over, and the leg says so. */
import { expect, test } from 'vitest'
import { ratesAt, withOverrides } from '#geodata/economics/assumptions.ts'
import type { Foothold } from '#geodata/network/access.ts'
import { findRoute } from '#geodata/network/find-route.ts'
import { buildHierarchy } from '#geodata/network/hierarchy.ts'
import { tariffOf } from '#geodata/network/impedance.ts'
import { itineraryOf } from '#geodata/network/itinerary.ts'
import { findLandmarks } from '#geodata/network/landmarks.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { graphOf, realAssumptions, type WorldSpec } from '#tests/fixtures/network-of.ts'

/** 0 to 2: 100 km over a bridge for 30 t, or 300 km round it, half of it for axles of 8 t. */
const world: WorldSpec = {
  nodes: [
    [60, 30],
    [61, 30],
    [62, 30],
    [61, 31],
  ],
  edges: [
    { from: 0, to: 1, km: 50 },
    { from: 1, to: 2, km: 50, grossWeightLimitT: 30 },
    { from: 0, to: 3, km: 150 },
    { from: 3, to: 2, km: 150, axleLoadLimitT: 8 },
  ],
}
const graph = graphOf(world)
const finder = new PathFinder(graph, buildHierarchy(graph, 0))
const at = (node: number): Foothold[] => [{ kind: 'node', node, point: world.nodes[node] ?? [0, 0], straightKm: 0 }]

function told(overrides: Parameters<typeof withOverrides>[1]) {
  const assumptions = withOverrides(realAssumptions(), overrides)
  const tariffs = {
    low: tariffOf(graph, ratesAt(assumptions, 'low')),
    base: tariffOf(graph, ratesAt(assumptions, 'base')),
    high: tariffOf(graph, ratesAt(assumptions, 'high')),
  }
  const weighting = weightingOf(graph, tariffs.base, { by: 'distance', ...USUAL })
  const usual = tariffOf(graph, ratesAt(realAssumptions(), 'base'))
  const open = weightingOf(graph, usual, { by: 'distance', ...USUAL, ignoresLimits: true })
  const landmarks = findLandmarks(finder.hierarchy, [open], new Uint8Array(4).fill(1))
  const path = findRoute({ graph, weighting, finder, landmarks, from: at(0), to: at(2) })
  if (!path) throw new Error('a way was expected')
  const end = { name: null, position: [60, 30] as [number, number], isDistrictLevel: false }
  return itineraryOf({ graph, tariffs, path, from: end, to: end })
}

test('24 t on a truck of 14 t goes round the bridge for 30 t, and is told of the axles', () => {
  const route = told({})
  expect(route.lengthKm).toBe(300)
  expect(route.legs[0]?.limits).toEqual({ axleLoadT: 8, grossWeightT: null })
})

test('16 t on it is just light enough, 16.1 t is not', () => {
  const light = told({ truckPayload: 16 })
  expect(light.lengthKm).toBe(100)
  expect(light.legs[0]?.limits).toEqual({ axleLoadT: null, grossWeightT: 30 })
  expect(told({ truckPayload: 16.1 }).lengthKm).toBe(300)
})
