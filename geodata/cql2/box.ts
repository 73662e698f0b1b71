/** Boxes of a filter: BBOX as a shape, and the box outside of which a filter can never hold. */
import type { BBox, Position } from '#geodata/contract/geo.ts'
import { bboxOf, bboxUnion, searchBox } from '#geodata/spatial/bbox.ts'
import { metresOf } from './distance.ts'
import { type Expression, isTopology, type Node, type OperationNode, type ShapeLiteral } from './expression.ts'
import { partsOf } from './parts.ts'

/** A box as the area it bounds; one that crosses the antimeridian as two. A box without width or height is a line or a point. */
export function shapeOfBox(numbers: readonly number[]): ShapeLiteral {
  const [west = 0, south = 0] = numbers
  const [east = 0, north = 0] = numbers.slice(numbers.length / 2)
  const spans: [number, number][] =
    west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ]
  const shapes = spans.map(([from, to]) => rectangle(from, south, to, north))
  const [only] = shapes
  if (only && shapes.length === 1) return only
  const areas = shapes.flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : []))
  return areas.length === shapes.length
    ? { type: 'MultiPolygon', coordinates: areas }
    : { type: 'GeometryCollection', geometries: shapes }
}

function rectangle(west: number, south: number, east: number, north: number): ShapeLiteral {
  const [from, to]: [Position, Position] = [
    [west, south],
    [east, north],
  ]
  if (west === east && south === north) return { type: 'Point', coordinates: from }
  if (west === east || south === north) return { type: 'LineString', coordinates: [from, to] }
  return { type: 'Polygon', coordinates: [[from, [east, south], to, [west, north], from]] }
}

/** Every feature that meets the expression has a box that meets this one; null: anywhere, or without a place. */
export function boxOfExpression(expression: Expression): Box {
  return boxOf(expression)
}

function boxOf(node: Node): Box {
  if (node.kind === 'boolean') return node.value ? null : 'nowhere'
  if (node.kind !== 'operation') return null
  if (node.op === 'and') return node.args.map(boxOf).reduce<Box>(narrower, null)
  if (node.op === 'or') return node.args.map(boxOf).reduce<Box>(union, 'nowhere')
  return (isTopology(node.op) && node.op !== 's_disjoint') || node.op === 's_dwithin' ? boxOfPredicate(node) : null
}

function boxOfPredicate({ op, args }: OperationNode): BBox | null {
  const [a, b, distance, unit] = args
  const literal = [a, b].find((arg) => arg?.kind === 'geometry' || arg?.kind === 'bbox')
  if (!literal || ![a, b].some((arg) => arg?.kind === 'property')) return null
  const shape = literal.kind === 'bbox' ? shapeOfBox(literal.value) : literal.kind === 'geometry' ? literal.value : null
  const box = shape && partsOf(shape).map(bboxOf).reduce(bboxUnion)
  if (!box || op !== 's_dwithin') return box
  if (distance?.kind !== 'number' || unit?.kind !== 'text') return null
  return searchBox(box, metresOf(distance.value, unit.value) / 1000)
}

export type Box = BBox | null | 'nowhere'

/** What must meet both boxes need not meet what they share (a long road): the smaller of the two narrows most. */
export function narrower(a: Box, b: Box): Box {
  if (a === 'nowhere' || b === 'nowhere') return 'nowhere'
  if (a === null || b === null) return a ?? b
  return sizeOf(a) <= sizeOf(b) ? a : b
}

function sizeOf([west, south, east, north]: BBox): number {
  return (east - west) * (north - south)
}

function union(a: Box, b: Box): Box {
  if (a === 'nowhere') return b
  if (b === 'nowhere') return a
  return a === null || b === null ? null : bboxUnion(a, b)
}
