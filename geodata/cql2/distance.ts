/** S_DWITHIN: geodesic distance between two shapes, to their nearest points. */
import type { Geometry } from '../contract/geo.ts'
import { isWithinDistance } from '../spatial/within-distance.ts'
import { DISTANCE_UNITS, type DistanceUnit, type FilterGeometry } from './expression.ts'
import { relates } from './relate.ts'
import type { Shape } from './shapes.ts'

export function metresOf(distance: number, unit: DistanceUnit): number {
  return distance * DISTANCE_UNITS[unit]
}

export function areWithin(left: Shape, right: Shape, distanceM: number): boolean {
  const isPointed = left.geometry.type === 'Point' || right.geometry.type === 'Point'
  if (!isPointed && relates('s_intersects', left, right)) return true
  const others = partsOf(right.geometry)
  return partsOf(left.geometry).some((part) => others.some((other) => isWithinDistance(part, other, distanceM)))
}

function partsOf(geometry: FilterGeometry): Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(partsOf)
    default:
      return [geometry]
  }
}
