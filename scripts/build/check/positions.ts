/** Refuses points that lie where they cannot: swapped, outside the map, outside their province or district, or on a position known to be wrong. */
import { booleanPointInPolygon, distance, point, pointToPolygonDistance } from '@turf/turf'
import type * as z from 'zod'
import { slugOf } from '#geodata/contract/filter.ts'
import type { AreaGeometry, Position } from '#geodata/contract/geo.ts'
import { type Check, type Fault, forEachFeature, type StoredFeature, textOf, type World } from './check.ts'

/** Everything on the map lies here: Pakistan, its neighbours, and the ports and smelters of China. */
const WINDOW = { west: 40, south: 0, east: 140, north: 60 } as const

/** Km by which a point may miss its area where the record states no accuracy of its own. */
const TOLERANCE_KM: Readonly<Record<string, number>> = { exact: 2, approximate: 10, district: 40 }

const inWindow = ([lon, lat]: Position): boolean =>
  lon >= WINDOW.west && lon <= WINDOW.east && lat >= WINDOW.south && lat <= WINDOW.north

const positionOf = (feature: StoredFeature): Position | null =>
  feature.geometry?.type === 'Point' ? feature.geometry.coordinates : null

export const pointsInWindow: Check = (world) =>
  forEachFeature(world, (dataset, feature) => {
    const position = positionOf(feature)
    // Labels of the world around may lie anywhere.
    if (!position || inWindow(position) || world.get(dataset)?.definition.group === 'basemap') return []
    const [lon, lat] = position
    const where = `${dataset}/${feature.id}`
    return inWindow([lat, lon])
      ? [{ where, what: `longitude and latitude are swapped: [${lon}, ${lat}]`, mend: 'write [longitude, latitude]' }]
      : [{ where, what: `lies outside the map: [${lon}, ${lat}]`, mend: 'correct the position' }]
  })

type Area = z.output<typeof AreaGeometry>

/** Areas of a dataset by id. */
function areasOf(world: World, dataset: string): ReadonlyMap<string, Area> {
  const areas = new Map<string, Area>()
  for (const { id, geometry } of world.get(dataset)?.features ?? [])
    if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') areas.set(id, geometry)
  return areas
}

/** Km by which a position lies outside an area; 0 inside. */
function kmOutside(position: Position, geometry: Area): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const km = polygons.map((coordinates) =>
    pointToPolygonDistance(point(position), { type: 'Polygon', coordinates }, { units: 'kilometers' }),
  )
  return Math.max(0, Math.min(...km))
}

function accuracyKm(feature: StoredFeature): number {
  const stated = feature.properties.positionAccuracyKm
  return typeof stated === 'number' ? stated : (TOLERANCE_KM[textOf(feature, 'geometryQuality') ?? ''] ?? 10)
}

/** Points outside the area that their property names, by more than their stated accuracy. */
function pointsInArea(world: World, property: string, areaDataset: string): Fault[] {
  const areas = areasOf(world, areaDataset)
  if (areas.size === 0) return []
  return forEachFeature(world, (dataset, feature) => {
    const position = positionOf(feature)
    const named = textOf(feature, property)
    const area = named === null ? undefined : (areas.get(named) ?? areas.get(slugOf(named)))
    const isAbroad = (textOf(feature, 'country') ?? 'Pakistan') !== 'Pakistan'
    if (!position || !area || isAbroad || booleanPointInPolygon(point(position), area)) return []
    const km = kmOutside(position, area)
    const allowed = accuracyKm(feature)
    if (km <= allowed) return []
    return [
      {
        where: `${dataset}/${feature.id}`,
        what: `lies ${km.toFixed(1)} km outside ${property} "${named}", stated accuracy ${allowed} km`,
        mend: `correct the position or the ${property}, or state the accuracy that it really has`,
      },
    ]
  })
}

export const pointsInProvince: Check = (world) => pointsInArea(world, 'province', 'provinces')
export const pointsInDistrict: Check = (world) => pointsInArea(world, 'district', 'districts')

/** Published positions that are wrong, by deposit. A rebuild must not take them up again. */
const WRONG_POSITIONS: readonly { deposit: RegExp; position: Position; why: string }[] = [
  { deposit: /^reko-diq/, position: [62.433, 28.97], why: 'Wikipedia and ICMM: 38 km off, near Mashki Chah' },
  { deposit: /^degari/, position: [67.0026, 30.1754], why: 'ICMM11600: the city of Quetta' },
  { deposit: /^lakhra/, position: [68.3574, 25.3715], why: 'ICMM11602: the city of Hyderabad' },
  { deposit: /^warcha/, position: [72.75, 32.6], why: 'USGS OFR 2005-1294 #413: 77 km off' },
  { deposit: /^hunza-ruby/, position: [75.5917, 36.275], why: 'USGS: 85 km too far east' },
]
const SAME_PLACE_KM = 3

export const knownWrongPositions: Check = (world) =>
  (world.get('deposits')?.features ?? []).flatMap((feature) => {
    const position = positionOf(feature)
    if (!position) return [{ where: `deposits/${feature.id}`, what: 'has no point', mend: 'give it a position' }]
    return WRONG_POSITIONS.filter(
      (wrong) => wrong.deposit.test(feature.id) && distance(wrong.position, position) < SAME_PLACE_KM,
    ).map(({ why }) => ({
      where: `deposits/${feature.id}`,
      what: `stands on a position known to be wrong (${why})`,
      mend: 'take the position of the table of facts; do not restore this one',
    }))
  })
