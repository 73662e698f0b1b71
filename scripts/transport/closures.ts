/** Months in which a pass is shut: snow for four months or more. What slides and floods interrupt for days stays open. */
import type { EdgeFacts } from '#geodata/network/network.ts'
import type { BuiltFeature } from '../build/builder.ts'
import { verticesOf } from './raw-line.ts'
import { squeezeAt } from './segment-index.ts'

const AROUND_KM = 8
const KM_PER_UNIT = 111.195 / 1e5
const SEASON_MONTHS = 4

/** Bit m−1 for month m. Only pieces of the closure's own road are shut; without a number, any road at the place. */
export function closedMonthsBy(closures: readonly BuiltFeature[]) {
  const seasonal = closures.flatMap(({ geometry, properties }) => {
    const { monthsClosed, cause, ref } = properties
    const months = Array.isArray(monthsClosed) ? monthsClosed.map(Number) : []
    if (geometry?.type !== 'Point' || months.length < SEASON_MONTHS || !/^snow/.test(String(cause))) return []
    const [x = 0, y = 0] = verticesOf([geometry.coordinates])
    return [{ x, y, ref, mask: months.reduce((bits, month) => bits | (1 << (month - 1)), 0) }]
  })
  return (vertices: readonly number[], facts: EdgeFacts): number => {
    let mask = 0
    for (const closure of seasonal) {
      if (closure.ref !== null && facts.reference !== closure.ref) continue
      if (passes(vertices, closure)) mask |= closure.mask
    }
    return mask
  }
}

function passes(vertices: readonly number[], { x, y }: { x: number; y: number }): boolean {
  for (let at = 0; at < vertices.length; at += 2) {
    const [dx, dy] = [((vertices[at] ?? 0) - x) * squeezeAt(y), (vertices[at + 1] ?? 0) - y]
    if (Math.hypot(dx, dy) * KM_PER_UNIT < AROUND_KM) return true
  }
  return false
}
