/** Markets to choose from: ports at home and in China, border crossings, plants and smelters. */
import { useId } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { PlaceField } from './place-field.tsx'
import { setConnect } from './use-route.ts'

const GROUPS = ['ports', 'border-crossings', 'processing'] as const

export function DestinationChoice({ value }: { value: string | null }) {
  const { t, language } = useMessages()
  const id = useId()
  const groups = [
    useQuery('listFeatures', { params: { dataset: 'ports' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'border-crossings' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'processing' }, query: { limit: '200' } }),
  ]
  const known = groups.some(({ data }, index) =>
    data?.features.some((feature) => `${GROUPS[index]}/${feature.id}` === value),
  )
  return (
    <div className="connect__end">
      <label htmlFor={id}>{t('connect.to')}</label>
      <select
        id={id}
        className="field"
        value={known ? (value ?? '') : ''}
        onChange={(event) => setConnect({ to: event.target.value || null })}
      >
        <option value="">{t('connect.chooseMarket')}</option>
        {GROUPS.map((dataset, index) => (
          <optgroup key={dataset} label={t(`connect.group.${dataset}`)}>
            {groups[index]?.data?.features.map((feature) => (
              <option key={feature.id} value={`${dataset}/${feature.id}`}>
                {localName(feature.properties.name, language, feature.id)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <PlaceField end="to" value={value} isNamedAbove={known || value === null} />
    </div>
  )
}
