/** The route chosen: totals with their range, why it and not the next best, its legs, and the alternatives to compare. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import type { AssumptionKey, Route } from '#geodata/contract/logistics.ts'
import { AssumptionMark } from './assumption-mark.tsx'
import { LegRow } from './leg-row.tsx'
import type { RouteAnswer } from './use-route.ts'

const WHOLE = { maximumFractionDigits: 0 }
const TOTAL_KEYS: readonly AssumptionKey[] = [
  'roadRate',
  'railRate',
  'seaRate',
  'portHandling',
  'transloadCost',
  'borderFee',
  'truckPayload',
  'detourFactor',
]

interface RouteResultProps {
  answer: RouteAnswer
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
      <Totals route={route} answer={answer} />
      <Why answer={answer} chosen={chosen} />
      <Warnings route={route} />
      <h3>{t('connect.itinerary')}</h3>
      <ol className="route__legs">
        {route.legs.map((leg) => (
          <LegRow
            key={`${leg.mode} ${leg.firstVertex} ${leg.lengthKm}`}
            leg={leg}
            dearest={dearest}
            assumptions={answer.assumptions}
          />
        ))}
      </ol>
      {answer.routes.length > 1 && <Alternatives routes={answer.routes} chosen={chosen} onChoose={onChoose} />}
    </section>
  )
}

function Totals({ route, answer }: { route: Route; answer: RouteAnswer }) {
  const { t, number } = useMessages()
  const { low, base, high } = route.costUsdPerTonne
  return (
    <div className="route__totals">
      <p className="route__cost" data-testid="route-cost">
        <bdi>
          {number(low, WHOLE)}–{number(high, WHOLE)}
        </bdi>{' '}
        <span className="unit">{t('connect.usdPerTonne')}</span>
        <AssumptionMark assumptions={answer.assumptions} keys={TOTAL_KEYS} />
        <span className="muted small">
          {' '}
          {t('connect.baseCase', { usd: number(base, { maximumFractionDigits: 1 }) })}
        </span>
      </p>
      <p className="route__figures">
        <Figure value={number(route.lengthKm, WHOLE)} unit={t('unit.kmSymbol')} />
        <Figure
          value={number(route.timeH < 72 ? route.timeH : route.timeH / 24, {
            maximumFractionDigits: route.timeH < 72 ? 0 : 1,
          })}
          unit={t(route.timeH < 72 ? 'connect.hours' : 'connect.days')}
        />
        <Figure value={number(route.co2KgPerTonne, WHOLE)} unit={t('connect.kgCo2')} />
      </p>
    </div>
  )
}

/** What the next best would add. */
function Why({ answer: { routes, by }, chosen }: { answer: RouteAnswer; chosen: number }) {
  const { t, number } = useMessages()
  const [best, next] = routes
  if (!best || chosen !== 0) return null
  if (!next) return <p className="small muted">{t('connect.onlyWay')}</p>
  const usd = next.costUsdPerTonne.base - best.costUsdPerTonne.base
  const values = {
    usd: number(usd, { maximumFractionDigits: 1, signDisplay: 'always' }),
    hours: number(next.timeH - best.timeH, { maximumFractionDigits: 0, signDisplay: 'always' }),
    km: number(next.lengthKm - best.lengthKm, { ...WHOLE, signDisplay: 'always' }),
  }
  return (
    <p className="small">
      <strong>{t('connect.why')}</strong> {t(`connect.why.${by}`)} {t('connect.nextBest', values)}
    </p>
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
            what: route.weakest.reference ?? t('connect.unnamed'),
            km: number(route.weakest.lengthKm, { maximumFractionDigits: 1 }),
            why: tOr(`connect.weak.${route.weakest.why}`, route.weakest.why),
          })}
        </p>
      )}
    </>
  )
}

function Alternatives({
  routes,
  chosen,
  onChoose,
}: {
  routes: readonly Route[]
  chosen: number
  onChoose(index: number): void
}) {
  const { t, number } = useMessages()
  return (
    <>
      <h3>{t('connect.alternatives')}</h3>
      <ul className="route__alternatives">
        {routes.map((route, index) => (
          <li key={`${route.lengthKm} ${route.costUsdPerTonne.base}`}>
            <button
              type="button"
              className="corridor-row"
              aria-pressed={index === chosen}
              onClick={() => onChoose(index)}
            >
              <span>
                {t('connect.wayNumber', { number: index + 1 })} · {viaOf(route)}
              </span>
              <span className="muted small">
                <bdi>
                  {number(route.costUsdPerTonne.base, { maximumFractionDigits: 1 })} {t('connect.usdPerTonne')} ·{' '}
                  {number(route.lengthKm, WHOLE)} {t('unit.kmSymbol')} · {number(route.timeH, WHOLE)}{' '}
                  {t('connect.hours')}
                </bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The three longest references on the way. */
function viaOf({ legs }: Route): string {
  const km = new Map<string, number>()
  for (const { parts } of legs)
    for (const { reference, lengthKm } of parts) if (reference) km.set(reference, (km.get(reference) ?? 0) + lengthKm)
  return [...km]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([reference]) => reference)
    .join(', ')
}
