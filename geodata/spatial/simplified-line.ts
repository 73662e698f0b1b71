/** A line with fewer vertices (Douglas and Peucker, by simplify-js), ends kept, four decimals (about 10 m). */
import simplify from 'simplify-js'
import type { Position } from '#geodata/contract/geo.ts'

/** `withinDeg`: how far the result may lie from the line. */
export function simplifiedLine(line: readonly Position[], withinDeg: number): Position[] {
  const points = line.map(([x, y]) => ({ x, y }))
  return simplify(points, withinDeg).map(({ x, y }): Position => [Number(x.toFixed(4)), Number(y.toFixed(4))])
}
