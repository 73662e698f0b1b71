/**
 * The features of a dataset nearest to a place, a point or a shape. A first guess bounds how far they can lie; what may lie
 * within that is measured in the order of its bounds until none left can be nearer. Distances are geodesic, to the nearest
 * point of each geometry.
 */
import type { Neighbour } from '#geodata/contract/endpoints.ts'
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import type { NearestPoint } from '#geodata/spatial/nearest.ts'
import {
  bearingOf,
  candidatesWithin,
  type Hit,
  measure,
  originOf,
  reachOfNearest,
} from '#geodata/spatial/search-shapes.ts'
import type { ShapeIndex } from '#geodata/spatial/shape-index.ts'
import type { Feature } from '../storage/storage.ts'
import { breather } from './breathe.ts'
import { featureOf, shapesOf } from './dataset-shapes.ts'
import { factsOf } from './facts.ts'
import type { Context } from './query.ts'

const PAGE = 5000

export interface Found {
  feature: Feature
  nearest: NearestPoint
  /** On the place; the place itself where it is a point. */
  from: Position
}

type SearchContext = Pick<Context, 'storage' | 'signal'>

export interface NearestSearch {
  place: Position | Geometry
  dataset: string
  /** How many, nearest first. */
  limit: number
  accept?: (id: string) => boolean
}

export async function nearestInDataset(search: NearestSearch, context: SearchContext): Promise<Found[]> {
  const index = await shapesOf(search.dataset, context.storage)
  const found: Found[] = []
  for (const hit of await nearestHits(index, search, context.signal)) {
    const one = await foundOf(search.dataset, index, hit, context.storage)
    if (one) found.push(one)
  }
  return found
}

async function nearestHits(
  index: ShapeIndex,
  { place, limit, accept = () => true }: NearestSearch,
  signal: AbortSignal,
): Promise<Hit[]> {
  const origin = originOf('type' in place ? place : { type: 'Point', coordinates: place })
  const isAccepted = (feature: number): boolean => accept(index.ids[feature] ?? '')
  const reachM = reachOfNearest(index, origin, limit, isAccepted)
  const breathe = breather()
  const hits: Hit[] = []
  for (const candidate of candidatesWithin(index, origin, reachM, isAccepted)) {
    const last = hits[limit - 1]
    // At the same distance the first by id counts; the candidates come in that order.
    if (last && (candidate.boundM > last.distanceM || (last.distanceM === 0 && candidate.feature > last.feature))) break
    const hit = measure(index, origin, candidate, last?.distanceM ?? reachM)
    if (hit) hits.splice(placeOf(hit, hits), 0, hit)
    if (hits.length > limit) hits.pop()
    const pause = breathe()
    if (pause) await pause
    signal.throwIfAborted()
  }
  return hits
}

function placeOf(hit: Hit, hits: readonly Hit[]): number {
  const at = hits.findIndex((other) => byDistance(hit, other) < 0)
  return at < 0 ? hits.length : at
}

/** Nearest first, then by id, as the numbers of an index run. */
export function byDistance(a: Hit, b: Hit): number {
  return a.distanceM - b.distanceM || a.feature - b.feature
}

/** null where the feature went away since the index was made. */
export async function foundOf(
  dataset: string,
  index: ShapeIndex,
  hit: Hit,
  storage: Context['storage'],
): Promise<Found | null> {
  const feature = await featureOf(dataset, index, hit.feature, storage)
  const { distanceM, from, to } = hit
  return feature && { feature, from, nearest: { distanceM, bearingDeg: bearingOf(hit), position: to } }
}

export function neighbourOf(
  dataset: string,
  { feature, nearest }: Pick<Found, 'feature' | 'nearest'>,
  facts: readonly string[],
): Neighbour {
  return {
    ref: { dataset, id: feature.id },
    name: feature.properties.name,
    distanceKm: nearest.distanceM / 1000,
    bearingDeg: nearest.bearingDeg,
    nearestPoint: nearest.position,
    geometryQuality: feature.properties.geometryQuality,
    facts: factsOf(feature.properties, facts),
  }
}

/** Every candidate, page by page. */
export async function* candidatesIn(
  dataset: string,
  box: BBox,
  storage: Pick<Context['storage'], 'candidates'>,
): AsyncGenerator<Feature> {
  let after: string | undefined
  do {
    const page = await storage.candidates(dataset, box, { limit: PAGE, ...(after === undefined ? {} : { after }) })
    yield* page
    after = page.length === PAGE ? page.at(-1)?.id : undefined
  } while (after !== undefined)
}
