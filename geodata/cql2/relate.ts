/** The eight spatial relations of Simple Features (DE-9IM) between two shapes. Exact in the plane of longitude and latitude. */
import IndexedPointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/IndexedPointInAreaLocator.js'
import SimplePointInAreaLocator from 'jsts/org/locationtech/jts/algorithm/locate/SimplePointInAreaLocator.js'
import Coordinate from 'jsts/org/locationtech/jts/geom/Coordinate.js'
import Location from 'jsts/org/locationtech/jts/geom/Location.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import { bboxesMeet } from '../spatial/bbox.ts'
import { meetsBox } from '../spatial/meets-box.ts'
import type { SpatialOp } from './expression.ts'
import { mended, type Shape } from './shapes.ts'
import { sharePoint } from './shares-point.ts'

export function relates(op: SpatialOp, left: Shape, right: Shape): boolean {
  if (!left.boxes.some((a) => right.boxes.some((b) => bboxesMeet(a, b)))) return op === 's_disjoint'
  if (right.isBox && (op === 's_intersects' || op === 's_disjoint')) {
    const meets = meetsBoxes(left, right)
    if (meets !== undefined) return meets === (op === 's_intersects')
  }
  const quick = pointAndArea(op, left, right) ?? pointAndArea(CONVERSE[op], right, left)
  if (quick !== undefined) return quick
  const shared = sharePoint(left, right)
  if (shared === false || op === 's_intersects' || op === 's_disjoint')
    if (shared !== undefined) return shared === (op !== 's_disjoint')
  try {
    return decide(op, left, right)
  } catch {
    // A ring that crosses itself: the area that its lines enclose still has an answer.
    return decide(op, mended(left), mended(right))
  }
}

/** `a op b` is `b CONVERSE[op] a`. */
export const CONVERSE: Readonly<Record<SpatialOp, SpatialOp>> = {
  ...{ s_intersects: 's_intersects', s_equals: 's_equals', s_disjoint: 's_disjoint', s_touches: 's_touches' },
  ...{ s_within: 's_contains', s_overlaps: 's_overlaps', s_crosses: 's_crosses', s_contains: 's_within' },
}

function decide(op: SpatialOp, { jts: left }: Shape, { jts: right }: Shape): boolean {
  switch (op) {
    case 's_intersects':
      return RelateOp.intersects(left, right)
    case 's_disjoint':
      return RelateOp.disjoint(left, right)
    case 's_equals':
      return RelateOp.equalsTopo(left, right)
    case 's_touches':
      return RelateOp.touches(left, right)
    case 's_within':
      return RelateOp.contains(right, left)
    case 's_contains':
      return RelateOp.contains(left, right)
    case 's_overlaps':
      return RelateOp.overlaps(left, right)
    case 's_crosses':
      return RelateOp.crosses(left, right)
  }
}

/** A box is asked about at each page of a map; undefined for geometries that only filters write. */
function meetsBoxes({ geometry }: Shape, { boxes }: Shape): boolean | undefined {
  if (geometry.type === 'MultiPoint' || geometry.type === 'GeometryCollection') return undefined
  return boxes.some((box) => meetsBox(geometry, box))
}

const locators = new WeakMap<object, IndexedPointInAreaLocator>()
/** A shape asked about this often is worth an index of its edges. */
const INDEX_FROM = 8
const asked = new WeakMap<object, number>()

/** The commonest question by far, a point and an area, without a graph of all edges; undefined for other pairs. */
function pointAndArea(op: SpatialOp, { geometry: point }: Shape, area: Shape): boolean | undefined {
  const isArea = area.geometry.type === 'Polygon' || area.geometry.type === 'MultiPolygon'
  if (point.type !== 'Point' || !isArea) return undefined
  const location = locate(new Coordinate(point.coordinates[0], point.coordinates[1]), area)
  switch (op) {
    case 's_intersects':
      return location !== Location.EXTERIOR
    case 's_disjoint':
      return location === Location.EXTERIOR
    case 's_within':
      return location === Location.INTERIOR
    case 's_touches':
      return location === Location.BOUNDARY
    default:
      return false
  }
}

function locate(place: Coordinate, { jts }: Shape): number {
  const known = locators.get(jts)
  if (known) return known.locate(place)
  const times = (asked.get(jts) ?? 0) + 1
  asked.set(jts, times)
  if (times < INDEX_FROM) return SimplePointInAreaLocator.locate(place, jts)
  const made = new IndexedPointInAreaLocator(jts)
  locators.set(jts, made)
  return made.locate(place)
}
