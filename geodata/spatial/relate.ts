/**
 * Whether geometries meet, and whether one lies within an area. Edges are straight in longitude and latitude; the boundary
 * belongs to the area. Meeting is decided exactly; `isWithin` takes 0.1 mm beyond a boundary for on it, because the middle
 * of an edge is rounded.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxesMeet, bboxOf } from './bbox.ts'
import { linesOf, type Piece, piecesOf, polygonsOf } from './pieces.ts'
import { covers, meetingOfEdges, shareAtLine, turn } from './planar.ts'

/** About 0.1 mm. */
const ON_BOUNDARY_DEG = 1e-9

/** A point that both share, or null. */
export function meetingPoint(a: Geometry, b: Geometry): Position | null {
  if (!bboxesMeet(bboxOf(a), bboxOf(b))) return null
  // Whole in whole: then every vertex is inside, and the first of each line tells.
  for (const [first] of linesOf(a)) if (first && covers(polygonsOf(b), first)) return first
  for (const [first] of linesOf(b)) if (first && covers(polygonsOf(a), first)) return first
  const theirs = piecesIn(b, bboxOf(a))
  for (const mine of piecesIn(a, bboxOf(b)))
    for (const piece of theirs) {
      const found = bboxesMeet(mine.bbox, piece.bbox) ? meetingOfPieces(mine, piece) : null
      if (found) return found
    }
  return null
}

export function doMeet(a: Geometry, b: Geometry): boolean {
  return meetingPoint(a, b) !== null
}

/** Whether no point of the geometry lies outside the area. Never for an `area` that is none. */
export function isWithin(geometry: Geometry, area: Geometry): boolean {
  const polygons = polygonsOf(area)
  const [own, its] = [bboxOf(geometry), bboxOf(area)]
  if (own[0] < its[0] || own[1] < its[1] || own[2] > its[2] || own[3] > its[3]) return false
  const pieces = piecesIn(area, own)
  const isCovered = (place: Position): boolean => covers(polygons, place) || isNearEdge(place, pieces)
  for (const line of linesOf(geometry))
    for (const [index, vertex] of line.entries()) {
      if (!isCovered(vertex)) return false
      const before = line[index - 1]
      if (before && !middlesOf(before, vertex, pieces).every(isCovered)) return false
    }
  // The rim is inside; a hole of the area could still lie in the midst of the geometry.
  return !polygons.some(([, ...holes]) => holes.some((hole) => isHoleInside(hole, geometry)))
}

function isHoleInside(hole: readonly Position[], geometry: Geometry): boolean {
  const [first] = hole
  return (
    first !== undefined &&
    covers(polygonsOf(geometry), first) &&
    !isNearEdge(first, linesOf(geometry).flatMap(piecesOf))
  )
}

function piecesIn(geometry: Geometry, box: BBox): Piece[] {
  return linesOf(geometry)
    .flatMap(piecesOf)
    .filter((piece) => bboxesMeet(piece.bbox, box))
}

function meetingOfPieces({ vertices }: Piece, other: Piece): Position | null {
  for (const [a, b] of edgesOf(vertices)) {
    if (!bboxesMeet(boxOf(a, b), other.bbox)) continue
    for (const [c, d] of edgesOf(other.vertices)) {
      const found = bboxesMeet(boxOf(a, b), boxOf(c, d)) ? meetingOfEdges(a, b, c, d) : null
      if (found) return found
    }
  }
  return null
}

/** A lone vertex is an edge without length. */
function edgesOf(vertices: readonly Position[]): (readonly [Position, Position])[] {
  const [only] = vertices
  if (vertices.length === 1 && only) return [[only, only]]
  return vertices.slice(1).map((vertex, index) => [vertices[index] ?? vertex, vertex])
}

function boxOf(a: Position, b: Position): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
}

/** The middle of each stretch of an edge between its crossings with the pieces: one such stretch is all in or all out. */
function middlesOf(a: Position, b: Position, pieces: readonly Piece[]): Position[] {
  const box = boxOf(a, b)
  const shares = [0, 1]
  for (const piece of pieces)
    if (bboxesMeet(piece.bbox, box))
      for (const [c, d] of edgesOf(piece.vertices)) {
        if (!bboxesMeet(boxOf(c, d), box)) continue
        if (turn(a, b, c) === 0 && turn(a, b, d) === 0) shares.push(shareOf(c, a, b), shareOf(d, a, b))
        else if (meetingOfEdges(a, b, c, d)) shares.push(shareAtLine(a, b, c, d))
      }
  shares.sort((x, y) => x - y)
  return shares.slice(1).flatMap((share, index): Position[] => {
    const before = shares[index] ?? share
    const middle = (before + share) / 2
    return share === before ? [] : [[a[0] + middle * (b[0] - a[0]), a[1] + middle * (b[1] - a[1])]]
  })
}

function shareOf(place: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / (dx * dx + dy * dy || 1)
  return Math.min(1, Math.max(0, share))
}

function isNearEdge(place: Position, pieces: readonly Piece[]): boolean {
  const pad = ON_BOUNDARY_DEG
  const box: BBox = [place[0] - pad, place[1] - pad, place[0] + pad, place[1] + pad]
  return pieces.some(
    (piece) =>
      bboxesMeet(piece.bbox, box) &&
      edgesOf(piece.vertices).some(([a, b]) => {
        const share = shareOf(place, a, b)
        return Math.hypot(a[0] + share * (b[0] - a[0]) - place[0], a[1] + share * (b[1] - a[1]) - place[1]) <= pad
      }),
  )
}
