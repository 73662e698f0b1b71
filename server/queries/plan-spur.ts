/** A new road or railway to the network or to another place, over the ground as the grid of heights knows it. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { SPUR_FACTORS } from '#geodata/contract/spur.ts'
import { RELIEF } from '#geodata/datasets/relief/manifest.ts'
import type { SpurPath } from '#geodata/network/least-cost-path.ts'
import { padBBox } from '#geodata/spatial/bbox.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { Refusal } from '../refusal.ts'
import { type ResolvedPlace, resolvePlace } from './network-question.ts'
import type { Context, Query } from './query.ts'

const FARTHEST_KM = 300
/** A road is looked for within this distance. */
const JOINS_WITHIN_KM = 100
/** Beside the straight way a course may swing out by this share of its length, and by so much at least. */
const ROOM = { share: 0.5, leastKm: 25 } as const
const MOST_SHAPES = 3000
const CELL_KM = 2.3

export const planSpur: Query<'planSpur'> = async ({ query }, context) => {
  const { mode = 'road', usdMPerKm = null } = query
  const [from, end] = await Promise.all([
    resolvePlace(query.from, 'from', context),
    query.to ? resolvePlace(query.to, 'to', context) : null,
  ])
  const box = boxAround(from, end)
  const factors = { protected: query.protected ?? SPUR_FACTORS.protected, water: query.water ?? SPUR_FACTORS.water }
  const [parks, outlines, lakes, rivers] = await Promise.all(
    ['protected-areas', 'protected-outlines', 'lakes', 'rivers'].map((dataset) => shapesIn(dataset, box, context)),
  )
  const shapes = {
    protectedLand: [...(parks ?? []), ...(outlines ?? [])],
    water: [...(lakes ?? []), ...(rivers ?? [])],
  }
  const asked = {
    from: from.position,
    to: end?.position ?? null,
    mode,
    box,
    withinKm: JOINS_WITHIN_KM,
    factors,
    ...shapes,
  }
  const planned = await context.graph.ask('planSpur', asked, context.signal)
  if (planned.kind !== 'spur') throw refusalOf(planned.kind, from.position)
  const { path, straight, classes } = planned
  const priced = ({ lengthKm, levelKm }: SpurPath) => ({
    ...{ lengthKm, levelKm },
    usdM: usdMPerKm === null ? null : levelKm * usdMPerKm,
  })
  return {
    ...priced(path),
    mode,
    from: nameOf(from),
    to: { ...(end ? nameOf(end) : { ref: null, name: null, position: planned.to }), reference: planned.reference },
    geometry: { type: 'LineString' as const, coordinates: lineOf(path, from.position, planned.to) },
    ...profileOf(path),
    steepest: path.steepest,
    slopeClasses: classes.map(({ upTo, factor }, at) => ({ upTo, factor, km: path.kmByClass[at] ?? 0 })),
    protectedKm: planned.protectedKm,
    waterKm: planned.waterKm,
    straight: straight && priced(straight),
    factors: { ...factors, areFromMemory: query.protected === undefined || query.water === undefined },
    grid: {
      cellKm: CELL_KM,
      accuracy: RELIEF.accuracy,
      vintage: RELIEF.vintage,
      sources: [...RELIEF.attribution],
    },
  }
}

function boxAround({ position }: ResolvedPlace, end: ResolvedPlace | null): BBox {
  const to = end?.position ?? position
  const km = end ? distanceM(position, to) / 1000 : JOINS_WITHIN_KM
  if (km > FARTHEST_KM)
    throw new Refusal('invalid-request', `A new line may span ${FARTHEST_KM} km at most.`, [
      { field: 'to', expected: `a place within ${FARTHEST_KM} km`, received: `${Math.round(km)} km` },
    ])
  const [west, east] = [Math.min(position[0], to[0]), Math.max(position[0], to[0])]
  const [south, north] = [Math.min(position[1], to[1]), Math.max(position[1], to[1])]
  return padBBox([west, south, east, north], end ? Math.max(ROOM.leastKm, ROOM.share * km) : km + ROOM.leastKm)
}

async function shapesIn(dataset: string, box: BBox, { storage }: Context): Promise<Geometry[]> {
  const features = await storage.candidates(dataset, box, { limit: MOST_SHAPES })
  return features.flatMap(({ geometry }) => (geometry ? [geometry] : []))
}

function nameOf({ ref, name, position }: ResolvedPlace) {
  return { ref, name, position }
}

/** From cell to cell, but beginning and ending at the places themselves. */
function lineOf({ line }: SpurPath, from: Position, to: Position): Position[] {
  return [from, ...line.slice(1, -1), to]
}

function profileOf({ line, profileM }: SpurPath) {
  let km = 0
  const profile = profileM.map((heightM, at) => {
    const [before, here] = [line[at - 1], line[at]]
    if (before && here) km += distanceM(before, here) / 1000
    return { km, heightM }
  })
  const climbM = profileM.reduce((sum, here, at) => sum + Math.max(0, here - (profileM[at - 1] ?? here)), 0)
  return { profile, climbM }
}

function refusalOf(kind: 'outside' | 'no-road' | 'no-way', [lon, lat]: Position): Refusal {
  if (kind === 'outside')
    return new Refusal(
      'invalid-request',
      `The grid of heights covers ${RELIEF.fine.bounds.join(', ')}: nothing can be said beyond.`,
      [{ field: 'from', expected: 'a place well inside the grid', received: `${lon},${lat}` }],
    )
  if (kind === 'no-road') return new Refusal('no-route', `No road within ${JOINS_WITHIN_KM} km of ${lon}, ${lat}.`)
  return new Refusal(
    'no-route',
    'No course leads there over ground that can be built on: the sea or slopes beyond every class lie between.',
  )
}
