/** Time, handed in so that tests can hold it still. */
export interface Clock {
  /** Milliseconds that only grow, with fractions. */
  nowMs(): number
}

export const systemClock: Clock = { nowMs: () => performance.now() }
