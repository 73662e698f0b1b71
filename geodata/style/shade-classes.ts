/** Classes of a shaded map: at most five, each with about as many areas, like figures together. Zero is a class of its own. */

export interface ShadeClass {
  /** Least and greatest figure in the class, both above 0. */
  from: number
  to: number
  /** Of the accent colour, 0–1. */
  opacity: number
}

const MOST_CLASSES = 5
const OPACITY = { least: 0.24, most: 0.9 } as const

/** Rising, without a figure in two classes; figures of 0 or less belong to none. Empty where there is no other figure. */
export function shadeClasses(values: readonly number[]): ShadeClass[] {
  const rising = values.filter((value) => value > 0).toSorted((a, b) => a - b)
  const ranges = new Map<number, { from: number; to: number }>()
  for (const value of rising) {
    const place = Math.floor((rising.indexOf(value) * MOST_CLASSES) / rising.length)
    ranges.set(place, { from: ranges.get(place)?.from ?? value, to: value })
  }
  const step = ranges.size > 1 ? (OPACITY.most - OPACITY.least) / (ranges.size - 1) : 0
  return [...ranges.values()].map((range, index, { length }) => ({
    ...range,
    opacity: length === 1 ? OPACITY.most : OPACITY.least + index * step,
  }))
}
