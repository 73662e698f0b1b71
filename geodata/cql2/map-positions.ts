/** A filter with every position of its literals brought into another coordinate system. */
import type { Position } from '../contract/geo.ts'
import type { Expression, FilterBBox, FilterGeometry, Node, Operand } from './expression.ts'
import { isExpression } from './expression.ts'

export type ToLonLat = (position: Position) => Position

/** Steps along the side of a box: a straight side elsewhere is seldom straight in longitude and latitude. */
const BOX_STEPS = 16

/** `origins` learns which node each new one came from. */
export function withPositions(node: Expression, to: ToLonLat, origins: WeakMap<Node, Node>): Expression {
  const condition = (each: Expression) => withPositions(each, to, origins)
  const value = (each: Operand) => valueWithPositions(each, to, origins)
  const made = ((): Expression => {
    switch (node.kind) {
      case 'and':
      case 'or':
        return { ...node, args: node.args.map(condition) }
      case 'not':
        return { ...node, arg: condition(node.arg) }
      case 'isNull':
        return { ...node, arg: isExpression(node.arg) ? condition(node.arg) : value(node.arg) }
      case 'spatial':
      case 'dwithin':
        return { ...node, left: value(node.left), right: value(node.right) }
      default:
        return node
    }
  })()
  if (made !== node) origins.set(made, node)
  return made
}

function valueWithPositions(node: Operand, to: ToLonLat, origins: WeakMap<Node, Node>): Operand {
  if (node.kind !== 'geometry' && node.kind !== 'bbox') return node
  const geometry = node.kind === 'bbox' ? boxOutline(node.bbox) : node.geometry
  const made: Operand = { kind: 'geometry', geometry: moved(geometry, to) }
  origins.set(made, node)
  return made
}

function moved(geometry: FilterGeometry, to: ToLonLat): FilterGeometry {
  switch (geometry.type) {
    case 'Point':
      return { ...geometry, coordinates: to(geometry.coordinates) }
    case 'MultiPoint':
    case 'LineString':
      return { ...geometry, coordinates: geometry.coordinates.map(to) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(to)) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(to))) }
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, to)) }
  }
}

function boxOutline([west, south, east, north]: FilterBBox): FilterGeometry {
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const ring = corners.slice(1).flatMap(([x, y], side): Position[] => {
    const [fromX, fromY] = corners[side] ?? [x, y]
    return Array.from({ length: BOX_STEPS }, (_, step): Position => {
      const share = step / BOX_STEPS
      return [fromX + share * (x - fromX), fromY + share * (y - fromY)]
    })
  })
  return { type: 'Polygon', coordinates: [[...ring, [west, south]]] }
}
