/** The story of a way: cost along it, the roads that tell it from another, the outline of a drawn flood, budgets as typed. */
import { expect, test } from 'vitest'
import { costProfile, profileAt } from '#client/features/connect/route/cost-profile.ts'
import { roadsOnlyIn, viaOf } from '#client/features/connect/route/roads-of.ts'
import { ringOf } from '#client/features/connect/what-if/draw-flood.tsx'
import { budgetsOf } from '#client/state/connect-state.ts'
import type { Leg, RoutePart } from '#geodata/contract/logistics.ts'

const part = (reference: string | null, lengthKm: number, costUsdPerTonne: number): RoutePart => ({
  ...{ reference, lengthKm, costUsdPerTonne, name: null, timeH: 1, officialLengthKm: null },
  ...{ confidence: 'high', isSchematic: false, status: 'operational' },
})
const leg = (mode: Leg['mode'], parts: RoutePart[]): Leg => ({
  ...{
    mode,
    parts,
    from: null,
    to: null,
    timeH: 1,
    co2KgPerTonne: 0,
    confidence: 'high',
    schematicKm: 0,
    limits: { axleLoadT: null, grossWeightT: null },
  },
  ...{ lengthKm: 0, shipDwt: null, firstVertex: 0, lastVertex: 1, costUsdPerTonne: { low: 0, base: 0, high: 0 } },
  split: { haul: 0, toll: 0, handling: 0, dwell: 0, border: 0, port: 0 },
})
const WAY = {
  legs: [
    leg('road', [part('N-40', 100, 4), part(null, 5, 1)]),
    leg('transshipment', [part(null, 0, 3)]),
    leg('rail', [part('ML-4', 300, 6)]),
  ],
}

test('cost grows stretch by stretch and jumps where the mode changes', () => {
  const steps = costProfile(WAY)
  expect(steps.map(({ toKm, toUsd }) => [toKm, toUsd])).toEqual([
    [100, 4],
    [105, 5],
    [105, 8],
    [405, 14],
  ])
  expect(steps.slice(1).every((step, index) => step.fromUsd === steps[index]?.toUsd)).toBe(true)
})

test.each([
  [0, 0, 'N-40'],
  [50, 2, 'N-40'],
  [100, 4, 'N-40'],
  [255, 11, 'ML-4'],
  [405, 14, 'ML-4'],
  [999, 14, 'ML-4'],
])('at km %d %d USD are spent, on %s', (km, usd, reference) => {
  const read = profileAt(costProfile(WAY), km)
  expect(read?.usd).toBeCloseTo(usd, 9)
  expect(read?.step.reference).toBe(reference)
})

test('an empty way has no profile', () => {
  expect(costProfile({ legs: [] })).toEqual([])
  expect(profileAt([], 5)).toBeNull()
})

test('a way is named by its longest roads, and told from another by those that only it uses', () => {
  const other = { legs: [leg('road', [part('N-40', 90, 4), part('N-85', 200, 8), part('N-10', 5, 1)])] }
  expect(viaOf(WAY)).toBe('ML-4, N-40')
  expect(roadsOnlyIn(other, WAY)).toEqual(['N-85'])
  expect(roadsOnlyIn(WAY, WAY)).toEqual([])
})

test('a drawn area becomes an open ring that a link can carry', () => {
  const circle = Array.from({ length: 181 }, (_, index): [number, number] => {
    const angle = (index % 180) * (Math.PI / 90)
    return [67 + Math.cos(angle), 28 + Math.sin(angle)]
  })
  const ring = ringOf({ type: 'Polygon', coordinates: [circle] })
  expect(ring?.length).toBe(60)
  expect(ring?.[0]).toEqual([68, 28])
  expect(ring?.at(-1)).not.toEqual(ring?.[0])
  expect(ringOf({ type: 'Point', coordinates: [1, 2] })).toBeNull()
})

test.each([
  ['6,12,24', [6, 12, 24]],
  ['0.5', [0.5]],
  ['12,6', undefined],
  ['6,6', undefined],
  ['0,5', undefined],
  ['1,2,3,4,5,6', undefined],
  ['', undefined],
])('budgets %j are read as %j', (text, budgets) => {
  expect(budgetsOf(text)).toEqual(budgets)
})
