/**
 * Stretches of traced segments that lie along no mapped line: ramps, streets and tracks that the mapped classes leave out,
 * and holes that the tracing bridged. They become lines of their own, each led on to the mapped line at both ends.
 */
import type { RawLine } from './raw-line.ts'
import { type SegmentIndex, segmentIndex, squeezeAt } from './segment-index.ts'

/** Railways were simplified to 7 m, minor roads to 50 m: closer than that, a trace and a mapped line are one. */
const ON_MAP_WITHIN_M = { road: 40, rail: 15 } as const
const STEP_M = { road: 60, rail: 20 } as const
const METRES_PER_UNIT = 1.11195

export function offMapRuns(segments: readonly RawLine[], mapped: readonly RawLine[]): RawLine[] {
  const index = segmentIndex(mapped.map(({ vertices }) => vertices))
  return segments
    .filter(({ isSchematic }) => !isSchematic)
    .flatMap((segment) =>
      runsOf(segment, index, mapped).map((vertices) => ({ ...segment, vertices, isOffLevel: false })),
    )
}

function runsOf(segment: RawLine, index: SegmentIndex, mapped: readonly RawLine[]): number[][] {
  const runs: number[][] = []
  let run: number[] | null = null
  let lastOn: [number, number] | null = null
  const kind = segment.level === 'road' ? 'road' : 'rail'
  for (const [x, y] of stepsOf(segment.vertices, STEP_M[kind])) {
    const near = index.nearest(x, y, ON_MAP_WITHIN_M[kind], (line) => mapped[line]?.level === segment.level)
    if (!near) {
      run ??= lastOn ? [...lastOn] : []
      run.push(x, y)
      continue
    }
    lastOn = [near.x, near.y]
    if (run) {
      runs.push([...run, near.x, near.y])
      run = null
    }
  }
  if (run) runs.push(run)
  return runs.filter(({ length }) => length >= 4)
}

/** The vertices, and points between them so that no step is longer than `stepM`. */
function stepsOf(vertices: readonly number[], stepM: number): [number, number][] {
  const steps: [number, number][] = []
  for (let at = 0; at + 3 < vertices.length; at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = vertices.slice(at, at + 4)
    const metres = Math.hypot((bx - ax) * squeezeAt(ay), by - ay) * METRES_PER_UNIT
    const count = Math.max(1, Math.ceil(metres / stepM))
    for (let step = 0; step < count; step++)
      steps.push([Math.round(ax + (step / count) * (bx - ax)), Math.round(ay + (step / count) * (by - ay))])
  }
  return [...steps, vertices.slice(-2) as [number, number]]
}
