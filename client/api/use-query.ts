/**
 * Server answers in React: a cache by address and body; the newest question wins because older ones are cancelled. Failures are never cached; what failed for want of a server is fetched again when it is back.
 */
import { useEffect, useReducer, useState } from 'react'
import type { EndpointId, Output } from '#geodata/contract/endpoints.ts'
import { ApiProblem } from './api-problem.ts'
import { call, type Input, keyOf } from './call.ts'
import { useConnection } from './connection.ts'

const KEEP = 200
const cache = new Map<string, unknown>()

export interface QueryState<T> {
  /** The answer for this very input, else undefined. */
  data: T | undefined
  /** The last answer for another input of the same hook, to show dimmed while the new one comes. */
  previous: T | undefined
  problem: ApiProblem | undefined
  isLoading: boolean
  retry(): void
}

interface Settled {
  key: string
  data?: unknown
  /** What was answered before this failure, so that a panel keeps what it shows. */
  before?: unknown
  problem?: ApiProblem
}

/** `input` null: nothing to ask yet. */
export function useQuery<I extends EndpointId>(id: I, input: Input<I> | null): QueryState<Output<I>> {
  const key = input === null ? null : keyOf(id, input)
  const [settled, setSettled] = useState<Settled | null>(null)
  const [attempt, retry] = useReducer((count: number) => count + 1, 0)
  const recoveries = useConnection((state) => state.recoveries)
  const hasFailed = settled?.problem !== undefined && settled.key === key
  const again = hasFailed && settled.problem?.mayPass ? recoveries : 0

  // `input` is a new object at each render; its key says when it has changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; attempt and again ask anew
  useEffect(() => {
    if (key === null || input === null) return
    if (cache.has(key)) {
      setSettled({ key, data: cache.get(key) })
      return
    }
    const abort = new AbortController()
    call(id, input, abort.signal).then(
      (data) => {
        remember(key, data)
        if (!abort.signal.aborted) setSettled({ key, data })
      },
      (cause: unknown) => {
        if (abort.signal.aborted) return
        const problem =
          cause instanceof ApiProblem ? cause : new ApiProblem('internal-error', 'The call failed.', null, { cause })
        setSettled((last) => ({ key, problem, before: last?.data ?? last?.before }))
      },
    )
    return () => abort.abort()
  }, [id, key, attempt, again])

  const isCurrent = settled?.key === key
  // Parsed by the contract in `call`, stored under the key of the same endpoint.
  const answer = (value: unknown): Output<I> | undefined => value as Output<I> | undefined
  const data = key === null ? undefined : answer(isCurrent ? settled?.data : cache.get(key))
  return {
    data,
    previous: answer(settled?.data ?? settled?.before),
    problem: isCurrent ? settled?.problem : undefined,
    isLoading: key !== null && data === undefined && !(isCurrent && settled?.problem),
    retry,
  }
}

/** Fetches ahead of need (hover on a row); failures are silent because the real asking will report them. */
export function prefetch<I extends EndpointId>(id: I, input: Input<I>): void {
  const key = keyOf(id, input)
  if (cache.has(key)) return
  call(id, input).then(
    (data) => remember(key, data),
    () => undefined,
  )
}

function remember(key: string, data: unknown): void {
  cache.delete(key)
  cache.set(key, data)
  const oldest = cache.keys().next()
  if (cache.size > KEEP && !oldest.done) cache.delete(oldest.value)
}
