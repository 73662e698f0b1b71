/** S_DWITHIN: whether two shapes come within a distance of each other, geodesic on WGS 84, to the nearest points of both. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { between } from '#geodata/spatial/between.ts'
import { leastBetweenBoxesM } from '#geodata/spatial/nearest.ts'
import type { ShapeLiteral } from './expression.ts'

/** Metres in a unit, by the names that may stand in a filter. */
export const UNITS_M: Readonly<Record<string, number>> = {
  m: 1,
  meters: 1,
  metres: 1,
  km: 1000,
  kilometers: 1000,
  kilometres: 1000,
  mi: 1609.344,
  'statute miles': 1609.344,
  nmi: 1852,
  'nautical miles': 1852,
}
/** Half of the Earth's girth: every place is within it. */
export const LONGEST_M = 20_037_508

export function metresOf(distance: number, unit: string): number {
  return distance * (UNITS_M[unit] ?? Number.NaN)
}

/** The single parts of a literal, in the atlas's own geometry, without heights. */
export function partsOf(shape: ShapeLiteral): Geometry[] {
  const flat = (position: readonly number[]): Position => [position[0] ?? 0, position[1] ?? 0]
  switch (shape.type) {
    case 'Point':
      return [{ type: 'Point', coordinates: flat(shape.coordinates) }]
    case 'MultiPoint':
      return shape.coordinates.map((position) => ({ type: 'Point', coordinates: flat(position) }))
    case 'LineString':
      return [{ type: 'LineString', coordinates: shape.coordinates.map(flat) }]
    case 'MultiLineString':
      return shape.coordinates.map((line) => ({ type: 'LineString', coordinates: line.map(flat) }))
    case 'Polygon':
      return [{ type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(flat)) }]
    case 'MultiPolygon':
      return shape.coordinates.map((rings) => ({ type: 'Polygon', coordinates: rings.map((ring) => ring.map(flat)) }))
    case 'GeometryCollection':
      return shape.geometries.flatMap(partsOf)
  }
}

const partsByShape = new WeakMap<ShapeLiteral, { part: Geometry; bbox: BBox }[]>()

function preparedParts(shape: ShapeLiteral) {
  const known = partsByShape.get(shape)
  if (known) return known
  const made = partsOf(shape).map((part) => ({ part, bbox: bboxOf(part) }))
  partsByShape.set(shape, made)
  return made
}

/** As near and far as the atlas's other questions find them (spatial/between.ts). */
export function isWithinDistance(a: ShapeLiteral, b: ShapeLiteral, metres: number): boolean {
  return preparedParts(a).some((one) =>
    preparedParts(b).some(
      (other) =>
        leastBetweenBoxesM(one.bbox, other.bbox) <= metres && between(one.part, other.part).distanceM <= metres,
    ),
  )
}
