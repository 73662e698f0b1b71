/** Gives a question its time: its signal is aborted when the reader leaves or the time is over, and then it is refused. */
import type { ServerResponse } from 'node:http'
import { Refusal } from '../refusal.ts'

const LONGEST_ANSWER_MS = 10_000

export async function answerInTime<T>(
  response: ServerResponse,
  run: (signal: AbortSignal) => Promise<T>,
  withinMs = LONGEST_ANSWER_MS,
): Promise<T> {
  const ended = new AbortController()
  const leave = () => ended.abort()
  response.once('close', leave)
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      refuse(new Refusal('query-too-long', `No answer within ${withinMs / 1000} s: ask for less.`))
      ended.abort()
    }, withinMs)
  })
  try {
    return await Promise.race([run(ended.signal), tooLong])
  } finally {
    // A timer left running would hold on to the answer for its whole time.
    clearTimeout(timer)
    response.off('close', leave)
  }
}
