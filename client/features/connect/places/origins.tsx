/** Where ore comes from: places named, clicked or selected, or all deposits under the filter. */
import X from 'lucide-react/icons/x'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { MOST_PLACES } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { filterToQuery } from '#geodata/contract/filter.ts'
import { setConnect } from '../connect-question.ts'
import { PlaceChips } from './place-chips.tsx'
import { PlaceSearch } from './place-search.tsx'

/** `isEmptyAll`: without any place named, the question is about all deposits under the filter. */
export function Origins({ isEmptyAll = false }: { isEmptyAll?: boolean }) {
  const { t } = useMessages()
  const { from, isFromFilter } = useView((state) => state.connect)
  const filter = useView((state) => state.filter)
  const count = useQuery('listDeposits', { query: { ...Object.fromEntries(filterToQuery(filter)), limit: '1' } })
  const deposits = count.data?.total.deposits ?? count.previous?.total.deposits ?? 0
  const isAll = isFromFilter || (isEmptyAll && from.length === 0)
  return (
    <fieldset className="connect__end">
      <legend>{t('connect.from')}</legend>
      {isAll ? (
        <p className="connect__chips">
          {isFromFilter ? (
            <button
              type="button"
              className="chip"
              aria-label={t('connect.removePlace', { name: t('connect.allFiltered', { count: deposits }) })}
              onClick={() => setConnect({ isFromFilter: false })}
            >
              <span>{t('connect.allFiltered', { count: deposits })}</span> <X size={12} aria-hidden />
            </button>
          ) : (
            <span className="connect__chosen">{t('connect.allFiltered', { count: deposits })}</span>
          )}
        </p>
      ) : (
        <PlaceChips
          places={from}
          onRemove={(place) => setConnect({ from: from.filter((other) => other !== place), pair: null, way: 0 })}
        />
      )}
      {from.length < MOST_PLACES && (
        <PlaceSearch
          label={t('connect.from')}
          placeholder={t('connect.fromSearch')}
          selectedLabel={t('connect.useSelected.from')}
          taken={from}
          onPlace={(place) => setConnect({ from: [...from, place], isFromFilter: false, pair: null, way: 0 })}
        />
      )}
      {!isAll && deposits > 0 && (
        <button
          type="button"
          className="text-button small"
          onClick={() => setConnect({ isFromFilter: true, from: [], pair: null, way: 0 })}
        >
          {t('connect.useFiltered', { count: deposits })}
        </button>
      )}
    </fieldset>
  )
}
