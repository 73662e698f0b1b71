/**
 * Routes against an outside truth: published distances by road and rail. Routing is by time, as a driver would go; no edge
 * is fitted to them. The table is printed, so that a reader sees each error and not the median alone.
 *
 * A figure is compared with what its source measured. The list of national highways gives the length of each highway: no
 * motorway is part of one, so motorways are closed to them (the M-14 of 2022 shortens the hours from Tarnol to Kohat, and
 * adds kilometres that the N-80 does not have). A page on motorways gives the length of the motorway, without the way to it
 * from the middle of a town: there the kilometres on it count. The line from Kotri to Attock runs west of the Indus.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import request from 'supertest'
import { beforeAll, expect, test } from 'vitest'
import type { Route } from '#geodata/contract/logistics.ts'
import type { PublishedDistanceProperties } from '#geodata/datasets/published-distances/dataset.ts'
import { ROOT } from '#tests/e2e/atlas-server.ts'
import { type AtlasApp, openAtlas } from './atlas-app.ts'

/** Rows that differ by more than 8 %, and why that is not the network's fault, or that it is. */
const REASONS: Readonly<Record<string, string>> = {
  d032: 'the whole line by Dadu, Larkana and Jacobabad has 1,257 km as mapped, and our list of projects gives it 1,254 km; the pages that give 1,427 and 1,519 km differ from both and from each other',
  d055: 'the mapped N-80 has 154 km (+5.7 %); the rest is the way from the point of Tarnol to the junction, 5 km. Where the figure begins and ends in Kohat is not stated',
  d064: 'newspaper figure, start not given; from the junction east of Gwadar the mapped way has 79 km, where an odometer had 80',
  d067: 'another page says 90 km; the mapped way lies between',
  d086: 'published figure is round; the mapped way goes by Winder too',
}
const WORST_SHARE = 0.08
const NATIONAL_HIGHWAY = /^NHA list .* N-\d+/
const MOTORWAY = /^atifpedia .* (M-\d+)$/
const MOTORWAYS = 'M-1,M-2,M-3,M-4,M-5,M-9,M-11,M-14,M-16,E-35'
/** Stations that a line passes and the figure does not name. */
const COURSES: Readonly<Record<string, readonly string[]>> = { d032: ['dadu', 'larkana', 'jacobabad'] }

interface Row {
  id: string
  properties: PublishedDistanceProperties
}
const featuresOf = (id: string) =>
  JSON.parse(readFileSync(join(ROOT, `geodata/datasets/${id}/features.geojson`), 'utf8')).features

interface Measured {
  id: string
  mode: string
  publishedKm: number
  km: number | null
  /** Share of the published distance, signed; null where there is no way. */
  error: number | null
  usedInNetwork: boolean
}

let atlas: AtlasApp
let measured: Measured[] = []
/** Points on roads that serve a place, as the list of access has them, by place. */
const served = new Map<string, string[]>()

beforeAll(async () => {
  atlas = await openAtlas()
  const rows: Row[] = featuresOf('published-distances')
  for (const { geometry, properties } of featuresOf('network-access'))
    served.set(properties.placeId, [...(served.get(properties.placeId) ?? []), geometry.coordinates.join()])
  measured = []
  for (const row of rows) measured.push(await measure(row))
  console.log(tableOf(measured))
}, 120_000)

interface Way {
  km: number
  timeH: number
}

/** A place on the way is passed at whichever of its listed points is quickest: itself, or where a road off the town serves it. */
async function measure({ id, properties }: Row): Promise<Measured> {
  const { fromPlaceId, toPlaceId, viaPlaceIds, mode, distanceKm, usedInNetwork, provenance } = properties
  const cited = provenance?.citations[0]?.text ?? ''
  const measured: Compared = {
    close: NATIONAL_HIGHWAY.test(cited) ? MOTORWAYS : null,
    on: MOTORWAY.exec(cited)?.[1] ?? null,
  }
  const onTheWay = [...(COURSES[id] ?? []), ...viaPlaceIds].map((place) => [
    `network-places/${place}`,
    ...(mode === 'road' ? (served.get(place) ?? []) : []),
  ])
  const stops = [[`network-places/${fromPlaceId}`], ...onTheWay, [`network-places/${toPlaceId}`]]
  let reached = new Map<string, Way>([[stops[0]?.[0] ?? '', { km: 0, timeH: 0 }]])
  for (const next of stops.slice(1)) {
    const ahead = new Map<string, Way>()
    for (const [from, before] of reached)
      for (const to of next) {
        const leg = await quickest(from, to, mode, measured)
        if (!leg) continue
        const way = { km: before.km + leg.km, timeH: before.timeH + leg.timeH }
        if (way.timeH < (ahead.get(to)?.timeH ?? Number.POSITIVE_INFINITY)) ahead.set(to, way)
      }
    reached = ahead
  }
  const km = [...reached.values()][0]?.km ?? null
  const error = km === null ? null : km / distanceKm - 1
  return { id, mode, publishedKm: distanceKm, km, error, usedInNetwork }
}

/** Roads closed to the way, and the road whose kilometres alone count. */
interface Compared {
  close: string | null
  on: string | null
}

async function quickest(from: string, to: string, mode: string, { close, on }: Compared): Promise<Way | null> {
  const closed = close === null ? '' : `&close=${close}`
  const question = `from=${from}&to=${to}&by=time&modes=${mode}&month=9&alternatives=1${closed}`
  const answer = await request(atlas.app).get(`/api/routes?${question}`)
  const route: Route | undefined = answer.body.routes?.[0]
  if (!route) return null
  const parts = route.legs.flatMap((leg) => leg.parts).filter(({ reference }) => on === null || reference === on)
  const km = on === null ? route.lengthKm : parts.reduce((sum, { lengthKm }) => sum + lengthKm, 0)
  return { km, timeH: route.timeH }
}

function tableOf(rows: readonly Measured[]): string {
  const percent = (error: number | null) => (error === null ? 'no way' : `${(100 * error).toFixed(1)} %`)
  return rows
    .map(({ id, mode, publishedKm, km, error }) =>
      [id, mode, publishedKm, km?.toFixed(0) ?? '-', percent(error), REASONS[id] ?? ''].join('\t'),
    )
    .join('\n')
}

function medianError(mode: string, held: (row: Measured) => boolean = () => true): number {
  const errors = measured
    .filter((row) => row.mode === mode && held(row))
    .flatMap(({ error }) => (error === null ? [] : [Math.abs(error)]))
    .sort((a, b) => a - b)
  expect(errors.length).toBeGreaterThan(3)
  return errors[Math.floor(errors.length / 2)] ?? Number.NaN
}

/**
 * The aim is 3 %; what is left above it is not the network's: odometers of 2010 had 5 % more along the coast than the mapped
 * road, and figures between large towns are round or do not say where they begin.
 */
test('by road the median error is under 3.5 %', () => expect(medianError('road')).toBeLessThan(0.035))

test('by rail the median error is under 1.5 %', () => expect(medianError('rail')).toBeLessThan(0.015))

test('nothing errs by more than 8 % without a written reason', () => {
  const unexplained = measured.filter(
    ({ id, error }) => (error === null || Math.abs(error) > WORST_SHARE) && REASONS[id] === undefined,
  )
  expect(tableOf(unexplained)).toBe('')
})

test('each reason is still needed', () => {
  const small = measured.filter(({ id, error }) => REASONS[id] && error !== null && Math.abs(error) <= WORST_SHARE)
  expect(small.map(({ id }) => id)).toEqual([])
})
