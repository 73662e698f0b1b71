/** The market that costs are reckoned to: the same as in the Connect panel. */
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { marketOf } from '#client/state/connect-state.ts'
import { useView } from '#client/state/view-state.ts'
import { useDeskText } from './desk-messages.ts'

const GROUPS = ['ports', 'border-crossings', 'processing'] as const

export function MarketChoice() {
  const { language } = useMessages()
  const text = useDeskText()
  const market = useMarket()
  const set = useView((state) => state.set)
  const groups = [
    useQuery('listFeatures', { params: { dataset: 'ports' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'border-crossings' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'processing' }, query: { limit: '200' } }),
  ]
  const isListed = groups.some(({ data }, at) => data?.features.some(({ id }) => `${GROUPS[at]}/${id}` === market))
  return (
    <label className="desk-bar__choice">
      <span>{text('desk.market')}</span>
      <select
        className="field"
        value={market ?? ''}
        onChange={(event) =>
          set({ connect: { ...useView.getState().connect, to: event.target.value === '' ? [] : [event.target.value] } })
        }
      >
        <option value="">{text('desk.market.choose')}</option>
        {market !== null && !isListed && <option value={market}>{market}</option>}
        {GROUPS.map((dataset, index) => (
          <optgroup key={dataset} label={text(`desk.market.${dataset}`)}>
            {groups[index]?.data?.features.map(({ id, properties: { name } }) => (
              <option key={id} value={`${dataset}/${id}`}>
                {localName(name, language, id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}

/** Reference of the chosen market; null for none. */
export function useMarket(): string | null {
  return useView((state) => marketOf(state.connect))
}
