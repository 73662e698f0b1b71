/** Route: from one or several places to one or several markets; one way in full, several as a table to choose from. */
import { useEffect, useMemo, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { fitTo } from '#client/map/camera.ts'
import { boxOfRoutes } from '#client/map/route-shapes.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { Conditions } from '../answer/conditions.tsx'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { useAsked } from '../answer/use-asked.ts'
import { setConnect, tableQuery } from '../connect-question.ts'
import { Destinations } from '../places/destinations.tsx'
import { Origins } from '../places/origins.tsx'
import { useConnect } from '../use-connect.ts'
import { ChangesNote } from './changes-note.tsx'
import { endsOverlay } from './ends-overlay.ts'
import { PairsTable, placeText, rankedRows } from './pairs-table.tsx'
import { RankingTable } from './ranking-table.tsx'
import { RouteResult } from './route-result.tsx'
import { useBestWays } from './use-best-ways.ts'
import { changedInput, type Pair, routeInput, useRoute, useRouteOnMap } from './use-route.ts'

const NO_ROUTES: readonly Route[] = []

export default function RouteView() {
  const connect = useConnect()
  const single = singlePair(connect)
  const pair = single ?? connect.pair
  const filter = useView((state) => state.filter)
  const isMany = single === null && (connect.isFromFilter || connect.from.length > 0) && connect.to.length > 0
  const matrixInput = isMany ? { query: { ...tableQuery(connect, filter), to: connect.to.join(';') } } : null
  const matrix = useAsked('routeMatrix', matrixInput)
  const route = useRoute(connect, pair)
  useDrawnWays({ connect, pair, route: route.data ?? route.previous, matrix: isMany ? matrix.data : undefined })
  useAnnounced(route.data?.routes[0])
  const changed = changedInput(connect, pair)
  const plain = routeInput(connect, pair)
  return (
    <>
      <Origins />
      <Destinations />
      <Conditions />
      <ChangesNote isInBody={!isMany} />
      {matrixInput && (
        <AnswerFrame asked={matrix}>
          {(answer) => (
            <>
              <PairsTable matrix={answer} pair={pair} />
              <TakeAnswer id="routeMatrix" input={matrixInput} />
            </>
          )}
        </AnswerFrame>
      )}
      {pair && <AnswerFrame asked={route}>{(answer) => <Result answer={answer} way={connect.way} />}</AnswerFrame>}
      {pair && route.data && changed && <TakeAnswer id="planChangedRoute" input={changed} />}
      {pair && route.data && !changed && plain && <TakeAnswer id="planRoute" input={plain} />}
      {!isMany && connect.to.length > 0 && <RankingTable connect={connect} />}
    </>
  )
}

function Result({ answer, way }: { answer: Parameters<typeof RouteResult>[0]['answer']; way: number }) {
  const { t } = useMessages()
  if (answer.routes.length === 0) return <p className="note note--danger">{t('connect.noWayLeft')}</p>
  const chosen = Math.min(way, answer.routes.length - 1)
  return <RouteResult answer={answer} chosen={chosen} onChoose={(index) => setConnect({ way: index })} />
}

function singlePair({ from, to, isFromFilter }: ConnectState): Pair | null {
  const [a, b] = [from[0], to[0]]
  const isSingle = !isFromFilter && from.length === 1 && to.length === 1
  return isSingle && a !== undefined && b !== undefined && a !== b ? [a, b] : null
}

interface Drawn {
  connect: ConnectState
  pair: Pair | null
  route: { routes: readonly Route[] } | undefined
  matrix: Output<'routeMatrix'> | undefined
}

/** The chosen way with its others; of several, the best way of each origin, the chosen one on top. */
function useDrawnWays({ connect, pair, route, matrix }: Drawn): void {
  const best = useMemo(
    () =>
      (matrix ? rankedRows(matrix) : []).flatMap((row): Pair[] => {
        const place = row.best === null ? undefined : matrix?.destinations[row.best]
        return place ? [[placeText(row), placeText(place)]] : []
      }),
    [matrix],
  )
  const ways = useBestWays(connect, best)
  const shown = pair ? (route?.routes ?? NO_ROUTES) : NO_ROUTES
  const routes = useMemo(() => [...shown, ...ways], [shown, ways])
  const chosen = shown.length > 0 ? Math.min(connect.way, shown.length - 1) : -1
  const overlay = useMemo(() => {
    if (routes.length === 0) return null
    const ends = routes.map(({ geometry: { coordinates } }) => [coordinates[0], coordinates.at(-1)] as const)
    const unique = (index: 0 | 1) => [...new Set(ends.flatMap((end) => (end[index] ? [end[index]] : [])))]
    return endsOverlay(unique(0), unique(1))
  }, [routes])
  useRouteOnMap(routes, chosen, overlay)
  useFit(routes, `${pair?.join(' ')} ${best.length > 0 ? connect.from.join(' ') : ''} ${connect.isFromFilter}`)
}

/** Shows the whole way when the ends change, not when a rate does. */
function useFit(routes: readonly Route[], ends: string): void {
  const [fitted, setFitted] = useState('')
  useEffect(() => {
    if (routes.length === 0 || fitted === ends) return
    fitTo(boxOfRoutes(routes))
    setFitted(ends)
  }, [routes, ends, fitted])
}

function useAnnounced(best: Route | undefined): void {
  const { t, number } = useMessages()
  useEffect(() => {
    if (!best) return
    const values = {
      usd: number(best.costUsdPerTonne.base, { maximumFractionDigits: 0 }),
      km: number(best.lengthKm, { maximumFractionDigits: 0 }),
    }
    usePassing.getState().set({ announcement: t('connect.announce', values) })
  }, [best, t, number])
}
