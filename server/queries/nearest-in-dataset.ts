/**
 * The features of a dataset nearest to a place, a point or a shape. The search box grows until the nearest found lie within it; in it, features
 * are read in order of their boxes' least distance until none left can be nearer, so that few are read. Distances are
 * geodesic, to the nearest point of each geometry.
 */
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Neighbour } from '#geodata/contract/endpoints.ts'
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { searchBox } from '#geodata/spatial/bbox.ts'
import type { NearestPoint } from '#geodata/spatial/nearest.ts'
import { type Target, targetOf } from '#geodata/spatial/target.ts'
import type { Feature } from '../storage/storage.ts'
import { factsOf } from './facts.ts'
import type { Context } from './query.ts'

const FIRST_RADIUS_KM = 2
const GROWTH = 3
/** Beyond this the next search covers the world. */
const LAST_RADIUS_KM = 6000
const WORLD: BBox = [-180, -90, 180, 90]
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
  accept?: (properties: FeatureProperties, id: string) => boolean
}

export async function nearestInDataset(search: NearestSearch, context: SearchContext): Promise<Found[]> {
  const { place, dataset, limit } = search
  const target = targetOf(place)
  const seen = new Set<string>()
  let found: Found[] = []
  let radiusKm = FIRST_RADIUS_KM
  for (;;) {
    const box = radiusKm > LAST_RADIUS_KM ? WORLD : searchBox(target.bbox, radiusKm)
    const fresh = (await context.storage.boxes(dataset, box))
      .filter(({ id }) => !seen.has(id))
      .map(({ id, bbox }) => ({ id, boundM: target.leastDistanceM(bbox) }))
      .sort((a, b) => a.boundM - b.boundM || (a.id < b.id ? -1 : 1))
    for (const { id, boundM } of fresh) {
      const last = found[limit - 1]
      if (last && boundM > last.nearest.distanceM) break
      context.signal.throwIfAborted()
      seen.add(id)
      const measured = await measure(id, target, search, context)
      if (measured) found = [...found, measured].sort(byDistance).slice(0, limit)
    }
    const last = found[limit - 1]
    if (box === WORLD || (last && last.nearest.distanceM <= radiusKm * 1000)) return found
    // What has been found bounds how far a nearer one can lie; a trifle more, for the rounding of boxes.
    radiusKm = last ? (last.nearest.distanceM / 1000) * 1.001 : radiusKm * GROWTH
  }
}

async function measure(
  id: string,
  target: Target,
  { dataset, accept }: NearestSearch,
  { storage }: SearchContext,
): Promise<Found | null> {
  const feature = await storage.feature({ dataset, id })
  if (!feature?.geometry || (accept && !accept(feature.properties, id))) return null
  return { feature, ...target.nearest(feature.geometry) }
}

export function byDistance(a: Found, b: Found): number {
  return a.nearest.distanceM - b.nearest.distanceM || (a.feature.id < b.feature.id ? -1 : 1)
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
