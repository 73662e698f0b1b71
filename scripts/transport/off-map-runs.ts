/**
 * Stretches of traced segments that lie along no mapped line: ramps, streets and tracks that the mapped classes leave out,
 * and holes that the tracing bridged. They become lines of their own, each led on to the mapped line at both ends.
 */
import type { RawLine } from './raw-line.ts'
import { type Nearest, type SegmentIndex, segmentIndex, squeezeAt } from './segment-index.ts'

/** Railways were simplified to 7 m, minor roads to 50 m: closer than that, a trace and a mapped line are one. */
const ON_MAP_WITHIN_M = { road: 40, rail: 15 } as const
const STEP_M = { road: 60, rail: 20 } as const
const METRES_PER_UNIT = 1.11195

export function offMapRuns(segments: readonly RawLine[], mapped: readonly RawLine[]): RawLine[] {
  const index = segmentIndex(mapped.map(({ vertices }) => vertices))
  return segments
    .filter(({ isSchematic }) => !isSchematic)
    .flatMap((segment) =>
      runsOf(segment, index, mapped).map((run) => ({
        ...segment,
        ...kindOf(segment, run, mapped),
        vertices: run.vertices,
      })),
    )
}

interface Run {
  vertices: number[]
  /** Mapped lines at both ends; none where the trace itself ends. */
  between: (number | undefined)[]
}

/** A trace that leaves a motorway and does not come back to one follows ramps, streets or tracks that are in use. */
function kindOf(segment: RawLine, { between }: Run, mapped: readonly RawLine[]): Pick<RawLine, 'class' | 'status'> {
  const isHole = between.every((line) => line !== undefined && mapped[line]?.class === 'motorway')
  return segment.class === 'motorway' && !isHole ? { class: 'minor', status: 'operational' } : segment
}

function runsOf(segment: RawLine, index: SegmentIndex, mapped: readonly RawLine[]): Run[] {
  const runs: Run[] = []
  let run: number[] | null = null
  let lastOn: Nearest | null = null
  let before: number | undefined
  const kind = segment.level === 'road' ? 'road' : 'rail'
  for (const [x, y] of stepsOf(segment.vertices, STEP_M[kind])) {
    const near = index.nearest(x, y, ON_MAP_WITHIN_M[kind], (line) => mapped[line]?.level === segment.level)
    if (!near) {
      if (!run) {
        run = lastOn ? [lastOn.x, lastOn.y] : []
        before = lastOn?.line
      }
      run.push(x, y)
      continue
    }
    lastOn = near
    if (run) {
      runs.push({ vertices: [...run, near.x, near.y], between: [before, near.line] })
      run = null
    }
  }
  if (run) runs.push({ vertices: run, between: [before, undefined] })
  return runs.filter(({ vertices }) => vertices.length >= 4)
}

/** The vertices, and points between them so that no step is longer than `stepM`. */
export function stepsOf(vertices: readonly number[], stepM: number): [number, number][] {
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
