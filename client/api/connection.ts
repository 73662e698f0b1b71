/**
 * Whether the server answers. A failed call marks it lost; from then on /health/live is asked with growing pauses
 * (1 s to 15 s) until it answers, and everything that failed is fetched anew.
 */
import { create } from 'zustand'

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

export const useConnection = create<{
  isLost: boolean /** Counts recoveries: queries watch it to refetch. */
  recoveries: number
  /** When the oldest of the kept answers on the page was fetched; null while all come from the server. */
  keptSince: Date | null
}>(() => ({ isLost: false, recoveries: 0, keptSince: null }))

let timer: ReturnType<typeof setTimeout> | null = null

export function noteReachable(): void {
  if (!useConnection.getState().isLost) return
  if (timer !== null) clearTimeout(timer)
  timer = null
  useConnection.setState((state) => ({ isLost: false, recoveries: state.recoveries + 1, keptSince: null }))
}

export function noteUnreachable(): void {
  if (useConnection.getState().isLost) return
  useConnection.setState({ isLost: true })
  askAgain(FIRST_PAUSE_MS)
}

/** An answer came out of what the service worker keeps: the server is away, and this is how old it is. */
export function noteKept(fetchedAt: Date): void {
  const { keptSince } = useConnection.getState()
  if (!Number.isNaN(fetchedAt.getTime()) && (keptSince === null || fetchedAt < keptSince))
    useConnection.setState({ keptSince: fetchedAt })
  noteUnreachable()
}

/** Asks at once: the reader pressed 'try again', or the browser says that the network is back. */
export function checkNow(): void {
  if (useConnection.getState().isLost) askAgain(0)
}

function askAgain(pauseMs: number): void {
  if (timer !== null) clearTimeout(timer)
  timer = setTimeout(async () => {
    const isAlive = await fetch('/health/live', { cache: 'no-store' }).then(
      (response) => response.ok,
      () => false,
    )
    if (isAlive) noteReachable()
    else askAgain(Math.min(LONGEST_PAUSE_MS, Math.max(FIRST_PAUSE_MS, pauseMs * 1.6)))
  }, pauseMs)
}
