/** Siting: where one to five plants should stand to serve the deposits at least cost, and how that shifts with one built already. */
import { useEffect, useMemo, useState } from 'react'
import { fitTo } from '#client/map/camera.ts'
import { useMap } from '#client/map/map-store.ts'
import { routeShapes } from '#client/map/route-shapes.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { Conditions } from '../answer/conditions.tsx'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { useAsked } from '../answer/use-asked.ts'
import { tableQuery } from '../connect-question.ts'
import { Origins } from '../places/origins.tsx'
import { ChangesNote } from '../route/changes-note.tsx'
import { placeText } from '../route/pairs-table.tsx'
import { useBestWays } from '../route/use-best-ways.ts'
import type { Pair } from '../route/use-route.ts'
import { useConnect } from '../use-connect.ts'
import { SitingFields } from './siting-fields.tsx'
import { sitingOverlay } from './siting-overlay.ts'
import { SitingResult } from './siting-result.tsx'

export default function SitingView() {
  const connect = useConnect()
  const filter = useView((state) => state.filter)
  const query = { ...tableQuery(connect, filter), ...sitesQuery(connect) }
  const hasStanding = connect.standing.length > 0
  const input = { query: { ...query, ...(hasStanding && { standing: connect.standing.join(';') }) } }
  const siting = useAsked('chooseSites', input)
  const before = useAsked('chooseSites', hasStanding ? { query } : null)
  const shown = siting.data
  useSitingOnMap(connect, shown, hasStanding ? (before.data ?? null) : null)
  return (
    <>
      <Origins isEmptyAll />
      <SitingFields />
      <Conditions />
      <ChangesNote />
      <AnswerFrame asked={siting}>
        {(answer) => (
          <>
            <SitingResult siting={answer} before={hasStanding ? (before.data ?? null) : null} />
            <TakeAnswer id="chooseSites" input={input} />
          </>
        )}
      </AnswerFrame>
    </>
  )
}

function sitesQuery({ siteCount, candidates, market, yieldShare }: ConnectState) {
  return {
    count: String(siteCount),
    ...(candidates.length > 0 && { candidates: candidates.join(';') }),
    ...(market !== null && { market, yield: String(yieldShare) }),
  }
}

/** Sites, the deposits that each serves, and the ways between them while they are few. */
function useSitingOnMap(
  connect: ConnectState,
  siting: Output<'chooseSites'> | undefined,
  before: Output<'chooseSites'> | null,
): void {
  const pairs = useMemo(
    () => (siting?.deposits ?? []).flatMap((one): Pair[] => (one.site === null ? [] : [[placeText(one), one.site]])),
    [siting],
  )
  const ways = useBestWays(connect, pairs)
  const overlay = useMemo(() => (siting ? sitingOverlay(siting, before) : null), [siting, before])
  useEffect(() => useMap.getState().set({ overlay }), [overlay])
  useEffect(() => {
    useMap.getState().set({ route: ways.length > 0 ? routeShapes(ways, -1) : null })
  }, [ways])
  useEffect(() => () => useMap.getState().set({ overlay: null, route: null }), [])
  const [fitted, setFitted] = useState('')
  useEffect(() => {
    if (!siting || siting.sites.length === 0) return
    const key = JSON.stringify([connect.from, connect.isFromFilter])
    if (fitted === key) return
    const coordinates = [...siting.deposits, ...siting.sites].map(({ position }) => position)
    fitTo(bboxOf({ type: 'LineString', coordinates }))
    setFitted(key)
  }, [siting, connect.from, connect.isFromFilter, fitted])
}
