/** The question of the panel as the server reads it, and its answer on the map. */
import { useEffect } from 'react'
import type { Input } from '#client/api/call.ts'
import { type QueryState, useQuery } from '#client/api/use-query.ts'
import { useMap } from '#client/map/map-store.ts'
import { routeShapes } from '#client/map/route-shapes.ts'
import { conditionsQuery, PLANNED } from '#client/state/connect-query.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'

export type RouteAnswer = Output<'planRoute'>
export const ALTERNATIVES = 3

function routeInput(connect: ConnectState): Input<'planRoute'> | null {
  const { from, to, hasPlanned } = connect
  if (from === null || to === null || from === to) return null
  const status = hasPlanned ? { status: PLANNED } : {}
  return { query: { from, to, ...conditionsQuery(connect), ...status, alternatives: String(ALTERNATIVES) } }
}

export function useRoute(connect: ConnectState): QueryState<RouteAnswer> {
  return useQuery('planRoute', routeInput(connect))
}

/** Draws the routes while the panel is open. */
export function useRouteOnMap(answer: RouteAnswer | undefined, chosen: number): void {
  useEffect(() => {
    useMap.getState().set({ route: answer ? routeShapes(answer.routes, chosen) : null })
  }, [answer, chosen])
  useEffect(() => () => useMap.getState().set({ route: null }), [])
}

export function setConnect(change: Partial<ConnectState>): void {
  const { connect, set } = useView.getState()
  set({ connect: { ...connect, ...change } })
}
