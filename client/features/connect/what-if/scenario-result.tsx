/** What the changes do: in one sentence, per province, per deposit; the greatest differences first. */
import { useState } from 'react'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Output } from '#geodata/contract/endpoints.ts'
import { PlaceName } from '../places/use-place-name.ts'
import { AssumptionMark, COST_KEYS, TIME_KEYS } from '../rates/assumption-mark.tsx'

type Scenario = Output<'runScenario'>
type Row = Scenario['rows'][number]

const FIRST_SHOWN = 20
const SIGNED = { maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const

export function ScenarioResult({ scenario }: { scenario: Scenario }) {
  return (
    <section className="scenario">
      <Sentence scenario={scenario} />
      <Provinces provinces={scenario.provinces} />
      <Deposits rows={scenario.rows} />
    </section>
  )
}

function Sentence({ scenario: { rows } }: { scenario: Scenario }) {
  const { t, number } = useMessages()
  const both = rows.filter(({ costChange }) => costChange !== null)
  const mean = both.length === 0 ? 0 : both.reduce((sum, { costChange }) => sum + (costChange ?? 0), 0) / both.length
  const values = {
    all: rows.length,
    changed: rows.filter(isChanged).length,
    lost: rows.filter(({ before, after }) => before && !after).length,
    gained: rows.filter(({ before, after }) => !before && after).length,
    mean: number(mean, SIGNED),
  }
  return (
    <p className="scenario__sentence" data-testid="scenario-sentence" role="status">
      {t('connect.scenarioSays', values)}
    </p>
  )
}

function Provinces({ provinces }: Pick<Scenario, 'provinces'>) {
  const { t, tOr, number } = useMessages()
  return (
    <>
      <h3>
        {t('connect.byProvince')} <AssumptionMark keys={[...new Set([...COST_KEYS, ...TIME_KEYS])]} />
      </h3>
      <div className="connect__scroll">
        <table className="ranking" data-testid="provinces">
          <thead>
            <tr>
              <th scope="col">{t('connect.province')}</th>
              <th scope="col">{t('connect.changed')}</th>
              <th scope="col">{t('connect.lost')}</th>
              <th scope="col">{t('connect.meanUsd')}</th>
              <th scope="col">{t('connect.meanHours')}</th>
            </tr>
          </thead>
          <tbody>
            {provinces.map((one) => (
              <tr key={one.province}>
                <th scope="row">{tOr(`province.${one.province}`, one.province)}</th>
                <td>
                  <bdi>
                    {number(one.changed)} / {number(one.deposits)}
                  </bdi>
                </td>
                <td>{number(one.lostAccess)}</td>
                <td>{one.meanCostChange === null ? t('connect.noWay') : number(one.meanCostChange, SIGNED)}</td>
                <td>{one.meanTimeChange === null ? t('connect.noWay') : number(one.meanTimeChange, SIGNED)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Deposits({ rows }: Pick<Scenario, 'rows'>) {
  const { t } = useMessages()
  const [isAll, setAll] = useState(false)
  const changed = rows.filter(isChanged).toSorted((a, b) => weightOf(b) - weightOf(a))
  const shown = isAll ? changed : changed.slice(0, FIRST_SHOWN)
  if (changed.length === 0) return <p className="small muted">{t('connect.nothingChanges')}</p>
  return (
    <>
      <h3>
        {t('connect.byDeposit')} <AssumptionMark keys={COST_KEYS} />
      </h3>
      <div className="connect__scroll">
        <table className="ranking" data-testid="deposits">
          <thead>
            <tr>
              <th scope="col">{t('connect.deposit')}</th>
              <th scope="col">{t('connect.beforeUsd')}</th>
              <th scope="col">{t('connect.afterUsd')}</th>
              <th scope="col">Δ {t('connect.hours')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <DepositRow key={row.ref} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {changed.length > FIRST_SHOWN && (
        <button type="button" className="text-button" onClick={() => setAll(!isAll)}>
          {isAll ? t('connect.showFewer') : t('connect.showAll', { count: changed.length })}
        </button>
      )}
    </>
  )
}

function DepositRow({ row: { name, ref, before, after, costChange, timeChange } }: { row: Row }) {
  const { t, number, language } = useMessages()
  const usd = (value: number): string => number(value, { maximumFractionDigits: 1 })
  return (
    <tr>
      <th scope="row">
        <bdi>{localName(name, language, ref)}</bdi>
        {after && before?.to !== after.to && (
          <span className="small muted connect__via">
            {t('connect.nowTo')} <PlaceName place={after.to} />
          </span>
        )}
      </th>
      <td>{before ? usd(before.costUsdPerTonne) : t('connect.noWay')}</td>
      <td>
        {after ? (
          <bdi>
            {usd(after.costUsdPerTonne)}{' '}
            {costChange !== null && <span className="muted">({number(costChange, SIGNED)})</span>}
          </bdi>
        ) : (
          <strong className="scenario__lost">{t('connect.noWay')}</strong>
        )}
      </td>
      <td>{timeChange === null ? '' : number(timeChange, SIGNED)}</td>
    </tr>
  )
}

function isChanged({ before, after, isRouteChanged, costChange }: Row): boolean {
  return isRouteChanged || (costChange ?? 0) !== 0 || (before === null) !== (after === null)
}

/** Lost access weighs most, gained next. */
function weightOf({ before, after, costChange }: Row): number {
  if (before && !after) return 1e9
  if (!before && after) return 1e8
  return Math.abs(costChange ?? 0)
}
