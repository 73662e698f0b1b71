/** Filters: how many match, what is on, and every facet with counts beside its choices. */
import { useEffect } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { choicesOf, filterQuery } from '#client/state/filter-choices.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { DepositCountText } from '#client/ui/deposit-count-text.tsx'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { FACETS } from '#geodata/contract/filter.ts'
import { Cql2Box } from './cql2-box.tsx'
import { FacetGroup } from './facet-group.tsx'
import { FilterChips } from './filter-chips.tsx'
import { NothingMatches } from './nothing-matches.tsx'
import './filters.css'

export default function FilterPanel() {
  const { t } = useMessages()
  const filter = useView((state) => state.filter)
  const answer = useQuery('depositFacets', { query: filterQuery(filter) })
  const facets = answer.data ?? answer.previous
  useAnnouncedCount(answer.data?.total)

  if (!facets) {
    return (
      <div className="sheet__pad">
        {answer.problem ? (
          <>
            <FailureNote code={answer.problem.code} requestId={answer.problem.requestId} onRetry={answer.retry} />
            <Cql2Box />
          </>
        ) : (
          <Skeleton lines={12} />
        )}
      </div>
    )
  }
  return (
    <div className="filters">
      <div className="filters__head">
        <p className="filters__count">
          <DepositCountText count={facets.total} />
          {!answer.data && <span className="muted small"> {t('filter.updating')}</span>}
        </p>
        <TakeAwayButton dataset="deposits" query={filterQuery(filter)} />
        <FilterChips choices={choicesOf(filter)} facets={facets.facets} />
        {answer.problem && <FailureNote code={answer.problem.code} onRetry={answer.retry} />}
        {answer.data && facets.total.deposits + facets.total.parts === 0 && <NothingMatches />}
      </div>
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} choices={facets.facets[facet] ?? []} />
      ))}
      <Cql2Box />
      <p className="muted small filters__note">{t('filter.countNote')}</p>
    </div>
  )
}

function useAnnouncedCount(total: { deposits: number; parts: number } | undefined): void {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  const deposits = total?.deposits
  const parts = total?.parts
  useEffect(() => {
    if (deposits === undefined || parts === undefined) return
    set({ announcement: t('count.depositsAndParts', { deposits, parts }) })
  }, [deposits, parts, set, t])
}
