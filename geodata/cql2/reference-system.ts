/**
 * Shapes and boxes of a filter in another reference system: moved to degrees as they are read, before they are checked. A
 * box of metres becomes the area within it, its sides followed as they bend.
 */
import { CRS84, type Crs, fromCrs } from '#geodata/spatial/crs.ts'
import { ringOfBox } from '#geodata/spatial/project-geometry.ts'
import type { ShapeLiteral } from './expression.ts'
import { AS_WRITTEN, type PlacedLiteral, type Placing } from './placing.ts'

export function inDegrees(crs: Crs): Placing {
  if (crs === CRS84) return AS_WRITTEN
  return (literal) =>
    literal.kind === 'bbox'
      ? boxInDegrees(literal.value, crs)
      : { kind: 'geometry', value: shapeInDegrees(literal.value, crs) }
}

function boxInDegrees(numbers: readonly number[], crs: Crs): PlacedLiteral | null {
  const [a = Number.NaN, b = Number.NaN] = numbers
  const [c = Number.NaN, d = Number.NaN] = numbers.slice(numbers.length / 2)
  if (crs.unit === 'degree') return { kind: 'bbox', value: crs.axes === 'east-north' ? [a, b, c, d] : [b, a, d, c] }
  const ring = a <= c && b <= d ? ringOfBox(crs, [a, b, c, d]) : null
  return ring && { kind: 'geometry', value: { type: 'Polygon', coordinates: [ring] } }
}

function shapeInDegrees(shape: ShapeLiteral, crs: Crs): ShapeLiteral {
  const position = ([first = Number.NaN, second = Number.NaN]: readonly number[]) => fromCrs(crs, [first, second])
  const line = (positions: readonly (readonly number[])[]) => positions.map(position)
  switch (shape.type) {
    case 'Point':
      return { type: shape.type, coordinates: position(shape.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { type: shape.type, coordinates: line(shape.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map(line) }
    case 'MultiPolygon':
      return { type: shape.type, coordinates: shape.coordinates.map((rings) => rings.map(line)) }
    case 'GeometryCollection':
      return { type: shape.type, geometries: shape.geometries.map((one) => shapeInDegrees(one, crs)) }
  }
}
