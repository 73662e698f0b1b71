/** Markets to choose from by name: ports at home and in China, border crossings, plants and smelters, cities on China's railways. */
import { useId } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { AtlasFeature } from '#geodata/contract/endpoints.ts'

const GROUPS = ['ports', 'border-crossings', 'processing', 'network-places'] as const
/** From Kashgar to the coast. */
const CHINA = '75,18,125,50'

interface MarketChoiceProps {
  label: string
  /** Chosen already. */
  taken: readonly string[]
  /** Which kinds are offered; all by default. */
  kinds?: readonly (typeof GROUPS)[number][]
  onPlace(place: string): void
}

export function MarketChoice({ label, taken, kinds = GROUPS, onPlace }: MarketChoiceProps) {
  const { t, language } = useMessages()
  const id = useId()
  const groups = [
    useQuery('listFeatures', { params: { dataset: 'ports' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'border-crossings' }, query: { limit: '100' } }),
    useQuery('listFeatures', { params: { dataset: 'processing' }, query: { limit: '200' } }),
    useQuery('listFeatures', { params: { dataset: 'network-places' }, query: { bbox: CHINA, limit: '200' } }),
  ]
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <select
        id={id}
        className="field"
        value=""
        onChange={(event) => event.target.value !== '' && onPlace(event.target.value)}
      >
        <option value="">{t('connect.chooseMarket')}</option>
        {GROUPS.map(
          (dataset, index) =>
            kinds.includes(dataset) && (
              <optgroup key={dataset} label={t(`connect.group.${dataset}`)}>
                {groups[index]?.data?.features
                  .filter((one) => isOffered(dataset, one))
                  .map((feature) => {
                    const place = `${dataset}/${feature.id}`
                    return (
                      <option
                        key={feature.id}
                        value={place}
                        disabled={taken.includes(place) || feature.geometry === null}
                      >
                        {localName(feature.properties.name, language, feature.id)}
                      </option>
                    )
                  })}
              </optgroup>
            ),
        )}
      </select>
    </>
  )
}

/** Of the places of the network only cities in China: those nearer by are found by search. */
function isOffered(dataset: string, { properties }: AtlasFeature): boolean {
  return dataset !== 'network-places' || (properties.kind === 'city' && properties.province === 'China')
}
