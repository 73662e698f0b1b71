/** S_DWITHIN: whether two shapes come within a distance of each other, geodesic on WGS 84, to the nearest points of both. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf, searchBox } from '#geodata/spatial/bbox.ts'
import { between } from '#geodata/spatial/between.ts'
import { arePointsWithin, leastBetweenBoxesM } from '#geodata/spatial/nearest.ts'
import { linesOf } from '#geodata/spatial/pieces.ts'
import { croppedLines } from './crop.ts'
import type { ShapeLiteral } from './expression.ts'
import { partsOf } from './parts.ts'
import { relates } from './topology.ts'

/** Metres in a unit, by the names that may stand in a filter. */
export const UNITS_M: Readonly<Record<string, number>> = {
  m: 1,
  meters: 1,
  metres: 1,
  km: 1000,
  kilometers: 1000,
  kilometres: 1000,
  mi: 1609.344,
  'statute miles': 1609.344,
  nmi: 1852,
  'nautical miles': 1852,
}
/** Half of the Earth's girth: every place is within it. */
export const LONGEST_M = 20_037_508

export function metresOf(distance: number, unit: string): number {
  return distance * (UNITS_M[unit] ?? Number.NaN)
}

const partsByShape = new WeakMap<ShapeLiteral, { part: Geometry; bbox: BBox }[]>()

function preparedParts(shape: ShapeLiteral) {
  const known = partsByShape.get(shape)
  if (known) return known
  const made = partsOf(shape).map((part) => ({ part, bbox: bboxOf(part) }))
  partsByShape.set(shape, made)
  return made
}

/** As near and far as the atlas's other questions find them (spatial/between.ts). The second is best asked about again. */
export function isWithinDistance(a: ShapeLiteral, b: ShapeLiteral, metres: number): boolean {
  if (a.type === 'Point' && b.type === 'Point')
    return arePointsWithin(positionOf(a.coordinates), positionOf(b.coordinates), metres)
  return preparedParts(a).some((one) =>
    preparedParts(b).some((other) => {
      if (leastBetweenBoxesM(one.bbox, other.bbox) > metres) return false
      if (one.part.type !== 'Point' && other.part.type !== 'Point') {
        if (relates('s_intersects', one.part, other.part)) return true
        const [near, nearby] = [linesNear(one, other.bbox, metres), linesNear(other, one.bbox, metres)]
        return near !== null && nearby !== null && between(near, nearby).distanceM <= metres
      }
      return between(one.part, other.part).distanceM <= metres
    }),
  )
}

/** Of two shapes that do not meet, only edges count, and only those near the other; null where there are none. */
function linesNear({ part }: { part: Geometry }, box: BBox, metres: number): Geometry | null {
  const coordinates = croppedLines(linesOf(part), searchBox(box, metres / 1000))
  return coordinates.length === 0 ? null : { type: 'MultiLineString', coordinates }
}

function positionOf([lon = Number.NaN, lat = Number.NaN]: readonly number[]): Position {
  return [lon, lat]
}
