/** A new line over the ground by HTTP: laws of its price, what it rests on, and refusals that name what is in the way. */
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import type { SpurAnswer } from '#geodata/contract/spur.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

let atlas: AtlasApp
beforeAll(async () => {
  atlas = await openAtlas()
})
const ask = (query: string) => request(atlas.app).get(`/api/spur?${query}`)
const spur = async (query: string): Promise<SpurAnswer> => (await ask(query).expect(200)).body

test('the course begins and ends at its places, its slopes add up, and the straight one is never cheaper', async () => {
  const answer = await spur('from=66.6,29.6&to=67.3,30.0')
  expect(answer.geometry.coordinates.at(0)).toEqual([66.6, 29.6])
  expect(answer.geometry.coordinates.at(-1)).toEqual([67.3, 30])
  expect(answer.slopeClasses.reduce((sum, { km }) => sum + km, 0)).toBeCloseTo(answer.lengthKm, 6)
  expect(answer.levelKm).toBeGreaterThanOrEqual(answer.lengthKm - 1e-9)
  if (answer.straight) expect(answer.levelKm).toBeLessThanOrEqual(answer.straight.levelKm + 1e-9)
  expect(answer.profile).toHaveLength(answer.geometry.coordinates.length)
  expect(answer.grid).toMatchObject({ cellKm: 2.3 })
  expect(answer.usdM).toBeNull()
})

test('a railway shuns slopes that a road takes, and a price a kilometre makes a sum', async () => {
  const [road, rail] = await Promise.all(
    ['road', 'rail'].map((mode) => spur(`from=67.0,30.2&to=67.7,30.4&mode=${mode}&usdMPerKm=2`)),
  )
  expect(road?.usdM).toBeCloseTo(2 * (road?.levelKm ?? 0), 9)
  expect(rail?.levelKm ?? 0).toBeGreaterThan(road?.levelKm ?? 0)
})

test('a course crosses Hingol National Park where that is free, and dearer protected land never makes it cheaper', async () => {
  const over = (factor: number) => spur(`from=65.2,25.7&to=65.9,25.7&protected=${factor}`)
  const [free, dear, dearest] = [await over(1), await over(5), await over(500)]
  expect(free.protectedKm).toBeGreaterThan(10)
  expect(dear.levelKm).toBeGreaterThanOrEqual(free.levelKm - 1e-9)
  expect(dearest.levelKm).toBeGreaterThanOrEqual(dear.levelKm - 1e-9)
})

test('without an end the nearest road is joined, and it is a road of the network', async () => {
  const answer = await spur('from=63.2,28.2')
  const [lon, lat] = answer.to.position
  const onRoad = await request(atlas.app).get(`/api/routes?from=${lon},${lat}&to=ports/gwadar&by=distance`).expect(200)
  expect(onRoad.body.routes[0].legs[0].mode).not.toBe('access')
})

test('too far, out of the grid, over the sea: refused by name', async () => {
  const far = await ask('from=62,26&to=74,36')
  expect(far.body).toMatchObject({ code: 'invalid-request', errors: [{ field: 'to' }] })
  expect((await ask('from=100,10&to=100.5,10')).body.code).toBe('invalid-request')
  expect((await ask('from=64,24.5&to=64.5,25.6')).body.code).toBe('no-route')
  expect((await ask('from=64,27&water=0.5')).body.errors[0].field).toBe('water')
})
