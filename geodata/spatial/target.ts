/** A place that distances are measured to, a point or a shape, made ready once for many features. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf } from './bbox.ts'
import { between } from './between.ts'
import { leastBetweenBoxesM, leastDistanceM, type NearestPoint, nearestPoint } from './nearest.ts'
import { linesOf, piecesOf } from './pieces.ts'

export interface Target {
  bbox: BBox
  /** No place in the box is nearer than this, metres. */
  leastDistanceM(bbox: BBox): number
  /** The nearest point of a geometry, and the point of the target that it is nearest to. */
  nearest(geometry: Geometry): { nearest: NearestPoint; from: Position }
}

export function targetOf(place: Position | Geometry): Target {
  if (!('type' in place)) return pointTarget(place)
  return place.type === 'Point' ? pointTarget(place.coordinates) : shapeTarget(place)
}

function pointTarget(place: Position): Target {
  return {
    bbox: [place[0], place[1], place[0], place[1]],
    leastDistanceM: (bbox) => leastDistanceM(place, bbox),
    nearest: (geometry) => ({ nearest: nearestPoint(place, geometry), from: place }),
  }
}

function shapeTarget(shape: Geometry): Target {
  // What lies inside an area is inside its box; the rings' pieces alone would not say so.
  const isArea = shape.type === 'Polygon' || shape.type === 'MultiPolygon'
  const boxes = isArea
    ? [bboxOf(shape)]
    : linesOf(shape)
        .flatMap(piecesOf)
        .map(({ bbox }) => bbox)
  const nearer = (bbox: BBox) => (least: number, box: BBox) => Math.min(least, leastBetweenBoxesM(box, bbox))
  return {
    bbox: bboxOf(shape),
    leastDistanceM: (bbox) => boxes.reduce(nearer(bbox), Number.POSITIVE_INFINITY),
    nearest(geometry) {
      const { distanceM, bearingDeg, from, to } = between(shape, geometry)
      return { nearest: { distanceM, bearingDeg, position: to }, from }
    },
  }
}
