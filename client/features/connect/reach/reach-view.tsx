/** Reach: what lies within budgets of time or cost of some places; areas on the map, their legend with what lies inside. */
import { useEffect, useMemo, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { fitTo } from '#client/map/camera.ts'
import { useMap } from '#client/map/map-store.ts'
import { currentFlavour } from '#client/map/sync-layers.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { PALETTES } from '#geodata/style/palette.ts'
import { AnswerFrame } from '../answer/answer-frame.tsx'
import { Conditions } from '../answer/conditions.tsx'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { useAsked } from '../answer/use-asked.ts'
import { changesQuery, choicesQuery, PLANNED, positionOf } from '../connect-question.ts'
import { Origins } from '../places/origins.tsx'
import { AssumptionMark, COST_KEYS, TIME_KEYS } from '../rates/assumption-mark.tsx'
import { ChangesNote } from '../route/changes-note.tsx'
import { useConnect } from '../use-connect.ts'
import { budgetsOf } from './budgets.ts'
import { BudgetsField } from './budgets-field.tsx'
import { opacityOf, reachOverlay } from './reach-overlay.ts'

type Reach = Output<'drawReach'>

const MOST_ORIGINS = 10

export default function ReachView() {
  const { t } = useMessages()
  const connect = useConnect()
  const from = connect.isFromFilter ? [] : connect.from.slice(0, MOST_ORIGINS)
  const status = connect.hasPlanned ? { status: PLANNED.join(',') } : {}
  const input =
    from.length === 0
      ? null
      : {
          query: {
            from: from.join(';'),
            ...choicesQuery(connect),
            ...status,
            ...changesQuery(connect),
            budget: budgetsOf(connect).join(','),
          },
        }
  const reach = useAsked('drawReach', input)
  useReachOnMap(reach.data ?? (input ? reach.previous : undefined), from)
  return (
    <>
      <Origins />
      {(connect.isFromFilter || connect.from.length > MOST_ORIGINS) && (
        <p className="note small">{t('connect.reachMost', { most: MOST_ORIGINS })}</p>
      )}
      <BudgetsField />
      <Conditions />
      <ChangesNote />
      {input && (
        <AnswerFrame asked={reach}>
          {(answer) => (
            <>
              <ReachLegend reach={answer} />
              <TakeAnswer id="drawReach" input={input} />
            </>
          )}
        </AnswerFrame>
      )}
    </>
  )
}

function ReachLegend({ reach }: { reach: Reach }) {
  const { t, number } = useMessages()
  const nearestFirst = reach.areas.toReversed()
  const accent = PALETTES[currentFlavour()].accent
  const whole = { maximumFractionDigits: 0 }
  return (
    <section aria-label={t('connect.reachLegend')}>
      <h3>
        {t('connect.reachLegend')} <AssumptionMark keys={[...new Set([...COST_KEYS, ...TIME_KEYS])]} />
      </h3>
      <div className="connect__scroll">
        <table className="ranking">
          <thead>
            <tr>
              <th scope="col">{t('connect.within')}</th>
              <th scope="col">{t('connect.people')}</th>
              <th scope="col">{t('connect.deposits')}</th>
              <th scope="col">{t('connect.plants')}</th>
            </tr>
          </thead>
          <tbody>
            {nearestFirst.map((area, index) => (
              <tr key={area.budget}>
                <th scope="row">
                  <span
                    className="reach__key"
                    aria-hidden
                    style={{ background: accent, opacity: opacityOf(nearestFirst.length - index), borderColor: accent }}
                  />{' '}
                  <Figure value={number(area.budget)} unit={t(`connect.unit.${reach.by}`)} />
                </th>
                <td>{number(area.people, { maximumSignificantDigits: 3 })}</td>
                <td>{number(area.deposits, whole)}</td>
                <td>{number(area.plants, whole)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="small muted">
        {t('connect.reachNote', {
          km: number(reach.cellDeg * 111, { maximumFractionDigits: 1 }),
          access: number(reach.accessWithinKm, whole),
        })}
      </p>
    </section>
  )
}

function useReachOnMap(reach: Reach | undefined, from: readonly string[]): void {
  const places = from.join(';')
  const overlay = useMemo(() => {
    const points = places.split(';').flatMap((place) => {
      const position = positionOf(place)
      return position ? [position] : []
    })
    return reach ? reachOverlay(reach.areas, points) : null
  }, [reach, places])
  useEffect(() => useMap.getState().set({ overlay }), [overlay])
  useEffect(() => () => useMap.getState().set({ overlay: null }), [])
  const [fitted, setFitted] = useState('')
  useEffect(() => {
    const widest = reach?.areas[0]
    const key = `${places} ${reach?.by}`
    if (!widest || widest.geometry.coordinates.length === 0 || fitted === key) return
    fitTo(bboxOf(widest.geometry))
    setFitted(key)
  }, [reach, places, fitted])
}
