/** Long work in slices: other requests are served between them, and nothing goes on for a reader who left. */
import { setImmediate } from 'node:timers/promises'

/** Everything that a generator yields. Throws the reason of an aborted signal. */
export async function inTurns<T>(slices: Iterable<T>, signal?: AbortSignal): Promise<T[]> {
  const all: T[] = []
  for (const slice of slices) {
    all.push(slice)
    await setImmediate()
    signal?.throwIfAborted()
  }
  return all
}
