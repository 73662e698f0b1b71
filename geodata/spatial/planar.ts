/**
 * Edges, straight in longitude and latitude, and what lies on and between them: decided exactly (Shewchuk 1997, by
 * robust-predicates), so that boundaries are boundaries and not a matter of rounding.
 */
import { orient2d } from 'robust-predicates'
import type { Position } from '#geodata/contract/geo.ts'
import { piecesOf } from './pieces.ts'

type Rings = readonly (readonly Position[])[]

/** Positive where a, b, c turn left, negative where right, 0 on one straight line. Exact in sign. */
export function turn(a: Position, b: Position, c: Position): number {
  return -orient2d(a[0], a[1], b[0], b[1], c[0], c[1])
}

/** Whether a place lies on the edge from a to b, ends included. */
export function isOnEdge(place: Position, a: Position, b: Position): boolean {
  return isBetween(place, a, b) && turn(a, b, place) === 0
}

function isBetween([x, y]: Position, a: Position, b: Position): boolean {
  return (
    x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0]) && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1])
  )
}

/** Whether a place lies in one of the polygons or on a boundary of one, that of a hole included. */
export function covers(polygons: readonly Rings[], place: Position): boolean {
  return polygons.some((rings) => {
    let isOdd = false
    for (const ring of rings) {
      const where = inRing(ring, place)
      if (where === 'on') return true
      if (where === 'in') isOdd = !isOdd
    }
    return isOdd
  })
}

/**
 * Crossings of the ray eastward from the place. Of a piece that lies wholly east only its ends matter: between them the ray
 * is crossed an odd number of times when they lie on either side of it.
 */
function inRing(ring: readonly Position[], place: Position): 'in' | 'on' | 'out' {
  const [x, y] = place
  let isOdd = false
  for (const { vertices, bbox } of piecesOf(ring)) {
    if (bbox[1] > y || bbox[3] < y || bbox[2] < x) continue
    const [first, last] = [vertices[0], vertices.at(-1)]
    if (bbox[0] > x) {
      if (first && last && first[1] > y !== last[1] > y) isOdd = !isOdd
      continue
    }
    const where = crossings(vertices, place)
    if (where === 'on') return 'on'
    if (where === 'odd') isOdd = !isOdd
  }
  return isOdd ? 'in' : 'out'
}

function crossings(vertices: readonly Position[], place: Position): 'odd' | 'even' | 'on' {
  let isOdd = false
  for (let index = 1; index < vertices.length; index++) {
    const [a, b] = [vertices[index - 1], vertices[index]]
    if (!a || !b || Math.max(a[1], b[1]) < place[1] || Math.min(a[1], b[1]) > place[1]) continue
    if (isOnEdge(place, a, b)) return 'on'
    const isUp = b[1] > place[1]
    if (a[1] > place[1] !== isUp && turn(a, b, place) > 0 === isUp) isOdd = !isOdd
  }
  return isOdd ? 'odd' : 'even'
}

/**
 * A point that the edges a–b and c–d share, or null. That they share one is decided exactly; where they cross, the point
 * itself is rounded to doubles.
 */
export function meetingOfEdges(a: Position, b: Position, c: Position, d: Position): Position | null {
  for (const [place, from, to] of [
    [a, c, d],
    [b, c, d],
    [c, a, b],
    [d, a, b],
  ] as const)
    if (isOnEdge(place, from, to)) return place
  const [c1, d1] = [Math.sign(turn(a, b, c)), Math.sign(turn(a, b, d))]
  const [a1, b1] = [Math.sign(turn(c, d, a)), Math.sign(turn(c, d, b))]
  if (c1 * d1 !== -1 || a1 * b1 !== -1) return null
  const share = shareAtLine(a, b, c, d)
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
}

/** Share of the edge a–b at which it crosses the straight line through c and d; held between 0 and 1. */
export function shareAtLine(a: Position, b: Position, c: Position, d: Position): number {
  const cross = (u: Position, v: Position, w: Position): number =>
    (v[0] - u[0]) * (w[1] - u[1]) - (v[1] - u[1]) * (w[0] - u[0])
  const [before, after] = [cross(c, d, a), cross(c, d, b)]
  return before === after ? 0 : Math.min(1, Math.max(0, before / (before - after)))
}
