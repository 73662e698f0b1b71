/**
 * The features of a dataset nearest to a place: boxes grow until the nearest found lie within what has been searched, so
 * that no nearer one can lie outside. Distances are geodesic, to the nearest point of each geometry.
 */
import type { FeatureProperties } from '#geodata/contract/dataset.ts'
import type { Neighbour } from '#geodata/contract/endpoints.ts'
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { padBBox } from '#geodata/spatial/bbox.ts'
import { type NearestPoint, nearestPoint } from '#geodata/spatial/nearest.ts'
import type { Feature } from '../storage/storage.ts'
import { factsOf } from './facts.ts'
import type { Context } from './query.ts'

const FIRST_RADIUS_KM = 8
const GROWTH = 3
/** Beyond this the next search covers the world. */
const LAST_RADIUS_KM = 6000
const WORLD: BBox = [-180, -90, 180, 90]
const PAGE = 5000

export interface Found {
  feature: Feature
  nearest: NearestPoint
}

export interface NearestSearch {
  place: Position
  dataset: string
  /** How many, nearest first. */
  limit: number
  accept?: (properties: FeatureProperties) => boolean
}

export async function nearestInDataset(
  { place, dataset, limit, accept }: NearestSearch,
  { storage, signal }: Pick<Context, 'storage' | 'signal'>,
): Promise<Found[]> {
  const measured = new Map<string, Found | null>()
  for (let radiusKm = FIRST_RADIUS_KM; ; radiusKm *= GROWTH) {
    const box = radiusKm > LAST_RADIUS_KM ? WORLD : searchBox(place, radiusKm)
    for await (const feature of candidatesIn(dataset, box, storage)) {
      if (measured.has(feature.id)) continue
      signal.throwIfAborted()
      const isWanted = feature.geometry !== null && (accept?.(feature.properties) ?? true)
      measured.set(
        feature.id,
        feature.geometry && isWanted ? { feature, nearest: nearestPoint(place, feature.geometry) } : null,
      )
    }
    const found = [...measured.values()]
      .filter((entry) => entry !== null)
      .sort((a, b) => a.nearest.distanceM - b.nearest.distanceM || (a.feature.id < b.feature.id ? -1 : 1))
      .slice(0, limit)
    const last = found[limit - 1]
    if (box === WORLD || (last && last.nearest.distanceM <= radiusKm * 1000)) return found
  }
}

export function neighbourOf(dataset: string, { feature, nearest }: Found, facts: readonly string[]): Neighbour {
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

/** A box that would cross the antimeridian goes round the world instead. */
function searchBox([lon, lat]: Position, radiusKm: number): BBox {
  const [west, south, east, north] = padBBox([lon, lat, lon, lat], radiusKm)
  return west <= -180 || east >= 180 || south <= -89 || north >= 89
    ? [-180, south, 180, north]
    : [west, south, east, north]
}
