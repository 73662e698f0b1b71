/**
 * Spatial predicates of the Simple Features model (OGC 06-103r4, 6.1.15) by the DE-9IM matrix of JSTS, a port of the JTS
 * Topology Suite. Longitude and latitude are taken as a plane, edges straight in it, as GeoJSON draws them (RFC 7946,
 * 3.1.1); heights are ignored. Distance (S_DWITHIN) is geodesic and lives in distance.ts.
 */
import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js'
import PointLocator from 'jsts/org/locationtech/jts/algorithm/PointLocator.js'
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js'
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import Location from 'jsts/org/locationtech/jts/geom/Location.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import BufferOp from 'jsts/org/locationtech/jts/operation/buffer/BufferOp.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import { linesOf } from '#geodata/spatial/pieces.ts'
import { croppedLines } from './crop.ts'
import type { ShapeLiteral, Topology } from './expression.ts'
import { meetingOf, type PlaneShape } from './meeting.ts'
import { partsOf } from './parts.ts'
import type { Thing } from './refusal.ts'

const reader = new GeoJSONReader(new GeometryFactory())
/** Shapes are asked about again and again (a literal by every feature): each is prepared once. */
const planeShapes = new WeakMap<object, PlaneShape>()
const locators = new WeakMap<PlaneShape, Locator>()
/** A line of so few positions is taken whole. */
const FEW = 32
interface Locator {
  locate(place: Coordinate): number
}

/** Parts of a collection that lie over each other are one. */
function planeOf(shape: ShapeLiteral): PlaneShape {
  const known = planeShapes.get(shape)
  if (known) return known
  const read = reader.read(shape)
  const made = (shape.type === 'GeometryCollection' ? UnaryUnionOp.union(read) : read) as PlaneShape
  planeShapes.set(shape, made)
  return made
}

/** Why a shape means nothing as a set of points (a ring that crosses itself, a hole outside), or null. */
export function shapeFault(shape: ShapeLiteral): Thing | null {
  return new IsValidOp(reader.read(shape)).isValid() ? null : 'crossing-rings'
}

/** Whether `a op b` holds. Exact on the coordinates as they are. The second is the one that is best asked about again. */
export function relates(op: Topology, a: ShapeLiteral, b: ShapeLiteral): boolean {
  const [one, other] = [planeOf(a), planeOf(b)]
  if (!one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) return op === 's_disjoint'
  return (
    ofPoint(op, a, other) ??
    ofPoint(CONVERSE[op], b, one) ??
    ofEdges(op, a, b) ??
    ofMatrix(op, one, near(b, one) ?? other)
  )
}

/** `a op b` is `b CONVERSE[op] a`. */
export const CONVERSE: Readonly<Record<Topology, Topology>> = {
  ...{ s_intersects: 's_intersects', s_disjoint: 's_disjoint', s_equals: 's_equals', s_touches: 's_touches' },
  ...{ s_contains: 's_within', s_within: 's_contains', s_crosses: 's_crosses', s_overlaps: 's_overlaps' },
}

/** The commonest question, a point and a line or an area; undefined for other pairs. */
function ofPoint(op: Topology, point: ShapeLiteral, other: PlaneShape): boolean | undefined {
  if (point.type !== 'Point' || other.getDimension() === 0) return undefined
  const [x = Number.NaN, y = Number.NaN] = point.coordinates
  const location = locatorOf(other).locate(new Coordinate(x, y))
  if (op === 's_intersects') return location !== Location.EXTERIOR
  if (op === 's_disjoint') return location === Location.EXTERIOR
  if (op === 's_touches') return location === Location.BOUNDARY
  return op === 's_within' && location === Location.INTERIOR
}

function locatorOf(shape: PlaneShape): Locator {
  const known = locators.get(shape)
  if (known) return known
  const isArea = shape.getGeometryType() === 'Polygon' || shape.getGeometryType() === 'MultiPolygon'
  const lines = new PointLocator()
  const made = isArea ? new IndexedPointInAreaLocator(shape) : { locate: (at: Coordinate) => lines.locate(at, shape) }
  locators.set(shape, made)
  return made
}

/** Lines and areas, where it is enough to know how they meet; undefined where it is not. */
function ofEdges(op: Topology, a: ShapeLiteral, b: ShapeLiteral): boolean | undefined {
  if (!hasEdges(a) || !hasEdges(b)) return undefined
  const meeting = meetingOf(planeOf(a), planeOf(b))
  if (op === 's_intersects') return meeting !== 'apart'
  if (op === 's_disjoint') return meeting === 'apart'
  if (meeting === 'apart') return false
  if (meeting === 'inside') return op === 's_within'
  return meeting === 'around' ? op === 's_contains' : undefined
}

function hasEdges({ type }: ShapeLiteral): boolean {
  return type !== 'Point' && type !== 'MultiPoint' && type !== 'GeometryCollection'
}

/**
 * The stretches of a long line that come near a shape. They have the same matrix with it: what is left out lies outside, as
 * the ends of what is kept do, and so does what the whole line has outside.
 */
function near(line: ShapeLiteral, shape: PlaneShape): PlaneShape | undefined {
  if ((line.type !== 'LineString' && line.type !== 'MultiLineString') || planeOf(line).getNumPoints() < FEW)
    return undefined
  const box = shape.getEnvelopeInternal()
  const lines = partsOf(line).flatMap(linesOf)
  const coordinates = croppedLines(lines, [box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()])
  return reader.read({ type: 'MultiLineString', coordinates }) as PlaneShape
}

/** Some shapes of the atlas have rings that touch or cross themselves; where that leaves no answer they are cleaned first. */
function ofMatrix(op: Topology, one: PlaneShape, other: PlaneShape): boolean {
  try {
    return decide(op, one, other)
  } catch {
    return decide(op, cleaned(one), cleaned(other))
  }
}

/** The area that the rings enclose, as a valid shape (buffer of width 0). */
function cleaned(shape: PlaneShape): PlaneShape {
  return shape.getDimension() === 2 ? (BufferOp.bufferOp(shape, 0) as PlaneShape) : shape
}

function decide(op: Topology, one: PlaneShape, other: PlaneShape): boolean {
  const matrix = RelateOp.relate(one, other)
  const [a, b] = [one.getDimension(), other.getDimension()]
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
