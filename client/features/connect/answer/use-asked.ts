/** A question of the panel that may take a while: the answer, whether it is slow, and a way to give up and to ask again. */
import { useEffect, useState } from 'react'
import { type Input, keyOf } from '#client/api/call.ts'
import { type QueryState, useQuery } from '#client/api/use-query.ts'
import type { EndpointId, Output } from '#geodata/contract/endpoints.ts'

export interface Asked<T> extends QueryState<T> {
  /** Has not been answered for a second. */
  isSlow: boolean
  isStopped: boolean
  stop(): void
  again(): void
}

const SLOW_MS = 1000

/** `input` null: nothing to ask yet. Another input is asked even after the reader gave up on the one before. */
export function useAsked<I extends EndpointId>(id: I, input: Input<I> | null): Asked<Output<I>> {
  const key = input === null ? null : keyOf(id, input)
  const [stopped, setStopped] = useState<string | null>(null)
  const isStopped = key !== null && stopped === key
  const state = useQuery(id, isStopped ? null : input)
  const [slow, setSlow] = useState<string | null>(null)
  useEffect(() => {
    if (!state.isLoading) return
    const timer = setTimeout(() => setSlow(key), SLOW_MS)
    return () => clearTimeout(timer)
  }, [state.isLoading, key])
  return {
    ...state,
    isSlow: state.isLoading && slow === key,
    isStopped,
    stop: () => setStopped(key),
    again: () => setStopped(null),
  }
}
