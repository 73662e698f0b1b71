/** The best way of each of a few pairs, to be drawn together: single routes are quick, so they are asked for one by one. */
import { useEffect, useState } from 'react'
import { call } from '#client/api/call.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { changedInput, type Pair, routeInput } from './use-route.ts'

/** More lines hide each other. */
export const MOST_DRAWN_WAYS = 12

const NONE: readonly Route[] = []

/** What has come so far; ways that cannot be had are left out. */
export function useBestWays(connect: ConnectState, pairs: readonly Pair[]): readonly Route[] {
  const inputs = pairs.slice(0, MOST_DRAWN_WAYS).map((pair) => ({
    plain: routeInput(connect, pair),
    changed: changedInput(connect, pair),
  }))
  const key = JSON.stringify(inputs)
  const [found, setFound] = useState<{ key: string; routes: readonly Route[] }>({ key: '', routes: NONE })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the inputs hold
  useEffect(() => {
    if (inputs.length === 0) return
    const abort = new AbortController()
    const asked = inputs.map(({ plain, changed }) => {
      if (changed) return call('planChangedRoute', { body: { ...changed.body, alternatives: 0 } }, abort.signal)
      return plain && call('planRoute', { query: { ...plain.query, alternatives: '0' } }, abort.signal)
    })
    const best = asked.map((one) =>
      Promise.resolve(one).then(
        (answer) => answer?.routes.slice(0, 1) ?? [],
        () => [],
      ),
    )
    Promise.all(best).then((routes) => {
      if (!abort.signal.aborted) setFound({ key, routes: routes.flat() })
    })
    return () => abort.abort()
  }, [key])
  return found.key === key ? found.routes : NONE
}
