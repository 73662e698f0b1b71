/** Cuts the parts of a shape to a box in world units (npm lineclip). What is empty afterwards does not touch the box. */
import { clipPolygon, clipPolyline } from 'lineclip'
import type { WorldBox } from '../spatial/mercator.ts'
import { boxesMeet, boxHolds, boxOfParts, type Coordinates } from './ring.ts'

/** Parts within the box, in their order. A ring stays closed; a line may fall into several. Parts wholly inside are passed on as they are. */
export function clipParts(
  type: 'point' | 'line' | 'area',
  parts: readonly Int32Array[],
  box: WorldBox,
): { source: number; part: Coordinates }[] {
  const clipped: { source: number; part: Coordinates }[] = []
  parts.forEach((part, source) => {
    const partBox = boxOfParts([part])
    if (!boxesMeet(partBox, box)) return
    if (boxHolds(box, partBox)) {
      clipped.push({ source, part })
      return
    }
    if (type === 'point') return
    const edges: [number, number, number, number] = [box.minX, box.minY, box.maxX, box.maxY]
    if (type === 'line') {
      for (const run of clipPolyline(pairsOf(part), edges)) clipped.push({ source, part: flat(run) })
      return
    }
    const ring = clipPolygon(pairsOf(part), edges)
    const first = ring[0]
    if (!first) return
    const last = ring[ring.length - 1]
    if (last && (last[0] !== first[0] || last[1] !== first[1])) ring.push(first)
    clipped.push({ source, part: flat(ring) })
  })
  return clipped
}

function pairsOf(part: Int32Array): [number, number][] {
  const pairs = new Array<[number, number]>(part.length / 2)
  for (let i = 0; i < pairs.length; i++) pairs[i] = [part[2 * i] ?? 0, part[2 * i + 1] ?? 0]
  return pairs
}

function flat(pairs: readonly [number, number][]): number[] {
  const run = new Array<number>(pairs.length * 2)
  for (let i = 0; i < pairs.length; i++) {
    const [x, y] = pairs[i] ?? [0, 0]
    run[2 * i] = x
    run[2 * i + 1] = y
  }
  return run
}
