/** Whether a geometry meets an area or lies within it, boundary included, for every kind of area that one may ask about. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxContains, bboxOf, searchBox } from './bbox.ts'
import { distanceM } from './geodesic.ts'
import { fromWorld, WORLD_UNITS } from './mercator.ts'
import { linesOf, polygonsOf } from './pieces.ts'
import { covers } from './planar.ts'
import { doMeet, isWithin } from './relate.ts'
import type { Target } from './target.ts'

export interface AreaTest {
  /** Hold every feature that can meet the area; more than one where it crosses the antimeridian. */
  boxes: readonly BBox[]
  intersects(geometry: Geometry): boolean
  /** No point of the geometry lies outside. */
  contains(geometry: Geometry): boolean
}

/** A point or a line holds nothing but itself: what lies within it must lie on it. */
export function shapeTest(shape: Geometry): AreaTest {
  const isArea = shape.type === 'Polygon' || shape.type === 'MultiPolygon'
  const polygons = polygonsOf(shape)
  return {
    boxes: [bboxOf(shape)],
    // A point meets an area where it is covered: no box and no edge need be looked at for each of a million.
    intersects: (geometry) =>
      isArea && geometry.type === 'Point' ? covers(polygons, geometry.coordinates) : doMeet(geometry, shape),
    contains: (geometry) => (isArea ? isWithin(geometry, shape) : geometry.type === 'Point' && doMeet(geometry, shape)),
  }
}

/** `[west, south, east, north]`; west > east crosses the antimeridian. */
export function boxTest([west, south, east, north]: readonly [number, number, number, number]): AreaTest {
  const boxes: BBox[] =
    west <= east
      ? [[west, south, east, north]]
      : [
          [west, south, 180, north],
          [-180, south, east, north],
        ]
  const shapes = boxes.map(asPolygon)
  return {
    boxes,
    intersects: (geometry) =>
      geometry.type === 'Point'
        ? boxes.some((box) => bboxContains(box, geometry.coordinates))
        : shapes.some((shape) => doMeet(geometry, shape)),
    contains: (geometry) => shapes.some((shape) => isWithin(geometry, shape)),
  }
}

function asPolygon([west, south, east, north]: BBox): Geometry {
  const ring: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

/** Degrees covered by a Web Mercator tile, XYZ. */
export function tileBox(z: number, x: number, y: number): BBox {
  const side = WORLD_UNITS / 2 ** z
  const [west, north] = fromWorld(x * side, y * side)
  const [east, south] = fromWorld((x + 1) * side, (y + 1) * side)
  return [west, south, east, north]
}

/**
 * Everything within a distance of a place. A geometry lies within when every vertex does and no edge strays farther; edges
 * are halved until they surely stay within, or are shorter than a metre.
 */
export function aroundTest(target: Target, withinKm: number): AreaTest {
  const withinM = withinKm * 1000
  const awayM = (place: Position): number => target.nearest({ type: 'Point', coordinates: place }).nearest.distanceM
  const staysNear = (a: Position, b: Position): boolean => {
    const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const [fromMiddleM, halfM] = [awayM(middle), Math.max(distanceM(a, middle), distanceM(middle, b))]
    if (fromMiddleM > withinM) return false
    // No place is farther from the target than another by more than the way between them.
    if (fromMiddleM + halfM <= withinM || halfM < 0.5) return true
    return staysNear(a, middle) && staysNear(middle, b)
  }
  const lineStays = (line: readonly Position[]): boolean =>
    line.every((vertex, index) => {
      const before = line[index - 1]
      return awayM(vertex) <= withinM && (before === undefined || staysNear(before, vertex))
    })
  return {
    boxes: [searchBox(target.bbox, withinKm * 1.001)],
    intersects: (geometry) =>
      target.leastDistanceM(bboxOf(geometry)) <= withinM && target.nearest(geometry).nearest.distanceM <= withinM,
    contains: (geometry) => linesOf(geometry).every(lineStays),
  }
}
