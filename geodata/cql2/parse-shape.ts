/** Well-known text (OGC 06-103r4, 7) inside CQL2 text, as GeoJSON. Heights are read where `Z` says so. */
import type { ShapeLiteral } from './expression.ts'
import { SHAPE_WORDS } from './functions.ts'
import { shown } from './refusal.ts'
import type { Cursor } from './token-cursor.ts'

/** The cursor stands at the word. Collections hold no collections. */
export function parseShape(cursor: Cursor, isInCollection = false): ShapeLiteral {
  const at = cursor.take()
  const upper = at.value.toUpperCase()
  const word = SHAPE_WORDS.has(upper) ? upper : upper.replace(/Z$/, '')
  const size = word !== upper || cursor.takeWord('Z') ? 3 : 2
  const position = () => positionOf(cursor, size)
  const line = () => listOf(cursor, position)
  const rings = () => listOf(cursor, line)
  switch (word) {
    case 'POINT': {
      cursor.needSymbol('(')
      const coordinates = position()
      cursor.needSymbol(')')
      return { type: 'Point', coordinates }
    }
    case 'LINESTRING':
      return { type: 'LineString', coordinates: line() }
    case 'POLYGON':
      return { type: 'Polygon', coordinates: rings() }
    case 'MULTIPOINT':
      return { type: 'MultiPoint', coordinates: listOf(cursor, () => pointOf(cursor, size)) }
    case 'MULTILINESTRING':
      return { type: 'MultiLineString', coordinates: rings() }
    case 'MULTIPOLYGON':
      return { type: 'MultiPolygon', coordinates: listOf(cursor, rings) }
    default: {
      if (word !== 'GEOMETRYCOLLECTION' || isInCollection)
        throw cursor.refusal('expected', at, { expected: 'single-shape', found: shown(at.value) })
      return { type: 'GeometryCollection', geometries: listOf(cursor, () => parseShape(cursor, true)) }
    }
  }
}

function listOf<T>(cursor: Cursor, read: () => T): T[] {
  cursor.needSymbol('(')
  const items = [read()]
  while (cursor.takeSymbol(',')) items.push(read())
  cursor.needSymbol(')')
  return items
}

/** MULTIPOINT((1 2), (3 4)), and the older MULTIPOINT(1 2, 3 4). */
function pointOf(cursor: Cursor, size: number): number[] {
  if (!cursor.takeSymbol('(')) return positionOf(cursor, size)
  const position = positionOf(cursor, size)
  cursor.needSymbol(')')
  return position
}

function positionOf(cursor: Cursor, size: number): number[] {
  return Array.from({ length: size }, () => coordinate(cursor))
}

/** A signed number that is no node of its own. */
export function coordinate(cursor: Cursor): number {
  const sign = cursor.takeSymbol('-', '+')
  if (cursor.peek().kind !== 'number') throw cursor.unexpected('number')
  const at = cursor.take()
  const value = (sign?.value === '-' ? -1 : 1) * Number(at.value)
  if (!Number.isFinite(value)) throw cursor.refusal('bad-number', at, { found: shown(at.value) })
  return value === 0 ? 0 : value
}
