/**
 * Distances from a place, a point or a shape, to the features of an index: which may lie within a reach, by bounds that never
 * fall short, and how far one of them truly is, measured only between the pieces that the bounds leave.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf, searchBox } from './bbox.ts'
import { betweenAmong, type PiecePair } from './between.ts'
import { arcM, chordM, mostToVerticesM } from './edge-bounds.ts'
import { bearingDeg, geodesicLine } from './geodesic.ts'
import { leastBetweenBoxesM, leastBetweenPointsM, leastDistanceM, nearestAmong, ROUNDING_M } from './nearest.ts'
import { linesOf, type Piece, piecesOf, polygonsOf } from './pieces.ts'
import { covers } from './planar.ts'
import { sharedVertex } from './relate.ts'
import type { ShapeIndex } from './shape-index.ts'

/** A feature that may lie within the reach, and what is to be compared. */
export interface Candidate {
  feature: number
  /** It lies no nearer than this, metres. */
  boundM: number
  /** Items of it with the pieces of the place that they may be near. */
  near: { item: number; piece: Piece; boundM: number }[]
}

export interface Hit {
  feature: number
  distanceM: number
  /** At `from` towards `to`; null where it is still to be reckoned. */
  bearingDeg: number | null
  /** On the place. */
  from: Position
  /** On the feature. */
  to: Position
}

/** What is asked from, its pieces made once. */
export interface Origin {
  geometry: Geometry
  pieces: readonly Piece[]
  /** Of an area, since all inside it is at distance 0. */
  bbox: BBox | null
}

export function originOf(geometry: Geometry): Origin {
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
  const pieces = geometry.type === 'Point' ? [pieceOfPoint(geometry.coordinates)] : linesOf(geometry).flatMap(piecesOf)
  return { geometry, pieces, bbox: isArea ? bboxOf(geometry) : null }
}

function pieceOfPoint(at: Position): Piece {
  return { vertices: [at], bbox: [at[0], at[1], at[0], at[1]] }
}

type Accept = (feature: number) => boolean

/** A hair more, so that what lies exactly at the reach is kept. */
const held = (metres: number): number => metres * (1 + 1e-9) + 1e-6

/** Everything that may lie within `metres`, nearest bound first, then in the order of ids. */
export function candidatesWithin(index: ShapeIndex, origin: Origin, metres: number, accept: Accept): Candidate[] {
  const found = new Map<number, Candidate>()
  const candidateOf = (feature: number): Candidate => {
    const known = found.get(feature)
    if (known) return known
    const made: Candidate = { feature, boundM: Number.POSITIVE_INFINITY, near: [] }
    found.set(feature, made)
    return made
  }
  for (const piece of origin.pieces)
    index.search(searchBox(piece.bbox, metres / 1000), (item, box) => {
      const boundM = leastToPieceM(piece, box)
      const feature = index.featureOf(item)
      if (boundM > metres || !accept(feature)) return
      const candidate = candidateOf(feature)
      candidate.near.push({ item, piece, boundM })
      candidate.boundM = Math.min(candidate.boundM, boundM)
    })
  if (origin.bbox)
    index.search(origin.bbox, (item) => {
      const feature = index.featureOf(item)
      if (accept(feature)) candidateOf(feature).boundM = 0
    })
  return [...found.values()].sort((a, b) => a.boundM - b.boundM || a.feature - b.feature)
}

function leastToPieceM({ vertices, bbox }: Piece, box: BBox): number {
  const [only] = vertices
  if (vertices.length !== 1 || !only) return leastBetweenBoxesM(bbox, box)
  // Between two points the chord bounds more closely than their boxes do: few are left to measure.
  const isPoint = box[0] === box[2] && box[1] === box[3]
  return isPoint ? leastBetweenPointsM(only, [box[0], box[1]]) : leastDistanceM(only, box)
}

/** How far a candidate is; null where it is farther than `withinM`. */
export function measure(index: ShapeIndex, origin: Origin, candidate: Candidate, withinM: number): Hit | null {
  const { feature } = candidate
  const geometry = index.geometry(feature)
  const found =
    origin.geometry.type === 'Point'
      ? fromPoint(index, origin.geometry.coordinates, geometry, candidate, held(withinM))
      : geometry.type === 'Point'
        ? toPoint(origin, geometry.coordinates, candidate, held(withinM))
        : toShape(index, origin, geometry, candidate, held(withinM))
  const { distanceM, bearingDeg, from, to } = found
  return distanceM <= withinM ? { feature, distanceM, bearingDeg, from, to } : null
}

type Way = Omit<Hit, 'feature'>

/** Degrees clockwise from north, 0 where there is no way to go. */
export function bearingOf(hit: Hit): number {
  return hit.distanceM === 0 ? 0 : (hit.bearingDeg ?? bearingDeg(hit.from, hit.to))
}

function fromPoint(index: ShapeIndex, from: Position, geometry: Geometry, { near }: Candidate, heldM: number): Way {
  if (geometry.type === 'Point') {
    const { distanceM, bearingDeg } = geodesicLine(from, geometry.coordinates)
    return { distanceM, bearingDeg, from, to: geometry.coordinates }
  }
  if (covers(polygonsOf(geometry), from)) return { distanceM: 0, bearingDeg: 0, from, to: from }
  const pieces = near.flatMap(({ item, boundM }) => {
    const piece = index.piece(item)
    return piece ? [{ piece, boundM }] : []
  })
  const best = nearestAmong(from, pieces, heldM)
  return { distanceM: best.distanceM, bearingDeg: best.bearingDeg, from, to: best.position }
}

function toPoint({ geometry }: Origin, to: Position, { near }: Candidate, heldM: number): Way {
  if (covers(polygonsOf(geometry), to)) return { distanceM: 0, bearingDeg: 0, from: to, to }
  const { distanceM, position } = nearestAmong(to, near, heldM)
  return { distanceM, bearingDeg: null, from: position, to }
}

function toShape(index: ShapeIndex, origin: Origin, geometry: Geometry, { near }: Candidate, heldM: number): Way {
  const shared = sharedVertex(origin.geometry, geometry)
  if (shared) return { distanceM: 0, bearingDeg: 0, from: shared, to: shared }
  const pairs = near.flatMap(({ item, piece, boundM }): PiecePair[] => {
    const theirs = index.piece(item)
    return theirs ? [{ mine: piece, theirs, boundM }] : []
  })
  return { ...betweenAmong(pairs, heldM), bearingDeg: null }
}

/** Places of the origin from which the guess is made. */
const MOST_PROBES = 48

/** The `count`th nearest is no farther than this, metres; infinite where there are fewer. */
export function reachOfNearest(index: ShapeIndex, { pieces }: Origin, count: number, accept: Accept): number {
  const nearest = new Map<number, number>()
  const step = Math.max(1, Math.floor(pieces.length / MOST_PROBES))
  for (let number = 0; number < pieces.length; number += step) {
    const [probe] = pieces[number]?.vertices ?? []
    if (!probe) continue
    for (const [feature, item] of guessOf(index, probe, count, accept)) {
      const awayM = mostToItemM(index, item, probe)
      nearest.set(feature, Math.min(nearest.get(feature) ?? Number.POSITIVE_INFINITY, awayM))
    }
  }
  return [...nearest.values()].sort((a, b) => a - b)[count - 1] ?? Number.POSITIVE_INFINITY
}

/** At least `count` features, where there are so many, each with its item that seems nearest: a line has many pieces. */
function guessOf(index: ShapeIndex, probe: Position, count: number, accept: Accept): Map<number, number> {
  for (let asked = count; ; asked *= 3) {
    const items = index.guess(probe, asked, accept)
    const firsts = new Map<number, number>()
    for (const item of items) {
      const feature = index.featureOf(item)
      if (!firsts.has(feature) && firsts.size < count) firsts.set(feature, item)
    }
    if (items.length < asked || firsts.size >= count) return firsts
  }
}

/** The item is no farther than this, metres: to its nearest vertex. */
function mostToItemM(index: ShapeIndex, item: number, probe: Position): number {
  const piece = index.piece(item)
  const geometry = piece ? null : index.geometry(index.featureOf(item))
  const away = piece
    ? mostToVerticesM(probe, piece.vertices)
    : geometry?.type === 'Point'
      ? arcM(chordM(probe, geometry.coordinates))
      : Number.POSITIVE_INFINITY
  return away + ROUNDING_M
}
