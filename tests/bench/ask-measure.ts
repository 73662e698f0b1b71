/**
 * One question asked of all sides in turn, a few places of one and then the same of the next, so that whatever else runs on the
 * machine weighs on all alike; with the time of the processor beside that of the clock.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Asked } from './ask-questions.ts'
import { percentile } from './measure.ts'
import { processorMs } from './processor-time.ts'

/** Who answers, and in which process. */
export interface Side {
  ask(asked: Asked): Promise<number>
  pid: number
}

export interface Measured {
  /** Of the clock, milliseconds. */
  p50: number
  p99: number
  /** Time of the processor in the process that answers, a question on average, milliseconds. */
  cpuMean: number
  /** Of the processor in this process alone, by question: collecting garbage and compiling included. */
  cpuP99: number
  /** By number of the place. */
  counts: ReadonlyMap<number, number>
}

/** The first places only warm what is measured on the rest. */
export const WARM_UP = 200
/** So many places of one side before the next has its turn. */
const TURN = 20
/** A question that takes long is asked less often: at least so many times. */
const [LONGEST_MS, LEAST] = [30_000, 3]

interface Tally {
  side: Side
  counts: Map<number, number>
  times: number[]
  cpuTimes: number[]
  cpuMs: number
  spentMs: number
}

export async function measureSides<K extends string>(
  asked: readonly Asked[],
  sides: Readonly<Record<K, Side | null>>,
): Promise<Record<K, Measured | null>> {
  const tallies = new Map<string, Tally>()
  for (const [name, side] of Object.entries<Side | null>(sides))
    if (side) tallies.set(name, { side, counts: new Map(), times: [], cpuTimes: [], cpuMs: 0, spentMs: 0 })
  collectGarbage()
  for (let from = 0; from < asked.length; from += TURN)
    for (const tally of tallies.values()) await turn(tally, asked, from)
  const measured = Object.keys(sides).map((name) => [name, measuredOf(tallies.get(name))])
  return Object.fromEntries(measured) as Record<K, Measured | null>
}

async function turn(tally: Tally, asked: readonly Asked[], from: number): Promise<void> {
  const { side, counts, times, cpuTimes } = tally
  const cpuBefore = processorMs(side.pid)
  let isMeasured = false
  for (const [offset, one] of asked.slice(from, from + TURN).entries()) {
    if (tally.spentMs > LONGEST_MS && times.length >= LEAST) break
    const before = process.cpuUsage()
    const start = performance.now()
    const count = await side.ask(one)
    const tookMs = performance.now() - start
    const { user, system } = process.cpuUsage(before)
    tally.spentMs += tookMs
    counts.set(from + offset, count)
    if (from + offset < WARM_UP && tally.spentMs < LONGEST_MS) continue
    isMeasured = true
    times.push(tookMs)
    cpuTimes.push((user + system) / 1000)
  }
  if (isMeasured) tally.cpuMs += processorMs(side.pid) - cpuBefore
}

function measuredOf(tally: Tally | undefined): Measured | null {
  if (!tally) return null
  const { times, cpuTimes, cpuMs, counts } = tally
  return {
    ...{ p50: percentile(times, 0.5), p99: percentile(times, 0.99), counts },
    ...{ cpuMean: cpuMs / times.length, cpuP99: percentile(cpuTimes, 0.99) },
  }
}

/** What loading left behind is none of the question's. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
