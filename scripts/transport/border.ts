/**
 * Which pieces leave Pakistan or enter it: those that meet a border by land and have one end inside and one outside. The coast is
 * no border: quays lie beyond it.
 */
import type { BuiltFeature } from '../build/builder.ts'
import { linesOf } from '../build/network-lines.ts'
import { crossing } from './node-lines.ts'
import { insidePakistan } from './pakistan.ts'
import { type Vertices, verticesOf } from './raw-line.ts'
import { segmentIndex } from './segment-index.ts'

const BORDERS: readonly unknown[] = ['international', 'line-of-control', 'ceasefire']

export function crossesBorder(
  boundaries: readonly BuiltFeature[],
  provinces: readonly BuiltFeature[],
): (vertices: Vertices) => boolean {
  const isInside = insidePakistan(provinces)
  const borders = boundaries
    .filter(({ properties }) => BORDERS.includes(properties.kind))
    .flatMap(({ geometry }) => linesOf(geometry).map(verticesOf))
  const index = segmentIndex(borders)
  const meetsBorder = (vertices: Vertices): boolean => {
    let isMet = false
    for (let at = 0; at + 3 < vertices.length && !isMet; at += 2) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = vertices.slice(at, at + 4)
      index.inBox(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by), (border, segment) => {
        const [cx = 0, cy = 0, dx = 0, dy = 0] = (borders[border] ?? []).slice(2 * segment, 2 * segment + 4)
        if (crossing([ax, ay, bx, by], [cx, cy, dx, dy])) isMet = true
      })
    }
    return isMet
  }
  return (vertices) => {
    if (!meetsBorder(vertices)) return false
    const [ax = 0, ay = 0] = vertices
    const [bx = 0, by = 0] = vertices.slice(-2)
    return isInside([ax, ay]) !== isInside([bx, by])
  }
}
