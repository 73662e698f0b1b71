/** Long reckonings let others have their turn: timers, other readers, a reader who has left. */
const LONGEST_BREATH_MS = 20

/**
 * Call the returned function between steps: when enough time has gone it gives a promise of a turn of the event loop to wait
 * for, else nothing. Short steps look before they wait: `const pause = breathe(); if (pause) await pause`.
 */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < LONGEST_BREATH_MS) return
    return turn().then(() => {
      since = performance.now()
    })
  }
}

/** Others go first. */
export function turn(): Promise<void> {
  return new Promise((resume) => setImmediate(resume))
}
