/** Time, handed in so that tests can hold it still. */
export interface Clock {
  /** Milliseconds that only grow, with fractions. */
  nowMs(): number
  /** Date and time of day, for what carries a date: the name of an exported file. */
  now(): Date
}

export const systemClock: Clock = { nowMs: () => performance.now(), now: () => new Date() }
