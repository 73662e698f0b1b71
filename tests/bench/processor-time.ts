/** How long a process has had a processor, all its threads together: what other programs on the machine do not stretch. */
import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds since its start, of the threads that still live; NaN where the system does not tell (only Linux does). */
export function processorMs(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`)
    return threads.reduce((sum, thread) => sum + nanosecondsOf(`/proc/${pid}/task/${thread}/schedstat`), 0) / 1e6
  } catch {
    return Number.NaN
  }
}

function nanosecondsOf(file: string): number {
  return Number(readFileSync(file, 'utf8').split(' ')[0])
}
