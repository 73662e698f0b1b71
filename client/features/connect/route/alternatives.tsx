/** The ways side by side: cost with its range, hours, kilometres and CO₂ of each; the one that is pressed is drawn. */
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Route } from '#geodata/contract/logistics.ts'
import { AssumptionMark, COST_KEYS, TIME_KEYS } from '../rates/assumption-mark.tsx'
import { viaOf } from './roads-of.ts'

const WHOLE = { maximumFractionDigits: 0 }

interface AlternativesProps {
  routes: readonly Route[]
  chosen: number
  onChoose(index: number): void
}

export function Alternatives({ routes, chosen, onChoose }: AlternativesProps) {
  const { t, number } = useMessages()
  return (
    <>
      <h3>
        {t('connect.alternatives')} <AssumptionMark keys={[...new Set([...COST_KEYS, ...TIME_KEYS])]} />
      </h3>
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col">{t('connect.way')}</th>
            <th scope="col">{t('connect.usdPerTonne')}</th>
            <th scope="col">{t('connect.hours')}</th>
            <th scope="col">{t('unit.kmSymbol')}</th>
            <th scope="col">{t('connect.kgCo2')}</th>
          </tr>
        </thead>
        <tbody>
          {routes.map((route, index) => (
            <tr key={`${route.lengthKm} ${route.costUsdPerTonne.base}`} data-chosen={index === chosen ? '' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="text-button"
                  aria-pressed={index === chosen}
                  onClick={() => onChoose(index)}
                >
                  {t('connect.wayNumber', { number: index + 1 })}
                </button>
                <span className="muted small connect__via" dir="auto">
                  {viaOf(route)}
                </span>
              </th>
              <td>
                <bdi>
                  {number(route.costUsdPerTonne.base, { maximumFractionDigits: 1 })}{' '}
                  <span className="muted">
                    ({number(route.costUsdPerTonne.low, WHOLE)}–{number(route.costUsdPerTonne.high, WHOLE)})
                  </span>
                </bdi>
              </td>
              <td>{number(route.timeH, WHOLE)}</td>
              <td>{number(route.lengthKm, WHOLE)}</td>
              <td>{number(route.co2KgPerTonne, WHOLE)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
