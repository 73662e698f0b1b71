/** A list of numbers that grows without boxing them: 8 bytes each. */
export class GrowingNumbers {
  private buffer = new Float64Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.buffer.length) {
      const larger = new Float64Array(this.buffer.length * 2)
      larger.set(this.buffer)
      this.buffer = larger
    }
    this.buffer[this.length++] = value
  }

  /** The numbers so far; a view, not a copy. */
  values(): Float64Array {
    return this.buffer.subarray(0, this.length)
  }
}
