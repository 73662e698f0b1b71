/** Lines and rings in short pieces with boxes, made once, so that what lies far away is passed over unseen. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf } from './bbox.ts'

export interface Piece {
  /** A piece ends with the vertex that the next one begins with. */
  vertices: readonly Position[]
  bbox: BBox
}

export const PIECE_EDGES = 48
/** A line is asked about from many places (a corridor from every deposit): its pieces are made once. */
const piecesOfLine = new WeakMap<readonly Position[], Piece[]>()

export function piecesOf(line: readonly Position[]): Piece[] {
  const known = piecesOfLine.get(line)
  if (known) return known
  const pieces: Piece[] = []
  for (let from = 0; from === 0 || from < line.length - 1; from += PIECE_EDGES) {
    const vertices = line.slice(from, from + PIECE_EDGES + 1)
    pieces.push({ vertices, bbox: bboxOf({ type: 'LineString', coordinates: vertices }) })
  }
  piecesOfLine.set(line, pieces)
  return pieces
}

/** Lines and rings of a geometry; a point is a line of one vertex. */
export function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

/** Polygons of an area; none of a point or a line. */
export function polygonsOf(geometry: Geometry): readonly (readonly (readonly Position[])[])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}
