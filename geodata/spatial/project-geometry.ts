/** Geometries in another reference system: every position by itself, edges stay straight between them. */
import type { BBox, Geometry, Position } from '../contract/geo.ts'
import { type Crs, fromCrs, toCrs } from './crs.ts'

/** A centimetre; degrees keep the digits of the data. */
const METRE_DIGITS = 100

/** Coordinates by the rules of GeoJSON, but in the numbers and the order of axes of the other system. */
export function projectGeometry(geometry: Geometry, crs: Crs): Geometry {
  const project = (position: Position): [number, number] => {
    const [first, second] = toCrs(crs, position)
    if (crs.unit === 'degree') return [first, second]
    return [Math.round(first * METRE_DIGITS) / METRE_DIGITS, Math.round(second * METRE_DIGITS) / METRE_DIGITS]
  }
  const line = (positions: readonly Position[]) => positions.map(project)
  switch (geometry.type) {
    case 'Point':
      return { type: geometry.type, coordinates: project(geometry.coordinates) }
    case 'LineString':
      return { type: geometry.type, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
  }
}

/** Points along each side of a box: its sides are straight in its own system, curved in degrees. */
const STEPS = 32

/**
 * A box of another system as a ring in degrees, its sides followed by many points; null where the system has no such place.
 * `corners` are in the order of the system's axes: first, second, first, second.
 */
export function ringOfBox(crs: Crs, [a, b, c, d]: readonly [number, number, number, number]): Position[] | null {
  const corners = [
    [a, b],
    [c, b],
    [c, d],
    [a, d],
    [a, b],
  ] as const
  const ring: Position[] = []
  for (const [index, [toFirst, toSecond]] of corners.entries()) {
    const before = corners[index - 1]
    if (!before) continue
    for (let step = 0; step < STEPS; step++) {
      const share = step / STEPS
      ring.push(fromCrs(crs, [before[0] + (toFirst - before[0]) * share, before[1] + (toSecond - before[1]) * share]))
    }
  }
  const [first] = ring
  const isPlace = ring.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
  return first && isPlace ? [...ring, first] : null
}

/** A box of degrees as a ring, counter-clockwise. */
export function ringOfDegrees([west, south, east, north]: BBox): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}
