/** Boxes of positions in degrees: of a geometry, their union, intersection and padding by kilometres. */
import type { BBox, Geometry, Position } from '../contract/geo.ts'

/** Every position of a geometry, in order. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates
      return
    case 'LineString':
      yield* geometry.coordinates
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const part of geometry.coordinates) yield* part
      return
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates) for (const ring of polygon) yield* ring
  }
}

/** The smallest box that holds a geometry. */
export function bboxOf(geometry: Geometry): BBox {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lon, lat] of positionsOf(geometry)) {
    if (lon < west) west = lon
    if (lon > east) east = lon
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return [west, south, east, north]
}

/** True where the boxes share at least a point; touching edges count. */
export function bboxesMeet(a: BBox, b: BBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]
}

export function bboxContains(box: BBox, [lon, lat]: Position): boolean {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]
}

export function bboxUnion(a: BBox, b: BBox): BBox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** A degree of latitude is nowhere shorter than this on WGS 84 (110.57 km at the equator), so padding never falls short. */
const KM_PER_DEGREE_AT_LEAST = 110.5

/** A box that holds every position within `km` of the box. Held at the poles and the antimeridian. */
export function padBBox([west, south, east, north]: BBox, km: number): BBox {
  const latPad = km / KM_PER_DEGREE_AT_LEAST
  const widest = Math.min(89.9, Math.max(Math.abs(south), Math.abs(north)) + latPad)
  const lonPad = latPad / Math.cos((widest * Math.PI) / 180)
  return [
    Math.max(-180, west - lonPad),
    Math.max(-90, south - latPad),
    Math.min(180, east + lonPad),
    Math.min(90, north + latPad),
  ]
}

/** `padBBox` for searching: a box that would cross the antimeridian or hold a pole goes round the world instead. */
export function searchBox(bbox: BBox, km: number): BBox {
  const [west, south, east, north] = padBBox(bbox, km)
  return west <= -180 || east >= 180 || south <= -89 || north >= 89
    ? [-180, south, 180, north]
    : [west, south, east, north]
}
