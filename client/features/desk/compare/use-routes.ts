/** The ways of the compared deposits to the chosen market, drawn together on the map while the comparison is open. */
import { useEffect, useMemo, useState } from 'react'
import { call } from '#client/api/call.ts'
import { fitTo } from '#client/map/camera.ts'
import { useMap } from '#client/map/map-store.ts'
import { boxOfRoutes, routeShapes } from '#client/map/route-shapes.ts'
import { choicesQuery, PLANNED } from '#client/state/connect-query.ts'
import { marketOf } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import type { Route } from '#geodata/contract/logistics.ts'

/** By deposit; null where no way leads or the server did not answer. */
export type Routes = ReadonlyMap<string, Route | null>

export function useRoutes(ids: readonly string[]): Routes {
  const connect = useView((state) => state.connect)
  const [routes, setRoutes] = useState<Routes>(new Map())
  const wanted = ids.join(' ')
  useEffect(() => {
    const abort = new AbortController()
    setRoutes(new Map())
    const to = marketOf(connect)
    if (to === null || wanted === '') return
    const ask = async (id: string): Promise<[string, Route | null]> => {
      const status = connect.hasPlanned ? { status: PLANNED.join(',') } : {}
      const query = { from: `deposits/${id}`, to, ...choicesQuery(connect), ...status, alternatives: '0' }
      const answer = await call('planRoute', { query }, abort.signal).catch(() => null)
      return [id, answer?.routes[0] ?? null]
    }
    Promise.all(wanted.split(' ').map(ask)).then((found) => {
      if (!abort.signal.aborted) setRoutes(new Map(found))
    })
    return () => abort.abort()
  }, [wanted, connect])
  useOnMap(routes)
  return routes
}

function useOnMap(routes: Routes): void {
  const found = useMemo(() => [...routes.values()].filter((route) => route !== null), [routes])
  useEffect(() => {
    if (found.length === 0) return
    // Each way is one of the chosen ones: none lies paler than the others.
    const features = found.flatMap((route) => routeShapes([route], 0).features)
    useMap.getState().set({ route: { type: 'FeatureCollection', features } })
    fitTo(boxOfRoutes(found))
    return () => useMap.getState().set({ route: null })
  }, [found])
}
