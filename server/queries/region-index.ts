/**
 * Which features stand in which district, and which corridors pass through it: joined once for each version of the datasets.
 * Never given up halfway: it is shared, and who asks next wants it even if who asked first has left.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { REGION_DATASETS, type RegionDataset } from '#geodata/contract/regions.ts'
import { bboxContains, bboxOf, padBBox } from '#geodata/spatial/bbox.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import { meetsBox } from '#geodata/spatial/meets-box.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { doMeet } from '#geodata/spatial/relate.ts'
import type { Feature } from '../storage/storage.ts'
import { breather } from './breathe.ts'
import { everyCorridor } from './list-corridors.ts'
import type { Context } from './query.ts'

export interface InDistrict {
  standing: Record<RegionDataset, Feature[]>
  corridors: Set<string>
}

interface District {
  id: string
  geometry: Geometry
  bbox: BBox
}

const MOST_FEATURES = 20_000
/** Piers lie in the sea and gates on the border: these belong to the district beside which they stand. */
const BESIDE: ReadonlySet<RegionDataset> = new Set(['ports', 'border-crossings'])
const BESIDE_KM = 10

export function regionIndex(context: Context): Promise<ReadonlyMap<string, InDistrict>> {
  return context.cache.get('regions', ['districts', 'corridors', ...REGION_DATASETS], async () => {
    const districts = await readDistricts(context)
    const index = new Map(districts.map(({ id }) => [id, nothing()]))
    const breathe = breather()
    for (const dataset of REGION_DATASETS)
      for (const feature of await context.storage.features(dataset, { limit: MOST_FEATURES })) {
        await breathe()
        if (!feature.geometry) continue
        const district = districtOf(labelPoint(feature.geometry), districts, BESIDE.has(dataset) ? BESIDE_KM : 0)
        if (district) index.get(district)?.standing[dataset].push(feature)
      }
    for (const { summary, feature } of await everyCorridor(context))
      for (const { id, geometry, bbox } of districts) {
        await breathe()
        if (meetsBox(feature.geometry, bbox) && doMeet(feature.geometry, geometry))
          index.get(id)?.corridors.add(summary.id)
      }
    return index
  })
}

async function readDistricts({ storage }: Context): Promise<District[]> {
  const features = await storage.features('districts', { limit: MOST_FEATURES })
  return features.flatMap(({ id, geometry }) => (geometry ? [{ id, geometry, bbox: bboxOf(geometry) }] : []))
}

/** The district that holds a place, else the nearest within a distance; undefined beyond. */
function districtOf(place: Position, districts: readonly District[], withinKm: number): string | undefined {
  const point = { type: 'Point' as const, coordinates: place }
  const near = districts.filter(({ bbox }) => bboxContains(withinKm === 0 ? bbox : padBBox(bbox, withinKm), place))
  const inside = near.find(({ geometry }) => doMeet(point, geometry))
  if (inside || withinKm === 0) return inside?.id
  const measured = near.map(({ id, geometry }) => ({ id, m: nearestPoint(place, geometry).distanceM }))
  const [nearest] = measured.filter(({ m }) => m <= withinKm * 1000).sort((a, b) => a.m - b.m)
  return nearest?.id
}

function nothing(): InDistrict {
  const standing = Object.fromEntries(REGION_DATASETS.map((dataset) => [dataset, []])) as unknown as Record<
    RegionDataset,
    Feature[]
  >
  return { standing, corridors: new Set() }
}
