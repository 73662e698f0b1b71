/** Deposits by delivered cost to the chosen market, under the filter of the atlas; asked for when opened. */
import { useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { conditionsQuery, PLANNED } from '#client/state/connect-query.ts'
import type { ConnectState } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { filterToQuery } from '#geodata/contract/filter.ts'
import { setConnect } from './use-route.ts'

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
    ...conditionsQuery(connect),
    ...(hasPlanned && { links: PLANNED }),
    to: to ?? '',
  }
  const { data, problem, retry } = useQuery('routeMatrix', { query })
  if (problem) return <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />
  if (!data) return <Skeleton lines={6} />
  const rows = data.rows.flatMap((row) => (row.cells[0] ? [{ ...row, cell: row.cells[0] }] : []))
  rows.sort((a, b) => a.cell.costUsdPerTonne.base - b.cell.costUsdPerTonne.base)
  return (
    <>
      <table className="ranking">
        <thead>
          <tr>
            <th scope="col">{t('connect.deposit')}</th>
            <th scope="col">{t('connect.usdPerTonne')}</th>
            <th scope="col">{t('unit.kmSymbol')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map(({ ref, name, cell, isDistrictLevel }) => (
            <tr key={ref}>
              <th scope="row">
                <button type="button" className="text-button" dir="auto" onClick={() => setConnect({ from: ref })}>
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
    </>
  )
}
