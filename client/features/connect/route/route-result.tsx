/** The route chosen: totals with their range, why it and not the next best, cost along the way, its legs, the others. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { Route } from '#geodata/contract/logistics.ts'
import { AssumptionMark, COST_KEYS, TIME_KEYS } from '../rates/assumption-mark.tsx'
import { Alternatives } from './alternatives.tsx'
import { LegRow } from './leg-row.tsx'
import { ProfileChart } from './profile-chart.tsx'
import { shownReference } from './roads-of.ts'
import type { RoutesOfPair } from './use-route.ts'
import { WhyThisWay } from './why-this-way.tsx'

const WHOLE = { maximumFractionDigits: 0 }
const CO2_KEYS = ['roadCo2', 'roadMountainCo2Factor', 'railCo2', 'seaCo2', 'handlingCo2'] as const

interface RouteResultProps {
  answer: RoutesOfPair
  chosen: number
  onChoose(index: number): void
}

export function RouteResult({ answer, chosen, onChoose }: RouteResultProps) {
  const { t } = useMessages()
  const route = answer.routes[chosen]
  if (!route) return null
  const dearest = Math.max(...route.legs.map((leg) => leg.costUsdPerTonne.high), 0.001)
  return (
    <section className="route" aria-label={t('connect.result')}>
      <Totals route={route} />
      <WhyThisWay answer={answer} chosen={chosen} />
      <Warnings route={route} />
      {answer.routes.length > 1 && <Alternatives routes={answer.routes} chosen={chosen} onChoose={onChoose} />}
      <ProfileChart route={route} />
      <h3>{t('connect.itinerary')}</h3>
      <ol className="route__legs">
        {route.legs.map((leg) => (
          <LegRow key={`${leg.mode} ${leg.firstVertex} ${leg.lengthKm}`} leg={leg} dearest={dearest} />
        ))}
      </ol>
    </section>
  )
}

function Totals({ route }: { route: Route }) {
  const { t, number } = useMessages()
  const { low, base, high } = route.costUsdPerTonne
  return (
    <div className="route__totals">
      <p className="route__cost" data-testid="route-cost">
        <bdi>
          {number(low, WHOLE)}–{number(high, WHOLE)}
        </bdi>{' '}
        <span className="unit">{t('connect.usdPerTonne')}</span>
        <AssumptionMark keys={COST_KEYS} />
        <span className="muted small">
          {' '}
          {t('connect.baseCase', { usd: number(base, { maximumFractionDigits: 1 }) })}
        </span>
      </p>
      <p className="route__figures">
        <Figure value={number(route.lengthKm, WHOLE)} unit={t('unit.kmSymbol')} />
        <span>
          <Figure
            value={number(route.timeH < 72 ? route.timeH : route.timeH / 24, {
              maximumFractionDigits: route.timeH < 72 ? 0 : 1,
            })}
            unit={t(route.timeH < 72 ? 'connect.hours' : 'connect.days')}
          />
          <AssumptionMark keys={TIME_KEYS} />
        </span>
        <span>
          <Figure value={number(route.co2KgPerTonne, WHOLE)} unit={t('connect.kgCo2')} />
          <AssumptionMark keys={CO2_KEYS} />
        </span>
      </p>
    </div>
  )
}

function Warnings({ route }: { route: Route }) {
  const { t, tOr, number } = useMessages()
  return (
    <>
      {route.isIndicative && <p className="note note--warning small">{t('connect.indicative')}</p>}
      {route.schematicKm > 0.5 && (
        <p className="note note--warning small">{t('connect.schematic', { km: number(route.schematicKm, WHOLE) })}</p>
      )}
      {route.weakest && (
        <p className="small muted">
          {t('connect.weakest', {
            what: route.weakest.reference ? shownReference(route.weakest.reference) : t('connect.unnamed'),
            km: number(route.weakest.lengthKm, { maximumFractionDigits: 1 }),
            why: tOr(`connect.weak.${route.weakest.why}`, route.weakest.why),
          })}
        </p>
      )}
    </>
  )
}
