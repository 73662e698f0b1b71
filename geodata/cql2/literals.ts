/** Dates, instants, texts, numbers, boxes and shapes of a filter, checked alike in both encodings. Each returns what is wrong, or null. */
import type { ShapeLiteral } from './expression.ts'
import type { PlacedLiteral } from './reference-system.ts'
import { shapeFault } from './topology.ts'

/** SQL stores cannot hold NUL inside text, and a lone surrogate is no character. */
export function textFault(text: string): string | null {
  if (text.includes('\0')) return 'A text may not hold the character U+0000'
  return /\p{Surrogate}/u.test(text) ? 'A text holds half of a surrogate pair' : null
}

export function dateFault(text: string): string | null {
  return isDate(text) ? null : 'Expected a date as YYYY-MM-DD'
}

const TIMESTAMP = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/

export function timestampFault(text: string): string | null {
  const [, date] = TIMESTAMP.exec(text) ?? []
  return date !== undefined && isDate(date) ? null : 'Expected an instant in UTC as YYYY-MM-DDTHH:MM:SSZ'
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.toISOString().startsWith(text)
}

/** Of a shape or a box. */
export function placeFault(literal: PlacedLiteral): string | null {
  return literal.kind === 'bbox' ? bboxFault(literal.value) : geometryFault(literal.value)
}

function bboxFault(numbers: readonly number[]): string | null {
  if (numbers.length !== 4 && numbers.length !== 6) return 'A box has four or six numbers'
  const half = numbers.length / 2
  const [west = 0, south = 0] = numbers
  const [east = 0, north = 0] = numbers.slice(half)
  const faults = [positionFault([west, south]), positionFault([east, north])].filter((fault) => fault !== null)
  if (faults[0] !== undefined) return faults[0]
  if (south > north) return 'The south of a box may not lie north of its north'
  return half === 3 && (numbers[2] ?? 0) > (numbers[5] ?? 0)
    ? 'The lowest of a box may not lie above its highest'
    : null
}

function positionFault(position: readonly number[]): string | null {
  const [lon, lat] = position
  if (position.length < 2 || position.length > 3 || !position.every(Number.isFinite))
    return 'A position has two or three numbers'
  if (lon === undefined || Math.abs(lon) > 180) return 'A longitude lies between -180 and 180 degrees'
  return lat === undefined || Math.abs(lat) > 90 ? 'A latitude lies between -90 and 90 degrees' : null
}

/** Bounds, lengths, closed rings, and shapes that mean nothing (rings that cross themselves). */
function geometryFault(shape: ShapeLiteral): string | null {
  return formFault(shape) ?? shapeFault(shape)
}

function formFault(shape: ShapeLiteral): string | null {
  switch (shape.type) {
    case 'Point':
      return positionFault(shape.coordinates)
    case 'MultiPoint':
      return shape.coordinates.length < 1
        ? 'A MultiPoint has at least one point'
        : first(shape.coordinates, positionFault)
    case 'LineString':
      return lineFault(shape.coordinates)
    case 'MultiLineString':
      return shape.coordinates.length < 1
        ? 'A MultiLineString has at least one line'
        : first(shape.coordinates, lineFault)
    case 'Polygon':
      return polygonFault(shape.coordinates)
    case 'MultiPolygon':
      return shape.coordinates.length < 1
        ? 'A MultiPolygon has at least one polygon'
        : first(shape.coordinates, polygonFault)
    case 'GeometryCollection':
      return shape.geometries.length < 1
        ? 'A GeometryCollection has at least one geometry'
        : first(shape.geometries, formFault)
  }
}

function first<T>(parts: readonly T[], fault: (part: T) => string | null): string | null {
  for (const part of parts) {
    const found = fault(part)
    if (found !== null) return found
  }
  return null
}

function lineFault(line: readonly (readonly number[])[]): string | null {
  return line.length < 2 ? 'A line has at least two positions' : first(line, positionFault)
}

function polygonFault(rings: readonly (readonly (readonly number[])[])[]): string | null {
  return rings.length < 1 ? 'A polygon has at least one ring' : first(rings, ringFault)
}

function ringFault(ring: readonly (readonly number[])[]): string | null {
  const fault = first(ring, positionFault)
  if (fault !== null) return fault
  const [head, tail] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || head?.[0] !== tail?.[0] || head?.[1] !== tail?.[1])
    return 'A ring has at least four positions and ends where it begins'
  return null
}
