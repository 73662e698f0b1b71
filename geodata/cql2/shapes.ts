/**
 * Geometries as JSTS keeps them, made once for each object: the port of the JTS Topology Suite that decides the relations
 * of Simple Features. Longitude and latitude are taken as the plane, in which edges are straight (RFC 7946, 3.1.1).
 */
import type Geometry from 'jsts/org/locationtech/jts/geom/Geometry.js'
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import BufferOp from 'jsts/org/locationtech/jts/operation/buffer/BufferOp.js'
import UnaryUnionOp from 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import type { BBox, Geometry as StoredGeometry } from '../contract/geo.ts'
import { bboxOf, bboxUnion } from '../spatial/bbox.ts'
import type { FilterBBox, FilterGeometry } from './expression.ts'

export interface Shape {
  geometry: FilterGeometry
  /** Boxes outside of which it has no point: two for a box over the antimeridian. */
  boxes: readonly BBox[]
  /** It is its boxes, nothing less. */
  isBox: boolean
  jts: Geometry
}

const reader = new GeoJSONReader(new GeometryFactory())
const known = new WeakMap<object, Shape>()

export function shapeOf(geometry: FilterGeometry): Shape {
  const before = known.get(geometry)
  if (before) return before
  const made = { geometry, boxes: [boxOf(geometry)], isBox: false, jts: read(geometry) }
  known.set(geometry, made)
  return made
}

/** The shape of a BBOX; west beyond east makes two, on both sides of the antimeridian. */
export function shapeOfBBox(bbox: FilterBBox): Shape {
  const before = known.get(bbox)
  if (before) return before
  const boxes = boxesOf(bbox)
  const parts = boxes.map(rectangle)
  const geometry: FilterGeometry =
    parts.length === 1 && parts[0] ? parts[0] : { type: 'GeometryCollection', geometries: parts }
  const made = { geometry, boxes, isBox: true, jts: read(geometry) }
  known.set(bbox, made)
  return made
}

export function boxesOf([west, south, east, north]: FilterBBox): BBox[] {
  if (west <= east) return [[west, south, east, north]]
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ]
}

/** The box of a literal. */
export function boxOf(geometry: FilterGeometry): BBox {
  switch (geometry.type) {
    case 'MultiPoint':
      return bboxOf({ type: 'LineString', coordinates: geometry.coordinates })
    case 'GeometryCollection':
      return geometry.geometries.map(boxOf).reduce(bboxUnion)
    default:
      return bboxOf(geometry)
  }
}

/** Why the relations of a shape cannot be decided (a ring that crosses itself); null where they can. */
export function shapeFault(geometry: FilterGeometry): string | null {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) {
      const fault = shapeFault(part)
      if (fault !== null) return fault
    }
    return null
  }
  const error = new IsValidOp(reader.read(geometry)).getValidationError()
  return error === null
    ? null
    : `${error.getMessage().toLowerCase()} at ${error.getCoordinate().x} ${error.getCoordinate().y}`
}

/** Areas whose rings cross, as some old maps have them, made whole: the area that their lines enclose. */
export function mended(shape: Shape): Shape {
  return { ...shape, jts: BufferOp.bufferOp(shape.jts, 0) }
}

/** Parts of a collection that lie over each other are one. */
function read(geometry: FilterGeometry): Geometry {
  const jts = reader.read(geometry)
  return geometry.type === 'GeometryCollection' ? UnaryUnionOp.union(jts) : jts
}

function rectangle([west, south, east, north]: BBox): StoredGeometry {
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] }
  if (west === east || south === north)
    return {
      type: 'LineString',
      coordinates: [
        [west, south],
        [east, north],
      ],
    }
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
