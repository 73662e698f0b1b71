/** Places of the nodes that ways use, by id: sorted ids with their coordinates beside them, found by bisection. */

/** No coordinate of the earth in units of 1e-5 degree. */
const UNKNOWN = 0x7fffffff

export class NodePlaces {
  private readonly ids: Float64Array
  private readonly x: Int32Array
  private readonly y: Int32Array
  /** 1 where ways use the node more than once: there they meet. */
  private readonly isShared: Uint8Array

  /** `refs`: the nodes of all ways, one way after the other. Nodes of other ids will not be kept. */
  constructor(refs: Float64Array) {
    const sorted = refs.slice().sort()
    let count = 0
    for (let at = 0; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) count++
    this.ids = new Float64Array(count)
    this.isShared = new Uint8Array(count)
    for (let at = 0, found = -1; at < sorted.length; at++) {
      if (sorted[at] === sorted[at - 1]) this.isShared[found] = 1
      else this.ids[++found] = sorted[at] ?? 0
    }
    this.x = new Int32Array(count).fill(UNKNOWN)
    this.y = new Int32Array(count)
  }

  put(id: number, x: number, y: number): void {
    const at = this.find(id)
    if (at < 0) return
    this.x[at] = Math.round(x)
    this.y[at] = Math.round(y)
  }

  /** The course of a way, cut where it meets itself or another and where the file lacks a node. */
  pieces(refs: Float64Array, start: number, end: number): { pieces: number[][]; missing: number } {
    const pieces: number[][] = []
    let current: number[] = []
    let missing = 0
    const finish = (next: number[]): void => {
      if (current.length >= 4) pieces.push(current)
      current = next
    }
    for (let at = start; at < end; at++) {
      const found = this.find(refs[at] ?? -1)
      const [x, y] = [this.x[found] ?? UNKNOWN, this.y[found] ?? 0]
      if (x === UNKNOWN) {
        missing++
        finish([])
        continue
      }
      if (current.at(-2) !== x || current.at(-1) !== y) current.push(x, y)
      if (this.isShared[found] === 1) finish([x, y])
    }
    finish([])
    return { pieces, missing }
  }

  private find(id: number): number {
    let [low, high] = [0, this.ids.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const value = this.ids[middle] ?? 0
      if (value === id) return middle
      if (value < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
