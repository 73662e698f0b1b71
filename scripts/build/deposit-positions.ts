/** Where a deposit lies and how well that is known: accuracy in km, basis, and the census district. */
import { area, booleanPointInPolygon, point, pointToPolygonDistance } from '@turf/turf'
import type * as z from 'zod'
import { slugOf } from '#geodata/contract/filter.ts'
import type { AreaGeometry, Position } from '#geodata/contract/geo.ts'
import type { Inputs } from './builder.ts'
import type { Row } from './row-fields.ts'

type Area = z.output<typeof AreaGeometry>

export interface District {
  id: string
  name: string
  province: string
  geometry: Area
  /** Radius in km of the circle of equal area. */
  radiusKm: number
}

/** Spelling of the deposit table → the census districts that it may stand for. */
const CENSUS_NAMES: Readonly<Record<string, readonly string[]>> = {
  Abbottabad: ['Abbotabad'],
  Battagram: ['Batagram'],
  Kachhi: ['Kachhi (Bolan)'],
  'Qila Saifullah': ['Killa Saifullah'],
  'Qila Abdullah': ['Killa Abdullah'],
  Musakhel: ['Musa Khel'],
  Roundu: ['Skardu'],
  Kohistan: ['Lower Kohistan', 'Upper Kohistan', 'Kolai Pallas Kohistan'],
}

/** Radii in km where note or position text say more than the class of quality does. */
const STATED_ACCURACY_KM: Readonly<Record<string, number>> = {
  // Four published points spread over 4 km.
  saindak: 4,
  // Owner and databases 44 km apart, unresolved.
  'pachin-koh': 45,
  chigendik: 45,
  // One degree of latitude suspect.
  'khuzdar-usgs-402': 112,
  // Rival points 9 and 29 km away.
  khaltaro: 10,
  'padhrar-coal': 30,
  // 73.219 E printed, geography suggests 72.7 E.
  'dhariala-brine': 50,
  // Rounded to 20 minutes.
  jatta: 20,
  // Point of another river reach than its name.
  'kohat-pgm-usgs': 40,
  // Quoted 4 km on the wrong side of the town.
  'swat-emerald': 7,
  // A belt over two districts.
  'langrial-iron': 15,
}

const EXACT_KM = 1
const APPROXIMATE_KM = { database: 5, town: 10, memory: 10 } as const
const SMALLEST_TOWN_KM = 10

/** The 156 districts of the 2023 census. */
export function loadDistricts(inputs: Inputs): District[] {
  return inputs.geojson('upstream/admin-osm-2023/districts.geojson').features.map(({ geometry, properties }) => {
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')
      throw new Error(`district ${String(properties.name)} has no area`)
    const name = String(properties.name)
    return {
      id: slugOf(name),
      name,
      province: String(properties.province),
      geometry,
      radiusKm: Math.sqrt(area(geometry) / 1e6 / Math.PI),
    }
  })
}

/** How far a point may miss the district that its row names before the district under the point is taken. */
const DISTRICT_MISS_KM = 10

function kmOutside(position: Position, { geometry }: District): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const km = polygons.map((coordinates) =>
    pointToPolygonDistance(point(position), { type: 'Polygon', coordinates }, { units: 'kilometers' }),
  )
  return Math.min(...km)
}

/**
 * The census district of a row: the one it names, if the point lies in it or within 10 km; else the one under the point
 * (names of districts since divided, made later, or of another set of boundaries).
 */
export function districtOf(row: Row, position: Position, districts: readonly District[]): District {
  const names = CENSUS_NAMES[row.district ?? ''] ?? [row.district]
  const inProvince = districts.filter((district) => district.province === row.province)
  const [named] = inProvince
    .filter((candidate) => names.includes(candidate.name))
    .sort((a, b) => kmOutside(position, a) - kmOutside(position, b))
  if (named && kmOutside(position, named) <= DISTRICT_MISS_KM) return named
  const under = inProvince.find((candidate) => booleanPointInPolygon(point(position), candidate.geometry))
  const district = under ?? named
  if (!district) throw new Error(`${row.id}: no census district for "${row.district}" in ${row.province}`)
  return district
}

export const POSITION_BASES = ['database', 'town', 'memory'] as const
export type PositionBasis = (typeof POSITION_BASES)[number]

/**
 * Radius in km within which the true position is believed to lie: 1 where a database quotes it exactly; where it is
 * approximate 5 from a database and 10 from memory; where a town stands in, the radius of the district, at least 10.
 * Where note or position text state more, that.
 */
export function accuracyKmOf(row: Row, basis: PositionBasis, district: District): number {
  const stated = STATED_ACCURACY_KM[row.id ?? '']
  if (stated !== undefined) return stated
  if (row.coord_quality === 'exact') return EXACT_KM
  if (row.coord_quality === 'approx_km') return APPROXIMATE_KM[basis]
  return Math.max(SMALLEST_TOWN_KM, Math.round(district.radiusKm))
}
