/** Distance, length, bearing and area on the WGS 84 ellipsoid (Karney 2013, by GeographicLib: accurate to 15 nm). */
import geographiclib from 'geographiclib-geodesic'
import type { Position } from '#geodata/contract/geo.ts'

const { Geodesic } = geographiclib

/** Mean radius of the ellipsoid in metres (IUGG): a sphere of it errs by at most 0.56 % in distance. */
export const MEAN_RADIUS_M = 6_371_008.8

export interface GeodesicLine {
  distanceM: number
  /** Azimuth at the first point towards the second, degrees clockwise from north, 0 ≤ a < 360. */
  bearingDeg: number
  /** Azimuth at the second point towards the first. */
  backDeg: number
}

/** Shortest distance over the ellipsoid between two places, in metres. */
export function distanceM([lonA, latA]: Position, [lonB, latB]: Position): number {
  const { s12 } = Geodesic.WGS84.Inverse(latA, lonA, latB, lonB, Geodesic.DISTANCE)
  return s12 ?? Number.NaN
}

/** Distance and the bearings at both ends together: one solution of the inverse problem. */
export function geodesicLine([lonA, latA]: Position, [lonB, latB]: Position): GeodesicLine {
  const { s12, azi1, azi2 } = Geodesic.WGS84.Inverse(latA, lonA, latB, lonB, Geodesic.DISTANCE | Geodesic.AZIMUTH)
  return {
    distanceM: s12 ?? Number.NaN,
    bearingDeg: ((azi1 ?? Number.NaN) + 360) % 360,
    backDeg: ((azi2 ?? Number.NaN) + 540) % 360,
  }
}

/** Initial bearing from a to b in degrees clockwise from north, 0 ≤ bearing < 360. */
export function bearingDeg(a: Position, b: Position): number {
  return geodesicLine(a, b).bearingDeg
}

/** The place reached from `start` along a geodesic. */
export function destination([lon, lat]: Position, bearing: number, metres: number): Position {
  const { lon2, lat2 } = Geodesic.WGS84.Direct(lat, lon, bearing, metres)
  return [lon2 ?? Number.NaN, lat2 ?? Number.NaN]
}

/** Length of a line along its vertices, in metres. */
export function lengthM(line: readonly Position[]): number {
  let total = 0
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]]
    if (from && to) total += distanceM(from, to)
  }
  return total
}

/** Area inside a ring whose edges are geodesics, in square metres, always positive; a closing vertex is optional. */
export function areaM2(ring: readonly Position[]): number {
  const polygon = Geodesic.WGS84.Polygon(false)
  const [first, last] = [ring[0], ring.at(-1)]
  const isClosed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  for (const [lon, lat] of isClosed ? ring.slice(0, -1) : ring) polygon.AddPoint(lat, lon)
  return Math.abs(polygon.Compute(false, true).area ?? 0)
}
