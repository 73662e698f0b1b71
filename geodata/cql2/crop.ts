/**
 * The stretches of lines and rings that come near a box. A cut lies at a vertex outside of the box, so that within the box
 * nothing is changed: what is near, what meets and which ends are ends stays as it was.
 */
import type { BBox, Position } from '#geodata/contract/geo.ts'

type Line = readonly (readonly number[])[]

/** Runs of edges whose boxes meet the box; a line that keeps all of its edges comes back as it is. */
export function croppedLines(lines: readonly Line[], box: BBox): Position[][] {
  return lines.flatMap((line) => runsOf(line, box))
}

function runsOf(line: Line, box: BBox): Position[][] {
  const runs: Position[][] = []
  let run: Position[] = []
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1], line[index]]
    if (from && to && meets(from, to, box)) {
      if (run.length === 0) run.push(placeOf(from))
      run.push(placeOf(to))
    } else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return run.length > 0 ? [...runs, run] : runs
}

function placeOf([lon = Number.NaN, lat = Number.NaN]: readonly number[]): Position {
  return [lon, lat]
}

function meets([ax = 0, ay = 0]: readonly number[], [bx = 0, by = 0]: readonly number[], box: BBox): boolean {
  return (
    Math.max(ax, bx) >= box[0] && Math.min(ax, bx) <= box[2] && Math.max(ay, by) >= box[1] && Math.min(ay, by) <= box[3]
  )
}
