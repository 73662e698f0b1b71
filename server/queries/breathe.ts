/** Long reckonings let others have their turn: timers, other readers, a reader who has left. */
const LONGEST_BREATH_MS = 20

/** Call the returned function between steps: it waits a turn of the event loop when enough time has gone. */
export function breather(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST_BREATH_MS) return
    await new Promise((resume) => setImmediate(resume))
    since = performance.now()
  }
}
