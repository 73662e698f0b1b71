/** Gives a question its time: its signal is aborted when the reader leaves or the time is over, and then it is refused. */
import type { ServerResponse } from 'node:http'
import { Refusal } from '../refusal.ts'

const LONGEST_ANSWER_MS = 10_000

export async function answerInTime<T>(response: ServerResponse, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const timeout = AbortSignal.timeout(LONGEST_ANSWER_MS)
  const signal = AbortSignal.any([gone.signal, timeout])
  return Promise.race([
    run(signal),
    new Promise<never>((_, refuse) =>
      timeout.addEventListener('abort', () =>
        refuse(new Refusal('query-too-long', `No answer within ${LONGEST_ANSWER_MS / 1000} s: ask for less.`)),
      ),
    ),
  ])
}
