/** Deposits by delivered cost to the chosen market, under the filter of the atlas; asked for when opened. */
import { useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { filterToQuery } from '#geodata/contract/filter.ts'
import { TakeAnswer } from '../answer/take-answer.tsx'
import { changesQuery, choicesQuery, PLANNED, setConnect } from '../connect-question.ts'
import { AssumptionMark, COST_KEYS } from '../rates/assumption-mark.tsx'

const SHOWN = 40

export function RankingTable({ connect }: { connect: ConnectState }) {
  const { t } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="connect__ranking" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('connect.ranking')}</summary>
      {isOpen && <Ranking connect={connect} />}
    </details>
  )
}

function Ranking({ connect }: { connect: ConnectState }) {
  const { t, number, language } = useMessages()
  const filter = useView((state) => state.filter)
  const { to, hasPlanned } = connect
  const query = {
    ...Object.fromEntries(filterToQuery(filter)),
    ...choicesQuery(connect),
    ...(hasPlanned && { links: PLANNED.join(',') }),
    ...changesQuery(connect),
    to: to.join(';'),
  }
  const { data, problem, retry } = useQuery('routeMatrix', { query })
  if (problem) return <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />
  if (!data) return <Skeleton lines={6} />
  const rows = data.rows.flatMap((row) => {
    const cell = row.best === null ? null : row.cells[row.best]
    return cell ? [{ ...row, cell }] : []
  })
  rows.sort((a, b) => a.cell.costUsdPerTonne.base - b.cell.costUsdPerTonne.base)
  return (
    <>
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col">{t('connect.deposit')}</th>
            <th scope="col">
              {t('connect.usdPerTonne')} <AssumptionMark keys={COST_KEYS} />
            </th>
            <th scope="col">{t('unit.kmSymbol')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ ref, name, cell, isDistrictLevel }) => (
            <tr key={ref}>
              <th scope="row">
                <button
                  type="button"
                  className="text-button"
                  dir="auto"
                  onClick={() => ref !== null && setConnect({ from: [ref], pair: null, way: 0 })}
                >
                  {name ? localName(name, language, ref ?? '') : ref}
                </button>
                {isDistrictLevel && <span className="tag">{t('connect.indicativeTag')}</span>}
              </th>
              <td>
                <bdi>
                  {number(cell.costUsdPerTonne.base, { maximumFractionDigits: 1 })}{' '}
                  <span className="muted">
                    ({number(cell.costUsdPerTonne.low, { maximumFractionDigits: 0 })}–
                    {number(cell.costUsdPerTonne.high, { maximumFractionDigits: 0 })})
                  </span>
                </bdi>
              </td>
              <td>{number(cell.lengthKm, { maximumFractionDigits: 0 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">
        {t('connect.rankingNote', {
          shown: Math.min(SHOWN, rows.length),
          all: rows.length,
          without: data.rows.length - rows.length,
        })}
      </p>
      <TakeAnswer id="routeMatrix" input={{ query }} />
    </>
  )
}
