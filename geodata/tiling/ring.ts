/** Measures of coordinate runs as tiles keep them: x0, y0, x1, y1 … in world or tile units, y down. */
import type { WorldBox } from '../spatial/mercator.ts'

export type Coordinates = Int32Array | readonly number[]

/** Area of a closed ring: positive where the ring winds clockwise on screen. Relative to its first vertex, to stay exact. */
export function signedArea(ring: Coordinates): number {
  const x0 = ring[0] ?? 0
  const y0 = ring[1] ?? 0
  let sum = 0
  for (let i = 0; i + 3 < ring.length; i += 2) {
    const ax = (ring[i] ?? 0) - x0
    const ay = (ring[i + 1] ?? 0) - y0
    const bx = (ring[i + 2] ?? 0) - x0
    const by = (ring[i + 3] ?? 0) - y0
    sum += ax * by - bx * ay
  }
  return sum / 2
}

export function reversed(part: Coordinates): Int32Array {
  const result = new Int32Array(part.length)
  for (let i = 0; i < part.length; i += 2) {
    result[i] = part[part.length - 2 - i] ?? 0
    result[i + 1] = part[part.length - 1 - i] ?? 0
  }
  return result
}

/** The box of one or more parts. */
export function boxOfParts(parts: readonly Coordinates[]): WorldBox {
  const box = {
    minX: Number.POSITIVE_INFINITY,
    minY: Number.POSITIVE_INFINITY,
    maxX: Number.NEGATIVE_INFINITY,
    maxY: Number.NEGATIVE_INFINITY,
  }
  for (const part of parts)
    for (let i = 0; i < part.length; i += 2) {
      const x = part[i] ?? 0
      const y = part[i + 1] ?? 0
      if (x < box.minX) box.minX = x
      if (x > box.maxX) box.maxX = x
      if (y < box.minY) box.minY = y
      if (y > box.maxY) box.maxY = y
    }
  return box
}

export function boxesMeet(a: WorldBox, b: WorldBox): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}

/** True where `inner` lies wholly within `outer`. */
export function boxHolds(outer: WorldBox, inner: WorldBox): boolean {
  return inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY
}
