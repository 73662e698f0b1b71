/** The work of one question: others have their turn every few milliseconds, and what takes too much is ended. */
import { setImmediate } from 'node:timers/promises'
import { QuestionTooDearError } from '../storage-errors.ts'

/** A polygon of 200 vertices over all roads takes half of it. */
const MOST_WORK_MS = 2500
const TURN_MS = 16

export interface Work {
  /** Whether others have waited long enough. */
  isDue(): boolean
  /** Gives others their turn. Throws the reason of an aborted signal, or a QuestionTooDearError. */
  pause(): Promise<void>
}

/**
 * Counts time on the processor, so that what else runs on the machine is not held against the reader; from the first look on,
 * since most questions are answered before it and asking for that time is dear.
 */
export function startWork(signal: AbortSignal | undefined): Work {
  let [workMs, start] = [0, performance.now()]
  let cpu: NodeJS.CpuUsage | undefined
  return {
    isDue() {
      cpu ??= process.cpuUsage()
      return performance.now() - start > TURN_MS
    },
    async pause() {
      const { user, system } = cpu === undefined ? { user: 0, system: 0 } : process.cpuUsage(cpu)
      workMs += Math.min(performance.now() - start, (user + system) / 1000)
      if (workMs > MOST_WORK_MS) throw new QuestionTooDearError()
      await setImmediate()
      signal?.throwIfAborted()
      start = performance.now()
      cpu = process.cpuUsage()
    },
  }
}
