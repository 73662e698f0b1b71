/** Provinces side by side: a table to sort, and ore by commodity and category, none added to another. */
import Printer from 'lucide-react/icons/printer'
import { useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { indicatorOf, REGION_INDICATORS, type RegionIndicator } from '#client/state/region-indicators.ts'
import { useView } from '#client/state/view-state.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { RegionRow } from '#geodata/contract/regions.ts'
import { OreTable } from './ore-table.tsx'
import './province-page.css'

export default function ProvincePage() {
  const t = useTopic(REGIONS)
  const { data, problem, retry } = useQuery('listRegions', { params: { level: 'provinces' } })
  return (
    <PageFrame
      title={t('comparison')}
      closeLabel={t('close')}
      onClose={() => useView.getState().set({ page: null })}
      actions={
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={16} aria-hidden /> {t('print')}
        </button>
      }
    >
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {!problem && !data && <Skeleton lines={8} />}
      {data && (
        <div className="provinces">
          <Comparison rows={data.rows} />
          <OreTable rows={data.rows} />
          <p className="muted small">{t('sourceNote')}</p>
        </div>
      )}
    </PageFrame>
  )
}

function Comparison({ rows }: { rows: readonly RegionRow[] }) {
  const t = useTopic(REGIONS)
  const [sort, setSort] = useState<{ by: RegionIndicator; isDown: boolean }>({ by: 'deposits', isDown: true })
  const of = (row: RegionRow) => indicatorOf(row, sort.by) ?? Number.NEGATIVE_INFINITY
  const sorted = [...rows].sort((a, b) => (of(b) - of(a)) * (sort.isDown ? 1 : -1))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page must be scrolled by keys too
    <section className="provinces__scroll" tabIndex={0} aria-label={t('comparison')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('province')}</th>
            {REGION_INDICATORS.map((by) => (
              <th key={by} scope="col" aria-sort={ariaSort(sort.by === by, sort.isDown)}>
                <button
                  type="button"
                  title={t('sortBy', { column: t(`by.${by}`) })}
                  onClick={() => setSort({ by, isDown: sort.by === by ? !sort.isDown : true })}
                >
                  {t(`by.${by}`)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <ProvinceRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ariaSort(isSorted: boolean, isDown: boolean): 'ascending' | 'descending' | undefined {
  if (!isSorted) return undefined
  return isDown ? 'descending' : 'ascending'
}

function ProvinceRow({ row }: { row: RegionRow }) {
  const t = useTopic(REGIONS)
  const { number, language } = useMessages()
  const open = () => useView.getState().set({ page: null, selection: { dataset: 'provinces', id: row.id } })
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text-button" onClick={open}>
          <bdi>{localName(row.name, language, row.id)}</bdi>
        </button>
      </th>
      {REGION_INDICATORS.map((by) => {
        const value = indicatorOf(row, by)
        return (
          <td key={by}>
            {value === null ? (
              <span className="muted">{t('notReported')}</span>
            ) : (
              <bdi className="figure">{number(value, { maximumFractionDigits: by.endsWith('Pct') ? 1 : 0 })}</bdi>
            )}
          </td>
        )
      })}
    </tr>
  )
}
