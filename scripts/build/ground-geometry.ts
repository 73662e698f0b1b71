/** Small geometry steps of the ground builders: parts, boxes, containment, rings that touch themselves. */
import type { Geometry, Position } from '#geodata/contract/geo.ts'

export type Ring = Position[]

/** One line as LineString, several as MultiLineString, none as null. */
export function linesOf(lines: Ring[]): Geometry | null {
  const [first] = lines
  if (first === undefined) return null
  return lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines }
}

/** One polygon as Polygon, several as MultiPolygon, none as null. */
export function areaOf(polygons: Ring[][]): Geometry | null {
  const [first] = polygons
  if (first === undefined) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

export function polygonsOf(geometry: Geometry): Ring[][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

export function lineStringsOf(geometry: Geometry): Ring[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return geometry.type === 'MultiLineString' ? geometry.coordinates : []
}

/** Twice the signed planar area in square degrees; positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0
  for (let index = 1; index < ring.length; index++) {
    const a = ring[index - 1]
    const b = ring[index]
    if (a && b) sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum
}

/** Loops cut off wherever a closed ring comes back to a vertex it has used: rings that touch themselves become several. */
export function splitTouchingRing(ring: Ring): Ring[] {
  const loops: Ring[] = []
  const path: Position[] = []
  const seen = new Map<string, number>()
  for (const point of ring) {
    const key = point.join()
    const start = seen.get(key)
    if (start !== undefined) {
      const loop = [...path.slice(start), point]
      if (loop.length >= 4) loops.push(loop)
      for (const dropped of path.splice(start + 1)) seen.delete(dropped.join())
    } else {
      seen.set(key, path.length)
      path.push(point)
    }
  }
  return loops
}

function inside([x, y]: Position, ring: Ring): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]
    const b = ring[j]
    if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd
  }
  return odd
}

/** Whether a point lies in an area, holes respected (planar; good at district scale). */
export function areaContains(geometry: Geometry, point: Position): boolean {
  return polygonsOf(geometry).some(
    ([outer, ...holes]) => outer && inside(point, outer) && !holes.some((h) => inside(point, h)),
  )
}

/** An area valid by OGC rules from one whose rings may touch themselves; outer rings counter-clockwise, holes clockwise (RFC 7946). */
export function validArea(geometry: Geometry): Geometry | null {
  const outers: Ring[][] = []
  const holes: Ring[] = []
  for (const [outer, ...inner] of polygonsOf(geometry)) {
    if (outer === undefined) continue
    const sign = Math.sign(signedArea(outer))
    for (const loop of splitTouchingRing(outer)) {
      if (Math.sign(signedArea(loop)) === sign) outers.push([signedArea(loop) > 0 ? loop : loop.toReversed()])
      else holes.push(loop)
    }
    holes.push(...inner.flatMap(splitTouchingRing))
  }
  for (const hole of holes) {
    const oriented = signedArea(hole) < 0 ? hole : hole.toReversed()
    const holder = outers.find(
      ([outer]) =>
        outer &&
        oriented.every((point) => inside(point, outer) || outer.some((p) => p[0] === point[0] && p[1] === point[1])),
    )
    holder?.push(oriented)
  }
  return areaOf(outers)
}

/** `[west, south, east, north]` of any geometry. */
export function boxOf(geometry: Geometry): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90]
  const points =
    geometry.type === 'Point'
      ? [geometry.coordinates]
      : [...lineStringsOf(geometry), ...polygonsOf(geometry).flat()].flat()
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
