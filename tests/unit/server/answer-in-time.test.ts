/** The time of a question: it runs out as a TimeoutError, which ends its task; while the server starts it stands still, up to a bound. */
import { EventEmitter } from 'node:events'
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerInTime } from '#server/http/answer-in-time.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

// Of a response only its `close` is listened to.
const responseLike = () => new EventEmitter() as unknown as ServerResponse

function ask(response: ServerResponse, startUnderWay?: () => Promise<void> | null) {
  let signal: AbortSignal | undefined
  const run = (given: AbortSignal): Promise<never> => {
    signal = given
    return new Promise(() => undefined)
  }
  const refused = answerInTime(response, run, startUnderWay && { startUnderWay }).catch(
    (fault: { code: string }) => fault.code,
  )
  return { refused, signal: () => signal }
}

test('after 10 s the question is refused and its signal says that time is over', async () => {
  const { refused, signal } = ask(responseLike())
  await vi.advanceTimersByTimeAsync(9999)
  expect(signal()?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2)
  expect(await refused).toBe('query-too-long')
  expect(signal()?.reason).toMatchObject({ name: 'TimeoutError' })
})

test('a reader who leaves is no time that is over', () => {
  const response = responseLike()
  const { signal } = ask(response)
  response.emit('close')
  expect(signal()?.reason).toMatchObject({ name: 'AbortError' })
})

test('a start under way is waited for, the 10 s begin after it, and a minute is the most', async () => {
  let hasStarted = (): void => undefined
  let start: Promise<void> | null = new Promise<void>((resolve) => {
    hasStarted = resolve
  })
  const early = ask(responseLike(), () => start)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(early.signal()?.aborted).toBe(false)
  hasStarted()
  start = null
  await vi.advanceTimersByTimeAsync(9999)
  expect(early.signal()?.aborted).toBe(false)
  await vi.advanceTimersByTimeAsync(2)
  expect(await early.refused).toBe('query-too-long')
  const never = ask(responseLike(), () => Promise.resolve())
  await vi.advanceTimersByTimeAsync(70_001)
  expect(await never.refused).toBe('query-too-long')
})
