/** Critical links: what the loss of each stretch costs all deposits together, how many ways each has, and what to build next. */
import { useEffect, useMemo, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { fitTo } from '#client/map/camera.ts'
import { useMap } from '#client/map/map-store.ts'
import { useView } from '#client/state/view-state.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { Conditions } from '../answer/conditions.tsx'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { useAsked } from '../answer/use-asked.ts'
import { marketsOf, setConnect, tableQuery } from '../connect-question.ts'
import { Destinations } from '../places/destinations.tsx'
import { Origins } from '../places/origins.tsx'
import { ChangesNote } from '../route/changes-note.tsx'
import { useConnect } from '../use-connect.ts'
import { criticalOverlay, type RankedShape } from './critical-overlay.ts'
import { LinksList } from './links-list.tsx'
import { LossesList } from './losses-list.tsx'

const LISTED = '40'
const RANKINGS = ['losses', 'links'] as const
const NOTHING: readonly RankedShape[] = []

export default function CriticalView() {
  const { t } = useMessages()
  const connect = useConnect()
  const filter = useView((state) => state.filter)
  const isLosses = connect.ranking === 'losses'
  const input = { query: { ...tableQuery(connect, filter), to: marketsOf(connect).join(';'), limit: LISTED } }
  const losses = useAsked('criticalEdges', isLosses ? input : null)
  const links = useAsked('bestLinks', isLosses ? null : input)
  const [chosen, setChosen] = useState<number | null>(null)
  const shapes = useMemo(
    () => (isLosses ? lossShapes(losses.data?.edges ?? []) : linkShapes(links.data?.links ?? [])),
    [isLosses, losses.data, links.data],
  )
  useShapesOnMap(shapes, chosen)
  const choose = (index: number): void => {
    setChosen(index)
    const shape = shapes[index]
    if (shape) fitTo(bboxOf(shape.geometry))
  }
  return (
    <>
      <fieldset className="connect__segments">
        <legend className="visually-hidden">{t('connect.ranked')}</legend>
        {RANKINGS.map((one) => (
          <button
            key={one}
            type="button"
            className="button"
            aria-pressed={one === connect.ranking}
            onClick={() => {
              setChosen(null)
              setConnect({ ranking: one })
            }}
          >
            {t(`connect.ranked.${one}`)}
          </button>
        ))}
      </fieldset>
      <details className="connect__fold">
        <summary>{t('connect.forWhom')}</summary>
        <Origins isEmptyAll />
        <Destinations emptyNote={t('connect.seaPorts')} />
      </details>
      <Conditions />
      <ChangesNote />
      {isLosses ? (
        <AnswerFrame asked={losses}>
          {(answer) => (
            <>
              <LossesList losses={answer} chosen={chosen} onChoose={choose} />
              <TakeAnswer id="criticalEdges" input={input} />
            </>
          )}
        </AnswerFrame>
      ) : (
        <AnswerFrame asked={links}>
          {(answer) => (
            <>
              <LinksList links={answer} chosen={chosen} onChoose={choose} />
              <TakeAnswer id="bestLinks" input={input} />
            </>
          )}
        </AnswerFrame>
      )}
    </>
  )
}

function lossShapes(edges: readonly { geometry: RankedShape['geometry']; extra: number; cutOff: readonly string[] }[]) {
  const most = Math.max(...edges.map(({ extra }) => extra), 1e-9)
  return edges.map(({ geometry, extra, cutOff }): RankedShape => {
    const isAccess = cutOff.length > 0
    return { geometry, share: isAccess ? 1 : extra / most, isAccess }
  })
}

function linkShapes(links: readonly { geometry: RankedShape['geometry']; savingPerKm: number; gained: number }[]) {
  const most = Math.max(...links.map(({ savingPerKm }) => savingPerKm), 1e-9)
  return links.map(
    ({ geometry, savingPerKm, gained }): RankedShape => ({ geometry, share: savingPerKm / most, isAccess: gained > 0 }),
  )
}

function useShapesOnMap(shapes: readonly RankedShape[], chosen: number | null): void {
  const shown = shapes.length > 0 ? shapes : NOTHING
  const overlay = useMemo(() => (shown.length > 0 ? criticalOverlay(shown, chosen) : null), [shown, chosen])
  useEffect(() => useMap.getState().set({ overlay }), [overlay])
  useEffect(() => () => useMap.getState().set({ overlay: null }), [])
}
