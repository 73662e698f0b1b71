/** The question of a scenario: which deposits, to which markets, under which changes; and its answer on the map. */
import { useEffect, useMemo, useState } from 'react'
import type { Input } from '#client/api/call.ts'
import { useQuery } from '#client/api/use-query.ts'
import { fitTo } from '#client/map/camera.ts'
import { useMap } from '#client/map/map-store.ts'
import type { ConnectState, Side } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { filterToQuery } from '#geodata/contract/filter.ts'
import type { BBox } from '#geodata/contract/geo.ts'
import { type Asked, useAsked } from '../answer/use-asked.ts'
import { allChanges, choicesBody, marketsOf } from '../connect-question.ts'
import { scenarioOverlay } from './scenario-overlay.ts'

const MOST_DEPOSITS = 500

export type ScenarioInput = Input<'runScenario'>

/** null while there is nothing to ask: no changes, or the filter's deposits are not known yet. */
export function useScenarioInput(connect: ConnectState): ScenarioInput | null {
  const filter = useView((state) => state.filter)
  const named = connect.isFromFilter ? [] : connect.from.filter((place) => place.startsWith('deposits/'))
  const query = Object.fromEntries(filterToQuery(filter))
  const isFiltered = named.length === 0 && Object.keys(query).length > 0
  const listed = useQuery('listDeposits', isFiltered ? { query: { ...query, limit: '1000' } } : null)
  const changes = allChanges(connect)
  if (changes.length === 0) return null
  const whole = listed.data?.deposits.filter(({ partOf }) => partOf === null).map(({ id }) => id)
  if (isFiltered && !whole?.length) return null
  const deposits = isFiltered ? whole?.slice(0, MOST_DEPOSITS) : named.map((place) => place.slice('deposits/'.length))
  const to = marketsOf(connect).filter((place) => place.includes('/'))
  return {
    body: {
      changes,
      ...(deposits && deposits.length > 0 && { deposits }),
      ...(to.length > 0 && { to: [...to] }),
      ...choicesBody(connect),
      withWays: true,
    },
  }
}

export function useScenario(input: ScenarioInput | null): Asked<Output<'runScenario'>> {
  return useAsked('runScenario', input)
}

/** Both states on the map, parted by the swipe, or one of them. */
export function useScenarioOnMap(connect: ConnectState, answer: Output<'runScenario'> | undefined, side: Side): void {
  const overlays = useMemo(() => {
    if (!answer?.ways) return null
    const touched = { changes: allChanges(connect), effects: answer.effects }
    return {
      before: scenarioOverlay(answer.ways.before, { ...touched, isToCome: true }),
      after: scenarioOverlay(answer.ways.after, touched),
    }
  }, [answer, connect])
  useEffect(() => {
    const set = useMap.getState().set
    if (!overlays) set({ overlay: null, compared: null })
    else if (side === 'swipe') set({ overlay: overlays.before, compared: overlays.after })
    else set({ overlay: overlays[side], compared: null })
  }, [overlays, side])
  useEffect(() => () => useMap.getState().set({ overlay: null, compared: null }), [])
  useFit(answer)
}

/** The whole picture when the deposits change, not when a change does. */
function useFit(answer: Output<'runScenario'> | undefined): void {
  const [fitted, setFitted] = useState('')
  useEffect(() => {
    if (!answer || answer.rows.length === 0) return
    const key = answer.rows.map(({ ref }) => ref).join(' ')
    if (key === fitted) return
    fitTo(boxOf(answer))
    setFitted(key)
  }, [answer, fitted])
}

/** Around the deposits and what the changes touch. */
function boxOf({ rows, effects }: Output<'runScenario'>): BBox {
  const box: BBox = [180, 90, -180, -90]
  const touched = effects.flatMap(({ geometry }) =>
    geometry?.type === 'MultiLineString' ? geometry.coordinates.flat() : [],
  )
  for (const [lon, lat] of [...rows.map(({ position }) => position), ...touched]) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}
