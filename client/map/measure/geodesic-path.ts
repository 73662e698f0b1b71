/** A measured line as it lies on the ground: geodesics between the corners, with points enough to look curved on Mercator. */
import type { Position } from '#geodata/contract/geo.ts'
import { destination, geodesicLine } from '#geodata/spatial/geodesic.ts'

const STEP_M = 40_000
const MOST_STEPS = 64

export function geodesicPath(corners: readonly Position[]): Position[] {
  return corners.flatMap((corner, index) => {
    const next = corners[index + 1]
    if (!next) return [corner]
    const { distanceM, bearingDeg } = geodesicLine(corner, next)
    const steps = Math.min(MOST_STEPS, Math.max(1, Math.ceil(distanceM / STEP_M)))
    const between = Array.from({ length: steps - 1 }, (_, step) =>
      destination(corner, bearingDeg, (distanceM * (step + 1)) / steps),
    )
    return [corner, ...between]
  })
}
