/** Positions that the checker refuses, among them the faults found in published databases. */
import { expect, test } from 'vitest'
import type { StoredFeature } from '#scripts/build/check/check.ts'
import {
  knownWrongPositions,
  pointsInDistrict,
  pointsInProvince,
  pointsInWindow,
} from '#scripts/build/check/positions.ts'
import { balochistan, deposit, khuzdar, worldOf } from './world.ts'

const world = (...deposits: StoredFeature[]) => worldOf({ deposits, provinces: [balochistan], districts: [khuzdar] })

test('a point with longitude and latitude swapped', () => {
  expect(pointsInWindow(world(deposit('saindak', [61.6137, 29.2406])))).toEqual([])
  expect(pointsInWindow(world(deposit('saindak', [29.2406, 61.6137])))).toMatchObject([
    { where: 'deposits/saindak', what: expect.stringContaining('swapped') },
  ])
})

test('a point at zero, zero', () => {
  expect(pointsInWindow(world(deposit('saindak', [0, 0])))).toMatchObject([
    { what: expect.stringContaining('outside') },
  ])
})

test('a point outside its province by more than its stated accuracy, not by less', () => {
  // 0.1 degree west of the province, about 9.7 km.
  const west = (positionAccuracyKm: number) => deposit('x', [60.8, 29], { positionAccuracyKm })
  expect(pointsInProvince(world(west(1)))).toMatchObject([
    { where: 'deposits/x', what: expect.stringMatching(/9\.\d km outside province/) },
  ])
  expect(pointsInProvince(world(west(10)))).toEqual([])
})

test('plants abroad have no province of Pakistan to lie in', () => {
  const plant: StoredFeature = {
    id: 'ludhiana',
    geometry: { type: 'Point', coordinates: [75.9, 30.9] },
    properties: { province: 'balochistan', country: 'India', geometryQuality: 'exact' },
  }
  expect(pointsInProvince(worldOf({ 'steel-plants': [plant], provinces: [balochistan] }))).toEqual([])
})

test('Khuzdar one degree of latitude too far south (USGS OFR 2005-1294 #402, ICMM07194)', () => {
  const gunga = (lat: number, positionAccuracyKm = 5) =>
    deposit('khuzdar', [66.53, lat], { district: 'khuzdar', positionAccuracyKm })
  expect(pointsInDistrict(world(gunga(27.75)))).toEqual([])
  expect(pointsInDistrict(world(gunga(26.73)))).toMatchObject([{ what: expect.stringContaining('district "khuzdar"') }])
  // Kept so that users find the conflict, with the accuracy that it really has.
  expect(pointsInDistrict(world(gunga(26.73, 112)))).toEqual([])
})

test.each([
  ['reko-diq', [62.433, 28.97], 'Wikipedia and ICMM, 38 km off'],
  ['degari', [67.0026, 30.1754], 'ICMM, the city of Quetta'],
  ['lakhra', [68.3574, 25.3715], 'ICMM, the city of Hyderabad'],
  ['warcha', [72.75, 32.6], 'USGS, 77 km off'],
  ['hunza-ruby', [75.5917, 36.275], 'USGS, 85 km too far east'],
] as const)('%s on its known wrong position %j (%s)', (id, [lon, lat], _why) => {
  // Rounded or moved by a kilometre it is still the wrong place.
  expect(knownWrongPositions(world(deposit(id, [lon + 0.01, lat])))).toMatchObject([{ where: `deposits/${id}` }])
  expect(knownWrongPositions(world(deposit(id, [lon + 0.1, lat + 0.1])))).toEqual([])
})
