/** Lines of equal contained metal in a diagram of grade over tonnage, both logarithmic: straight, one decade down for one decade right. */
import { containedTonnes } from './mass-units.ts'

/** Both above 0. */
export interface LogExtent {
  low: number
  high: number
}

export interface IsoMetalLine {
  /** Metal in the ground all along the line, tonnes. */
  tonnes: number
  /** Ends of the line on the edges of the diagram: ore in Mt, grade in %. */
  from: readonly [tonnageMt: number, gradePct: number]
  to: readonly [tonnageMt: number, gradePct: number]
}

/** One line for each power of ten of tonnes of metal that crosses the diagram, the least first. */
export function isoMetalLines(tonnageMt: LogExtent, gradePct: LogExtent): IsoMetalLine[] {
  const least = Math.ceil(Math.log10(containedTonnes(tonnageMt.low, gradePct.low)))
  const most = Math.floor(Math.log10(containedTonnes(tonnageMt.high, gradePct.high)))
  const lines: IsoMetalLine[] = []
  for (let power = least; power <= most; power += 1) {
    const tonnes = 10 ** power
    // Where the ore has this tonnage it must have that grade, and the other way round.
    const other = (value: number): number => tonnes / containedTonnes(value, 1)
    const first = Math.max(tonnageMt.low, other(gradePct.high))
    const last = Math.min(tonnageMt.high, other(gradePct.low))
    if (first < last) lines.push({ tonnes, from: [first, other(first)], to: [last, other(last)] })
  }
  return lines
}
