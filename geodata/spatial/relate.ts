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
  const inside = sharedVertex(a, b)
  if (inside) return inside
  const theirs = piecesIn(b, bboxOf(a))
  for (const mine of piecesIn(a, bboxOf(b)))
    for (const piece of theirs) {
      const found = bboxesMeet(mine.bbox, piece.bbox) ? meetingOfPieces(mine, piece) : null
      if (found) return found
    }
  return null
}

/** A vertex of one that lies in the other, if one lies whole in the other: then the first of each line tells. */
export function sharedVertex(a: Geometry, b: Geometry): Position | null {
  const [mine, theirs] = [polygonsOf(a), polygonsOf(b)]
  if (theirs.length > 0) for (const [first] of linesOf(a)) if (first && covers(theirs, first)) return first
  if (mine.length > 0) for (const [first] of linesOf(b)) if (first && covers(mine, first)) return first
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
  const rim = piecesIn(area, own)
  const isInside = ({ vertices, bbox }: Piece): boolean => {
    const near = edgesIn(rim, padded(bbox))
    const isCovered = (place: Position): boolean => covers(polygons, place) || isNearEdge(place, near)
    return vertices.every((vertex, index) => {
      const before = vertices[index - 1]
      return isCovered(vertex) && (!before || middlesOf(before, vertex, near).every(isCovered))
    })
  }
  if (!linesOf(geometry).every((line) => piecesOf(line).every(isInside))) return false
  // The rim is inside; a hole of the area could still lie in the midst of the geometry.
  return !polygons.some(([, ...holes]) => holes.some((hole) => isHoleInside(hole, geometry)))
}

function isHoleInside(hole: readonly Position[], geometry: Geometry): boolean {
  const [first] = hole
  if (first === undefined || !covers(polygonsOf(geometry), first)) return false
  const box = padded([first[0], first[1], first[0], first[1]])
  return !isNearEdge(first, edgesIn(piecesIn(geometry, box), box))
}

function piecesIn(geometry: Geometry, box: BBox): Piece[] {
  return linesOf(geometry)
    .flatMap(piecesOf)
    .filter((piece) => bboxesMeet(piece.bbox, box))
}

interface Edge {
  a: Position
  b: Position
  bbox: BBox
}

/** Edges of the pieces whose boxes meet a box. A lone vertex is an edge without length. */
function edgesIn(pieces: readonly Piece[], box: BBox): Edge[] {
  const edges: Edge[] = []
  for (const { vertices, bbox } of pieces) {
    if (!bboxesMeet(bbox, box)) continue
    for (let index = vertices.length === 1 ? 0 : 1; index < vertices.length; index++) {
      const [a, b] = [vertices[index - 1] ?? vertices[index], vertices[index]]
      if (!a || !b) continue
      const edge = { a, b, bbox: boxOf(a, b) }
      if (bboxesMeet(edge.bbox, box)) edges.push(edge)
    }
  }
  return edges
}

/** A point that two pieces share, or null. */
export function meetingOfPieces(mine: Piece, other: Piece): Position | null {
  const theirs = edgesIn([other], mine.bbox)
  if (theirs.length === 0) return null
  for (const { a, b, bbox } of edgesIn([mine], other.bbox))
    for (const edge of theirs) {
      const found = bboxesMeet(bbox, edge.bbox) ? meetingOfEdges(a, b, edge.a, edge.b) : null
      if (found) return found
    }
  return null
}

function boxOf(a: Position, b: Position): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
}

function padded([west, south, east, north]: BBox): BBox {
  const pad = ON_BOUNDARY_DEG
  return [west - pad, south - pad, east + pad, north + pad]
}

/** The middle of each stretch of an edge between its crossings with others: one such stretch is all in or all out. */
function middlesOf(a: Position, b: Position, near: readonly Edge[]): Position[] {
  const box = boxOf(a, b)
  const shares = [0, 1]
  for (const { a: c, b: d, bbox } of near) {
    if (!bboxesMeet(bbox, box)) continue
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

function isNearEdge(place: Position, edges: readonly Edge[]): boolean {
  const box = padded([place[0], place[1], place[0], place[1]])
  return edges.some(({ a, b, bbox }) => {
    if (!bboxesMeet(bbox, box)) return false
    const share = shareOf(place, a, b)
    const [x, y] = [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    return Math.hypot(x - place[0], y - place[1]) <= ON_BOUNDARY_DEG
  })
}
