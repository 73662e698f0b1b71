/**
 * The coordinate reference systems that answers can be had in, by OGC URI: WGS 84 in both axis orders, Web Mercator, the UTM
 * zones of Pakistan, and the Survey of Pakistan's Kalianpur 1962 in UTM and Lambert zones. Definitions as in the EPSG
 * dataset. Kalianpur 1962 is tied to WGS 84 by EPSG:1247 (onshore Pakistan, three parameters, accuracy not stated): good to
 * some metres; surveys that need better have parameters of their own for each region.
 */
import proj4 from 'proj4'
import type { BBox, Position } from '../contract/geo.ts'

export interface Crs {
  uri: string
  /** EPSG code, or null for CRS84, which EPSG does not hold. */
  epsg: number | null
  title: string
  /** Order of the two numbers of a coordinate in answers and in `bbox`. */
  axes: 'east-north' | 'north-east'
  unit: 'degree' | 'metre'
  proj4: string
  /** Where positions can be expressed in it without losing meaning: `[west, south, east, north]` in degrees. */
  domain: BBox
}

const EPSG = 'http://www.opengis.net/def/crs/EPSG/0/'
const WORLD: BBox = [-180, -90, 180, 90]
/** The edge of the Web Mercator square. */
const MERCATOR_EDGE_DEG = 85.06
/** Transverse Mercator keeps its millimetres this far from the central meridian; cone projections do as well. */
const REACH_DEG = 60
const EVEREST_1962 = '+a=6377301.243 +rf=300.8017255 +towgs84=283,682,231,0,0,0,0'

const reach = (meridian: number, south: number): BBox => [meridian - REACH_DEG, south, meridian + REACH_DEG, 84]
const metric = (epsg: number, title: string, definition: string, domain: BBox): Crs => ({
  uri: `${EPSG}${epsg}`,
  epsg,
  title,
  axes: 'east-north',
  unit: 'metre',
  proj4: `${definition} +units=m +no_defs`,
  domain,
})
const utm = (zone: number): Crs =>
  metric(32600 + zone, `WGS 84 / UTM zone ${zone}N`, `+proj=utm +zone=${zone} +datum=WGS84`, reach(zone * 6 - 183, -80))
const kalianpurUtm = (epsg: number, zone: number): Crs =>
  metric(
    epsg,
    `Kalianpur 1962 / UTM zone ${zone}N`,
    `+proj=utm +zone=${zone} ${EVEREST_1962}`,
    reach(zone * 6 - 183, -80),
  )
const kalianpurZone = (epsg: number, name: string, lat: number, lon: number): Crs =>
  metric(
    epsg,
    `Kalianpur 1962 / India zone ${name}`,
    `+proj=lcc +lat_1=${lat} +lat_0=${lat} +lon_0=${lon} +k_0=0.99878641 +x_0=2743196.4 +y_0=914398.8 ${EVEREST_1962}`,
    reach(lon, -60),
  )

export const CRS84: Crs = {
  uri: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84',
  epsg: null,
  title: 'WGS 84, longitude and latitude',
  axes: 'east-north',
  unit: 'degree',
  proj4: '+proj=longlat +datum=WGS84 +no_defs',
  domain: WORLD,
}

export const CRSS: readonly Crs[] = [
  CRS84,
  {
    ...CRS84,
    uri: `${EPSG}4326`,
    epsg: 4326,
    title: 'WGS 84, latitude and longitude',
    axes: 'north-east',
  },
  {
    ...metric(
      3857,
      'WGS 84 / Pseudo-Mercator',
      '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +nadgrids=@null',
      [-180, -MERCATOR_EDGE_DEG, 180, MERCATOR_EDGE_DEG],
    ),
  },
  utm(41),
  utm(42),
  utm(43),
  kalianpurUtm(24311, 41),
  kalianpurUtm(24312, 42),
  kalianpurUtm(24313, 43),
  kalianpurZone(24376, 'I', 32.5, 68),
  kalianpurZone(24377, 'IIa', 26, 74),
]

export function crsByUri(uri: string): Crs | undefined {
  return CRSS.find((crs) => crs.uri === uri)
}

/** Those in which everything within a box can be expressed. Nothing anywhere: all. */
export function crssFor(extent: BBox | null): readonly Crs[] {
  if (extent === null) return CRSS
  const [west, south, east, north] = extent
  return CRSS.filter(({ domain }) => west >= domain[0] && south >= domain[1] && east <= domain[2] && north <= domain[3])
}

type Pair = [number, number]
interface Converter {
  forward(position: Pair): Pair
  inverse(position: Pair): Pair
}
const converters = new Map<string, Converter>()

function converterOf(crs: Crs): Converter {
  const known = converters.get(crs.uri)
  if (known) return known
  const made = proj4(CRS84.proj4, crs.proj4)
  converters.set(crs.uri, made)
  return made
}

/** Degrees → the system's own numbers in its own axis order. */
export function toCrs(crs: Crs, [lon, lat]: Position): [number, number] {
  const [east = Number.NaN, north = Number.NaN] =
    crs.unit === 'degree' ? [lon, lat] : converterOf(crs).forward([lon, lat])
  return crs.axes === 'east-north' ? [east, north] : [north, east]
}

/** The system's own numbers → degrees, longitude first; NaN where the system has no such place. */
export function fromCrs(crs: Crs, [first, second]: readonly [number, number]): [number, number] {
  const [east, north] = crs.axes === 'east-north' ? [first, second] : [second, first]
  if (crs.unit === 'degree') return [east, north]
  const [lon = Number.NaN, lat = Number.NaN] = converterOf(crs).inverse([east, north])
  return [lon, lat]
}
