/**
 * One-way lines drawn against the road that they are part of: where every neighbour leaves from the place at which such a line
 * begins, and every neighbour arrives where it ends, it is turned. Pieces laid over tile edges have no direction of their own.
 */
import { endsByPlace, isCarriageway, isPassable } from './carriageway-ends.ts'
import { reversed } from './merge-pieces.ts'
import { nodeLines } from './node-lines.ts'
import type { RawLine } from './raw-line.ts'

export function turnedLines(lines: readonly RawLine[]): RawLine[] {
  const pieces = nodeLines(lines)
  const count = new Map<number, number>()
  for (const { line } of pieces) count.set(line, (count.get(line) ?? 0) + 1)
  const begins = new Set<number>()
  const ends = new Set<number>()
  for (const here of endsByPlace(lines, pieces)) {
    if (here.length < 2) continue
    if (!isPassable(here, false)) for (const end of here) if (end.isStart) begins.add(end.piece.line)
    if (!isPassable(here, true)) for (const end of here) if (!end.isStart) ends.add(end.piece.line)
  }
  return lines.map((line, at) => {
    const isAgainst = begins.has(at) && ends.has(at) && isCarriageway(line) && count.get(at) === 1
    return isAgainst ? { ...line, vertices: reversed(line.vertices) } : line
  })
}
