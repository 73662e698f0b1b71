/**
 * Gives a question its time: its signal is aborted when the reader leaves or the time is over, and then it is refused.
 * While the server is still starting what answers depend on, time does not run, up to a bound.
 */
import type { ServerResponse } from 'node:http'
import { Refusal } from '../refusal.ts'

const LONGEST_ANSWER_MS = 10_000
const LONGEST_START_MS = 60_000

export interface Allowance {
  /** Resolves when what is still starting is there; null when nothing is. */
  startUnderWay?: () => Promise<void> | null
  withinMs?: number
}

export async function answerInTime<T>(
  response: ServerResponse,
  run: (signal: AbortSignal) => Promise<T>,
  { startUnderWay = () => null, withinMs = LONGEST_ANSWER_MS }: Allowance = {},
): Promise<T> {
  const ended = new AbortController()
  let isOver = false
  const leave = () => ended.abort()
  response.once('close', leave)
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, refuse) => {
    const refuseNow = (): void => {
      refuse(new Refusal('query-too-long', `No answer within ${withinMs / 1000} s: ask for less.`))
      ended.abort(new DOMException('the time allowed is over', 'TimeoutError'))
    }
    const begun = performance.now()
    const expire = (): void => {
      const start = performance.now() - begun < LONGEST_START_MS ? startUnderWay() : null
      if (start === null) refuseNow()
      else start.then(allow)
    }
    const allow = (): void => {
      if (!isOver) timer = setTimeout(expire, withinMs)
    }
    allow()
  })
  try {
    return await Promise.race([run(ended.signal), tooLong])
  } finally {
    // A timer left running would hold on to the answer for its whole time.
    isOver = true
    clearTimeout(timer)
    response.off('close', leave)
  }
}
