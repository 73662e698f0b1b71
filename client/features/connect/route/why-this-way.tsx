/** Why this way and not another: what the next best would add in money, hours and kilometres, and where the difference lies. */
import { useMessages } from '#client/i18n/use-messages.ts'
import type { CostSplit, Route } from '#geodata/contract/logistics.ts'
import { roadsOnlyIn } from './roads-of.ts'
import type { RoutesOfPair } from './use-route.ts'

const PARTS = ['haul', 'toll', 'handling', 'dwell', 'border', 'port'] as const satisfies readonly (keyof CostSplit)[]
const LEAST_SHOWN_USD = 0.05

/** With the best way chosen, against the next best; with another, against the best. */
export function WhyThisWay({ answer: { routes, by }, chosen }: { answer: RoutesOfPair; chosen: number }) {
  const { t } = useMessages()
  const [best] = routes
  const shown = routes[chosen]
  const other = chosen === 0 ? routes[1] : best
  if (!best || !shown) return null
  if (!other) return <p className="small muted">{t('connect.onlyWay')}</p>
  const against = chosen === 0 ? { from: shown, to: other } : { from: other, to: shown }
  return (
    <section className="why small">
      <p>
        <strong>{t(chosen === 0 ? 'connect.why' : 'connect.whyNot')}</strong> {chosen === 0 && t(`connect.why.${by}`)}{' '}
        <Difference {...against} isNext={chosen === 0} />
      </p>
      <Split {...against} />
    </section>
  )
}

interface Pair {
  from: Route
  to: Route
}

function Difference({ from, to, isNext }: Pair & { isNext: boolean }) {
  const { t, number, list } = useMessages()
  const signed = (value: number, digits: number): string =>
    number(value, { maximumFractionDigits: digits, signDisplay: 'always' })
  const values = {
    usd: signed(to.costUsdPerTonne.base - from.costUsdPerTonne.base, 1),
    hours: signed(to.timeH - from.timeH, 0),
    km: signed(to.lengthKm - from.lengthKm, 0),
  }
  const by = roadsOnlyIn(to, from)
  return (
    <>
      {t(isNext ? 'connect.nextBest' : 'connect.thanBest', values)}{' '}
      {by.length > 0 && t('connect.goesBy', { roads: list(by) })}
    </>
  )
}

/** Which purposes the difference is made of. */
function Split({ from, to }: Pair) {
  const { t, number } = useMessages()
  const parts = PARTS.map((part) => ({ part, usd: to.split[part] - from.split[part] })).filter(
    ({ usd }) => Math.abs(usd) >= LEAST_SHOWN_USD,
  )
  if (parts.length === 0) return null
  return (
    <ul className="why__parts">
      {parts.map(({ part, usd }) => (
        <li key={part}>
          {t(`connect.split.${part}`)}{' '}
          <bdi className="figure">
            {number(usd, { maximumFractionDigits: 1, signDisplay: 'always' })} {t('connect.usdPerTonne')}
          </bdi>
        </li>
      ))}
    </ul>
  )
}
