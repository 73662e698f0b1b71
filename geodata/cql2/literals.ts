/** Dates, instants, boxes and shapes of a filter, checked alike in both encodings. Each returns what is wrong, or null. */
import type { ShapeLiteral } from './expression.ts'
import type { PlacedLiteral } from './placing.ts'
import type { Reason, Thing } from './refusal.ts'
import { shapeFault } from './topology.ts'

/** SQL stores cannot hold NUL inside text, and a lone surrogate is no character. */
export function isBadText(text: string): boolean {
  return /\p{Surrogate}|\0/u.test(text)
}

export function dateFault(text: string): Reason | null {
  return isDate(text) ? null : 'bad-date'
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/

export function timestampFault(text: string): Reason | null {
  const [, date] = TIMESTAMP.exec(text) ?? []
  return date !== undefined && isDate(date) ? null : 'bad-timestamp'
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.toISOString().startsWith(text)
}

/** Of a shape or a box. */
export function placeFault(literal: PlacedLiteral): Thing | null {
  return literal.kind === 'bbox' ? bboxFault(literal.value) : geometryFault(literal.value)
}

function bboxFault(numbers: readonly number[]): Thing | null {
  if (numbers.length !== 4 && numbers.length !== 6) return 'box-numbers'
  const half = numbers.length / 2
  const [west = 0, south = 0] = numbers
  const [east = 0, north = 0] = numbers.slice(half)
  const faults = [positionFault([west, south]), positionFault([east, north])].filter((fault) => fault !== null)
  if (faults[0] !== undefined) return faults[0]
  if (south > north) return 'box-south'
  return half === 3 && (numbers[2] ?? 0) > (numbers[5] ?? 0) ? 'box-lowest' : null
}

function positionFault(position: readonly number[]): Thing | null {
  const [lon, lat] = position
  if (position.length < 2 || position.length > 3 || !position.every(Number.isFinite)) return 'position-numbers'
  if (lon === undefined || Math.abs(lon) > 180) return 'longitude'
  return lat === undefined || Math.abs(lat) > 90 ? 'latitude' : null
}

/** Bounds, lengths, closed rings, and shapes that mean nothing (rings that cross themselves). */
function geometryFault(shape: ShapeLiteral): Thing | null {
  return formFault(shape) ?? shapeFault(shape)
}

function formFault(shape: ShapeLiteral): Thing | null {
  switch (shape.type) {
    case 'Point':
      return positionFault(shape.coordinates)
    case 'MultiPoint':
      return shape.coordinates.length < 1 ? 'no-parts' : first(shape.coordinates, positionFault)
    case 'LineString':
      return lineFault(shape.coordinates)
    case 'MultiLineString':
      return shape.coordinates.length < 1 ? 'no-parts' : first(shape.coordinates, lineFault)
    case 'Polygon':
      return polygonFault(shape.coordinates)
    case 'MultiPolygon':
      return shape.coordinates.length < 1 ? 'no-parts' : first(shape.coordinates, polygonFault)
    case 'GeometryCollection':
      return shape.geometries.length < 1 ? 'no-parts' : first(shape.geometries, formFault)
  }
}

function first<T>(parts: readonly T[], fault: (part: T) => Thing | null): Thing | null {
  for (const part of parts) {
    const found = fault(part)
    if (found !== null) return found
  }
  return null
}

function lineFault(line: readonly (readonly number[])[]): Thing | null {
  return line.length < 2 ? 'short-line' : first(line, positionFault)
}

function polygonFault(rings: readonly (readonly (readonly number[])[])[]): Thing | null {
  return rings.length < 1 ? 'open-ring' : first(rings, ringFault)
}

function ringFault(ring: readonly (readonly number[])[]): Thing | null {
  const fault = first(ring, positionFault)
  if (fault !== null) return fault
  const [head, tail] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || head?.[0] !== tail?.[0] || head?.[1] !== tail?.[1]) return 'open-ring'
  return null
}
