/** Literals as the atlas's own geometries. */
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { ShapeLiteral } from './expression.ts'

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
