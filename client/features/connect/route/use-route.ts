/** The question of one way as the server reads it, with or without drawn changes, and its answer on the map. */
import { useEffect } from 'react'
import type { Input } from '#client/api/call.ts'
import { useMap } from '#client/map/map-store.ts'
import { routeShapes } from '#client/map/route-shapes.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import type { Criterion, Route } from '#geodata/contract/logistics.ts'
import type { PanelOverlay } from '#geodata/style/panel-overlay.ts'
import { type Asked, useAsked } from '../answer/use-asked.ts'
import { allChanges, choicesBody, choicesQuery, PLANNED } from '../connect-question.ts'

export const ALTERNATIVES = 4

export interface RoutesOfPair {
  by: Criterion
  /** Empty where the drawn changes leave no way. */
  routes: readonly Route[]
}

export type Pair = readonly [from: string, to: string]

export function routeInput(connect: ConnectState, pair: Pair | null): Input<'planRoute'> | null {
  if (pair === null || pair[0] === pair[1]) return null
  const status = connect.hasPlanned ? { status: PLANNED.join(',') } : {}
  const ends = { from: pair[0], to: pair[1] }
  return { query: { ...ends, ...choicesQuery(connect), ...status, alternatives: String(ALTERNATIVES) } }
}

/** null where nothing was drawn: closed references and rates alone are asked by the plain question. */
export function changedInput(connect: ConnectState, pair: Pair | null): Input<'planChangedRoute'> | null {
  if (pair === null || pair[0] === pair[1] || connect.changes.length === 0) return null
  const [from, to] = pair
  return { body: { from, to, ...choicesBody(connect), changes: allChanges(connect), alternatives: ALTERNATIVES } }
}

export function useRoute(connect: ConnectState, pair: Pair | null): Asked<RoutesOfPair> {
  const changed = changedInput(connect, pair)
  const plain = useAsked('planRoute', changed ? null : routeInput(connect, pair))
  const withChanges = useAsked('planChangedRoute', changed)
  return changed ? withChanges : plain
}

/** Draws the ways while the panel is open; the chosen one last. */
export function useRouteOnMap(routes: readonly Route[], chosen: number, overlay: PanelOverlay | null): void {
  useEffect(() => {
    useMap.getState().set({ route: routes.length > 0 ? routeShapes(routes, chosen) : null })
  }, [routes, chosen])
  useEffect(() => {
    useMap.getState().set({ overlay })
  }, [overlay])
  useEffect(() => () => useMap.getState().set({ route: null, overlay: null }), [])
}
