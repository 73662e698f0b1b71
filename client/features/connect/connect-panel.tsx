/** Connect: from a deposit or any point to a port, border or plant. What it asks is in the link; the answer is on the map. */
import { useEffect, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { fitTo } from '#client/map/camera.ts'
import { boxOfRoute } from '#client/map/route-shapes.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { ConditionsForm } from './conditions-form.tsx'
import { DestinationChoice } from './destination-choice.tsx'
import { PlaceField } from './place-field.tsx'
import { RankingTable } from './ranking-table.tsx'
import { RateSliders } from './rate-sliders.tsx'
import { RouteResult } from './route-result.tsx'
import { setConnect, useRoute, useRouteOnMap } from './use-route.ts'
import './connect.css'

export default function ConnectPanel() {
  const { t, number } = useMessages()
  const connect = useView((state) => state.connect)
  /** Rates under the reader's finger, before they go into the link. */
  const [draft, setDraft] = useState<typeof connect.rates | null>(null)
  const [chosen, setChosen] = useState(0)
  const asked = draft ? { ...connect, rates: draft } : connect
  const { data, previous, problem, isLoading, retry } = useRoute(asked)
  const hasEnds = connect.from !== null && connect.to !== null
  const shown = hasEnds && !problem ? (data ?? previous) : undefined
  const index = Math.min(chosen, (shown?.routes.length ?? 1) - 1)
  useRouteOnMap(shown, index)
  const route = shown?.routes[index]
  useFit(data?.routes[0], `${connect.from} ${connect.to}`)
  useEffect(() => {
    if (!data) return
    const [best] = data.routes
    if (best)
      usePassing.getState().set({
        announcement: t('connect.announce', {
          usd: number(best.costUsdPerTonne.base, { maximumFractionDigits: 0 }),
          km: number(best.lengthKm, { maximumFractionDigits: 0 }),
        }),
      })
  }, [data, t, number])
  return (
    <div className="connect">
      <p className="muted small">{t('connect.intro')}</p>
      <PlaceField end="from" value={connect.from} />
      <DestinationChoice value={connect.to} />
      <ConditionsForm connect={connect} />
      <RateSliders
        assumptions={shown?.assumptions}
        rates={asked.rates}
        onDraft={setDraft}
        onCommit={(rates) => {
          setDraft(null)
          setConnect({ rates })
        }}
      />
      {problem && <RouteProblem code={problem.code} detail={problem.message} onRetry={retry} />}
      {hasEnds && isLoading && !shown && <Skeleton lines={6} />}
      {shown && route && (
        <div data-stale={data ? undefined : ''}>
          <RouteResult answer={shown} chosen={index} onChoose={setChosen} />
        </div>
      )}
      {connect.to !== null && <RankingTable connect={connect} />}
    </div>
  )
}

/** Where no way leads, the server's sentence says which gap is in the way; it is in English, as the data are. */
function RouteProblem({ code, detail, onRetry }: { code: string; detail: string; onRetry(): void }) {
  if (code !== 'no-route') return <FailureNote code={code} onRetry={onRetry} />
  return (
    <div>
      <FailureNote code={code} />
      <p className="small" lang="en" dir="ltr">
        {detail}
      </p>
    </div>
  )
}

/** Shows the whole way when the ends change, not when a rate does. */
function useFit(route: Parameters<typeof boxOfRoute>[0] | undefined, ends: string): void {
  const [fitted, setFitted] = useState('')
  useEffect(() => {
    if (!route || fitted === ends) return
    fitTo(boxOfRoute(route))
    setFitted(ends)
  }, [route, ends, fitted])
}
