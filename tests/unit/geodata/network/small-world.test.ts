/** The small world, every answer reckoned on paper with the default rates (see tests/fixtures/small-world.ts). */
import { expect, test } from 'vitest'
import { buildAccessIndex, namedFootholds, nearestRoad } from '#geodata/network/access.ts'
import { findAlternatives, findRoute } from '#geodata/network/find-route.ts'
import { itineraryOf } from '#geodata/network/itinerary.ts'
import { PathFinder } from '#geodata/network/shortest-path.ts'
import { type Conditions, USUAL, weightingOf } from '#geodata/network/weighting.ts'
import { graphOf, realAssumptions, tariffsOf } from '#tests/fixtures/network-of.ts'
import { BERTHS, NODE, SMALL_WORLD } from '#tests/fixtures/small-world.ts'

const graph = graphOf(SMALL_WORLD, BERTHS)
const tariffs = tariffsOf(graph, realAssumptions())
const finder = new PathFinder(graph)

function question(from: string, to: string, conditions: Partial<Conditions> = {}) {
  const weighting = weightingOf(graph, tariffs.base, { by: 'cost', ...USUAL, ...conditions })
  return { graph, weighting, finder, from: namedFootholds(graph, from), to: namedFootholds(graph, to) }
}
const end = { name: null, position: [60, 30] as [number, number], isDistrictLevel: false }
const told = (path: ReturnType<typeof findRoute>) => {
  if (!path) throw new Error('a way was expected')
  return itineraryOf({ graph, tariffs, path, from: end, to: end })
}

test('by distance A goes to the east port by road, 350 km', () => {
  const path = findRoute(question('deposits/a', 'ports/east', { by: 'distance' }))
  expect(path?.weight).toBe(350)
  expect(path?.nodes).toEqual([0, 1, 2, 3])
})

test('by cost road is cheaper than rail here: 350 km × 0.04 = 14, rail 8 + 2 × (3 + 0.2) + 200 × 0.02 = 18.4', () => {
  expect(findRoute(question('deposits/a', 'ports/east'))?.weight).toBeCloseTo(14, 9)
  const closed = findRoute(question('deposits/a', 'ports/east', { closedReferences: ['N-2'] }))
  expect(closed?.weight).toBeCloseTo(18.4, 9)
  expect(told(closed).legs.map(({ mode }) => mode)).toEqual(['road', 'transshipment', 'rail', 'transshipment'])
})

test('time: 350 km at 35 km/h with 16 h under way a day is 15 h; the loading of the range is dear and cheap ends', () => {
  const route = told(findRoute(question('deposits/a', 'ports/east')))
  expect(route.timeH).toBeCloseTo(15, 9)
  expect(route.costUsdPerTonne).toEqual({
    low: expect.closeTo(10.5, 9),
    base: expect.closeTo(14, 9),
    high: expect.closeTo(21, 9),
  })
  expect(route.co2KgPerTonne).toBeCloseTo(28, 9)
})

test('B crosses a track and N-1: 50 × 0.04 × 1.5 + 300 × 0.04 = 15 to the west port', () => {
  const route = told(findRoute(question('deposits/b', 'ports/west')))
  expect(route.costUsdPerTonne.base).toBeCloseTo(15, 9)
  expect(route.confidence).toBe('low')
  expect(route.weakest).toMatchObject({ why: 'confidence-low', lengthKm: 50 })
  expect(route.legs).toHaveLength(1)
  expect(route.legs[0]?.parts.map(({ reference }) => reference)).toEqual([null, 'N-1'])
})

test('mountain road in February is closed: A reaches the west port only by sea from the east port', () => {
  const open = findRoute(question('deposits/a', 'ports/west', { by: 'distance', month: 6 }))
  expect(open?.weight).toBe(460)
  const shut = findRoute(question('deposits/a', 'ports/west', { by: 'distance', month: 2 }))
  expect(shut?.weight).toBe(2350)
  expect(findRoute(question('deposits/a', 'ports/west', { month: 2, modes: ['road'] }))).toBeNull()
})

test('larger ships: the east port takes (10/12.8)³ × 56,000 = 26,703 t, the west 50,000 t at the quoted rate', () => {
  const route = told(findRoute(question('deposits/b', 'ports/china')))
  const sea = route.legs.find(({ mode }) => mode === 'sea')
  expect(sea?.shipDwt).toBe(50_000)
  expect(sea?.split.haul).toBeCloseTo(4900 * 0.0025, 9)
  expect(sea?.split.port).toBe(14)
  // 15 to the port, in each port 7 and storage for 96 + 40 hours at 0.2 a day, and the sea.
  expect(route.costUsdPerTonne.base).toBeCloseTo(15 + 2 * (7 + (136 / 24) * 0.2) + 12.25, 9)
  const east = told(findRoute(question('ports/east', 'ports/china')))
  expect(east.legs.find(({ mode }) => mode === 'sea')?.shipDwt).toBeCloseTo(26_702.9, 1)
  const voyage = 5000 * 0.0025 * (26_702.88 / 50_000) ** -0.35
  expect(east.costUsdPerTonne.base).toBeCloseTo(2 * (7 + (136 / 24) * 0.2) + voyage, 3)
})

test('a planned motorway is used only where planned links are allowed', () => {
  const planned = { statuses: ['operational', 'planned'] as const, by: 'distance' as const }
  expect(findRoute(question('deposits/a', 'ports/east', planned))?.weight).toBe(220)
})

test('a place off the road joins it where it is nearest, 7 km off at the middle of 0–1', () => {
  const index = buildAccessIndex(graph)
  const foothold = nearestRoad(graph, index, [60.5, 30 + 7 / 111.195], 20)
  if (foothold?.kind !== 'edge') throw new Error('a road was expected')
  expect(foothold.edge).toBe(0)
  expect(foothold.fraction).toBeCloseTo(0.5, 4)
  expect(foothold.straightKm).toBeCloseTo(7, 1)
  const path = findRoute({ ...question('deposits/a', 'ports/east', { by: 'distance' }), from: [foothold] })
  expect(path?.weight).toBeCloseTo(foothold.straightKm * 1.4 + 300, 3)
  const route = told(path)
  expect(route.legs[0]).toMatchObject({ mode: 'access', confidence: 'low' })
  expect(route.lengthKm).toBeCloseTo(path?.weight ?? 0, 6)
  expect(route.schematicKm).toBeCloseTo(foothold.straightKm * 1.4, 6)
})

test('the alternative to the east port is the railway, and none is cheaper than the best', () => {
  const paths = findAlternatives(question('deposits/a', 'ports/east'), 3)
  expect(paths[0]?.weight).toBeCloseTo(14, 9)
  expect(paths.slice(1).map(({ weight }) => weight)).toEqual([expect.closeTo(18.4, 9)])
  expect(paths[1]?.nodes).toContain(NODE.loading)
})
