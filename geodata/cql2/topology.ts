/**
 * Spatial predicates of the Simple Features model (OGC 06-103r4, 6.1.15) by the DE-9IM matrix of JSTS, a port of the JTS
 * Topology Suite. Longitude and latitude are taken as a plane, edges straight in it, as GeoJSON draws them (RFC 7946,
 * 3.1.1); heights are ignored. Distance (S_DWITHIN) is geodesic and lives in distance.ts.
 */
import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import BufferOp from 'jsts/org/locationtech/jts/operation/buffer/BufferOp.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import type { ShapeLiteral, Topology } from './expression.ts'
import type { Thing } from './refusal.ts'

/** The part of a JSTS geometry that is used here; the package types it as `any`. */
interface PlaneShape {
  getDimension(): number
  getCoordinate(): unknown
  getNumPoints(): number
  getGeometryType(): string
  getEnvelopeInternal(): { intersects(other: unknown): boolean }
}
interface Matrix {
  isIntersects(): boolean
  isDisjoint(): boolean
  isContains(): boolean
  isWithin(): boolean
  isEquals(a: number, b: number): boolean
  isTouches(a: number, b: number): boolean
  isCrosses(a: number, b: number): boolean
  isOverlaps(a: number, b: number): boolean
}

const reader = new (GeoJSONReader as unknown as new () => { read(shape: object): PlaneShape })()
/** Shapes are asked about again and again (a literal by every feature): each is prepared once. */
const planeShapes = new WeakMap<object, PlaneShape>()
const locators = new WeakMap<PlaneShape, { locate(coordinate: unknown): number }>()
const BOUNDARY = 1
const EXTERIOR = 2

function planeOf(shape: ShapeLiteral): PlaneShape {
  const known = planeShapes.get(shape)
  if (known) return known
  const made = reader.read(shape)
  planeShapes.set(shape, made)
  return made
}

/** Why a shape means nothing as a set of points (a ring that crosses itself, a hole outside), or null. */
export function shapeFault(shape: ShapeLiteral): Thing | null {
  const isValid = (new IsValidOp(planeOf(shape)) as { isValid(): boolean }).isValid()
  return isValid ? null : 'crossing-rings'
}

/** Whether `a op b` holds. Exact on the coordinates as they are. */
export function relates(op: Topology, a: ShapeLiteral, b: ShapeLiteral): boolean {
  const [one, other] = [planeOf(a), planeOf(b)]
  if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) return op === 's_disjoint'
  if (one.getGeometryType() === 'Point' && isArea(other)) return pointInArea(op, locate(one, other))
  if (other.getGeometryType() === 'Point' && isArea(one)) return pointInArea(MIRRORED[op], locate(other, one))
  return holds(op, matrixOf(one, other), one.getDimension(), other.getDimension())
}

/** Some shapes of the atlas have rings that touch or cross themselves; where that leaves no answer they are cleaned first. */
function matrixOf(one: PlaneShape, other: PlaneShape): Matrix {
  try {
    return RelateOp.relate(one, other) as Matrix
  } catch {
    return RelateOp.relate(cleaned(one), cleaned(other)) as Matrix
  }
}

/** The area that the rings enclose, as a valid shape (buffer of width 0). */
function cleaned(shape: PlaneShape): PlaneShape {
  return isArea(shape) ? (BufferOp.bufferOp(shape, 0) as PlaneShape) : shape
}

function holds(op: Topology, matrix: Matrix, a: number, b: number): boolean {
  switch (op) {
    case 's_intersects':
      return matrix.isIntersects()
    case 's_disjoint':
      return matrix.isDisjoint()
    case 's_contains':
      return matrix.isContains()
    case 's_within':
      return matrix.isWithin()
    case 's_equals':
      return matrix.isEquals(a, b)
    case 's_touches':
      return matrix.isTouches(a, b)
    case 's_crosses':
      return matrix.isCrosses(a, b)
    case 's_overlaps':
      return matrix.isOverlaps(a, b)
  }
}

const MIRRORED: Readonly<Record<Topology, Topology>> = {
  s_intersects: 's_intersects',
  s_disjoint: 's_disjoint',
  s_contains: 's_within',
  s_within: 's_contains',
  s_equals: 's_equals',
  s_touches: 's_touches',
  s_crosses: 's_crosses',
  s_overlaps: 's_overlaps',
}

function isArea(shape: PlaneShape): boolean {
  return shape.getGeometryType() === 'Polygon' || shape.getGeometryType() === 'MultiPolygon'
}

function locate(point: PlaneShape, area: PlaneShape): number {
  const known = locators.get(area)
  const locator = known ?? (new IndexedPointInAreaLocator(area) as { locate(coordinate: unknown): number })
  if (!known) locators.set(area, locator)
  return locator.locate(point.getCoordinate())
}

function pointInArea(op: Topology, location: number): boolean {
  if (op === 's_intersects') return location !== EXTERIOR
  if (op === 's_disjoint') return location === EXTERIOR
  if (op === 's_touches') return location === BOUNDARY
  return op === 's_within' && location !== EXTERIOR && location !== BOUNDARY
}
