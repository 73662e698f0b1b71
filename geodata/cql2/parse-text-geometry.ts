/** Geometry in CQL2 text: well-known text and BBOX. Heights are read and left out, since all relations are of the plane. */
import type { Position } from '../contract/geo.ts'
import type { FilterBBox, FilterGeometry } from './expression.ts'
import { geometryFault } from './geometry-fault.ts'
import type { TokenReader } from './token-reader.ts'

const DEEPEST_COLLECTION = 4

/** `POINT(`, `POINT Z(` and so on are next. */
export function isGeometryWord(reader: TokenReader): boolean {
  const { value } = reader.peek()
  const opensAt = reader.isWord('Z', 1) ? 2 : 1
  return Object.hasOwn(READERS, value.toUpperCase()) && reader.isSign('(', opensAt)
}

/** Throws a refusal at the literal for shapes that cannot be (open rings, lines of one point). */
export function readGeometry(reader: TokenReader, depth = 0): FilterGeometry {
  const start = reader.peek()
  if (!isGeometryWord(reader)) reader.refuseNext('geometry')
  if (depth > DEEPEST_COLLECTION) reader.refuse('bad-geometry', start, { detail: 'nested-collections' })
  const read = READERS[reader.next().value.toUpperCase() as keyof typeof READERS]
  reader.takeWord('Z')
  const geometry = read(reader, depth)
  const fault = geometryFault(geometry)
  if (fault !== null)
    reader.refuse('bad-geometry', { ...start, length: reader.endOfTaken() - start.offset }, { detail: fault })
  return geometry
}

/** Four numbers, or six with heights; the parenthesis around them is read by the caller. */
export function readBBox(reader: TokenReader): FilterBBox {
  const start = reader.peek()
  const numbers = reader.list(() => signedNumber(reader))
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = numbers
  if (numbers.length === 4) return [a, b, c, d]
  if (numbers.length === 6) return [a, b, d, e]
  return reader.refuse('bad-geometry', start, { detail: 'box-numbers' })
}

/** A number with or without a sign of its own. */
export function signedNumber(reader: TokenReader): number {
  const isMinus = reader.takeSign('-')
  if (!isMinus) reader.takeSign('+')
  const token = reader.peek()
  if (token.kind !== 'number') reader.refuseNext('number')
  const number = Number(reader.next().value)
  if (!Number.isFinite(number)) reader.refuse('bad-number', token, { found: reader.foundAt(token) })
  return isMinus && number !== 0 ? -number : number
}

function position(reader: TokenReader): Position {
  const [x, y] = [signedNumber(reader), signedNumber(reader)]
  if (!reader.isSign(',') && !reader.isSign(')')) signedNumber(reader)
  return [x, y]
}

function among<T>(read: (reader: TokenReader) => T): (reader: TokenReader) => T[] {
  return (reader) => reader.inParentheses(() => reader.list(() => read(reader)))
}

const pointText = (reader: TokenReader) => reader.inParentheses(() => position(reader))
const lineText = among(position)
const polygonText = among(lineText)

const READERS = {
  POINT: (reader) => ({ type: 'Point', coordinates: pointText(reader) }),
  LINESTRING: (reader) => ({ type: 'LineString', coordinates: lineText(reader) }),
  POLYGON: (reader) => ({ type: 'Polygon', coordinates: polygonText(reader) }),
  // `MULTIPOINT(1 2, 3 4)` is as common as the standard's `MULTIPOINT((1 2), (3 4))`.
  MULTIPOINT: (reader) => ({
    type: 'MultiPoint',
    coordinates: among((inner) => (inner.isSign('(') ? pointText(inner) : position(inner)))(reader),
  }),
  MULTILINESTRING: (reader) => ({ type: 'MultiLineString', coordinates: polygonText(reader) }),
  MULTIPOLYGON: (reader) => ({ type: 'MultiPolygon', coordinates: among(polygonText)(reader) }),
  GEOMETRYCOLLECTION: (reader, depth) => ({
    type: 'GeometryCollection',
    geometries: among((inner) => readGeometry(inner, depth + 1))(reader),
  }),
} satisfies Record<string, (reader: TokenReader, depth: number) => FilterGeometry>
