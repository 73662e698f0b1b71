/**
 * A drawn shape ⇄ text of the link: a letter for its type, positions to five decimals (a metre) joined by `_`, lines and
 * rings by `~`, polygons by `*`. `A66,30_67,30_67,31_66,30` is a triangle. Decoding goes through the contract's own schema.
 */
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { Shape } from '#geodata/contract/place.ts'

/** Longer shapes are not carried by links: browsers and mail programs cut what is longer still. */
export const LONGEST_SHAPE_TEXT = 2800

const LETTERS = { Point: 'P', LineString: 'L', MultiLineString: 'M', Polygon: 'A', MultiPolygon: 'B' } as const

/** null where the shape is too long for a link. */
export function encodeShape(shape: Geometry): string | null {
  const text = LETTERS[shape.type] + bodyOf(shape)
  return text.length <= LONGEST_SHAPE_TEXT ? text : null
}

function bodyOf(shape: Geometry): string {
  switch (shape.type) {
    case 'Point':
      return positionText(shape.coordinates)
    case 'LineString':
      return lineText(shape.coordinates)
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates.map(lineText).join('~')
    case 'MultiPolygon':
      return shape.coordinates.map((rings) => rings.map(lineText).join('~')).join('*')
  }
}

const lineText = (line: readonly Position[]): string => line.map(positionText).join('_')
const positionText = ([lon, lat]: Position): string => `${rounded(lon)},${rounded(lat)}`

export function decodeShape(text: string): Geometry | undefined {
  if (text.length > LONGEST_SHAPE_TEXT || !/^[PLMAB][-\d.,_~*]+$/.test(text)) return undefined
  const type = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((key) => LETTERS[key] === text[0])
  const polygons = text
    .slice(1)
    .split('*')
    .map((polygon) => polygon.split('~').map((line) => line.split('_').map((at) => at.split(',').map(numberOf))))
  const [lines = []] = polygons
  const coordinates = {
    Point: lines[0]?.[0],
    LineString: lines[0],
    MultiLineString: lines,
    Polygon: lines,
    MultiPolygon: polygons,
  }
  const parsed = type && Shape.safeParse({ type, coordinates: coordinates[type] })
  return parsed?.success ? roundedShape(parsed.data) : undefined
}

/** Empty text is no number: `Number('')` would be 0, a place on the map. */
function numberOf(text: string): number {
  return /^-?\d{1,3}(\.\d{1,10})?$/.test(text) ? Number(text) : Number.NaN
}

/** The shape as a link gives it back: five decimals. */
export function roundedShape(shape: Geometry): Geometry {
  const round = ([lon, lat]: Position): Position => [rounded(lon), rounded(lat)]
  switch (shape.type) {
    case 'Point':
      return { type: 'Point', coordinates: round(shape.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: shape.coordinates.map(round) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: shape.type, coordinates: shape.coordinates.map((line) => line.map(round)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(round))),
      }
  }
}

function rounded(degrees: number): number {
  return Number(degrees.toFixed(5)) || 0
}
