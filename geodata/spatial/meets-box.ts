/** Whether a geometry and a box share a point. Edges and box sides are straight in longitude and latitude, so the test is exact. */
import type { BBox, Geometry, Position } from '../contract/geo.ts'
import { bboxContains } from './bbox.ts'
import { covers } from './planar.ts'

export function meetsBox(geometry: Geometry, box: BBox): boolean {
  switch (geometry.type) {
    case 'Point':
      return bboxContains(box, geometry.coordinates)
    case 'LineString':
      return lineMeets(geometry.coordinates, box)
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineMeets(line, box))
    case 'Polygon':
      return areaMeets([geometry.coordinates], box)
    case 'MultiPolygon':
      return areaMeets(geometry.coordinates, box)
  }
}

function areaMeets(polygons: readonly (readonly (readonly Position[])[])[], box: BBox): boolean {
  // No edge meets the box: then it lies wholly inside or wholly outside, and one corner tells.
  return polygons.flat().some((ring) => lineMeets(ring, box)) || covers(polygons, [box[0], box[1]])
}

function lineMeets(line: readonly Position[], box: BBox): boolean {
  return line.some((vertex, index) => {
    const before = line[index - 1]
    return before ? edgeMeets(before, vertex, box) : bboxContains(box, vertex)
  })
}

/** Liang and Barsky (1984): the share of the edge that lies between each pair of sides; empty when it misses the box. */
function edgeMeets([x, y]: Position, [toX, toY]: Position, [west, south, east, north]: BBox): boolean {
  let [enter, leave] = [0, 1]
  const sides = [
    [x - toX, x - west],
    [toX - x, east - x],
    [y - toY, y - south],
    [toY - y, north - y],
  ] as const
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false
    if (direction < 0) enter = Math.max(enter, distance / direction)
    if (direction > 0) leave = Math.min(leave, distance / direction)
  }
  return enter <= leave
}
