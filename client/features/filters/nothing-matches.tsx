/** Nothing matches: which single filter to leave out, and how many deposits that would bring back. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { choicesOf, filterQuery, withoutCondition, withoutFacet } from '#client/state/filter-choices.ts'
import { useView } from '#client/state/view-state.ts'
import type { DepositFilter } from '#geodata/contract/filter.ts'

export function NothingMatches() {
  const { t } = useMessages()
  const filter = useView((state) => state.filter)
  const facets = [...new Set(choicesOf(filter).map((choice) => choice.facet))]
  return (
    <div className="note note--warning" role="status">
      <p>{t('filter.nothing')}</p>
      <ul>
        {facets.map((facet) => (
          <Loosen
            key={facet}
            looser={withoutFacet(filter, facet)}
            textOf={(count) => t('filter.loosen', { facet: t(`facet.${facet}`), count })}
          />
        ))}
        {filter.filter !== undefined && (
          <Loosen looser={withoutCondition(filter)} textOf={(count) => t('cql.loosen', { count })} />
        )}
      </ul>
    </div>
  )
}

interface LoosenProps {
  looser: DepositFilter
  textOf(count: number): string
}

function Loosen({ looser, textOf }: LoosenProps) {
  const set = useView((state) => state.set)
  const { data } = useQuery('listDeposits', { query: { ...filterQuery(looser), limit: '1' } })
  const count = data === undefined ? 0 : data.total.deposits + data.total.parts
  if (count === 0) return null
  return (
    <li>
      <button type="button" className="text-button" onClick={() => set({ filter: looser })}>
        {textOf(count)}
      </button>
    </li>
  )
}
