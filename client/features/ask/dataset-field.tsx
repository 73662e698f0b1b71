/** What is looked for: any datasets that have places. */
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useAsked } from './use-asked.ts'

const MOST = 12

export function DatasetField() {
  const { t, language, list } = useMessages()
  const [{ datasets }, change] = useAsked()
  const { data } = useQuery('listDatasets', {})
  const known = (data?.datasets ?? []).filter(({ geometry, tiles }) => geometry !== 'none' && tiles !== null)
  const titleOf = (id: string): string => known.find((one) => one.id === id)?.title[language] ?? id
  const toggle = (id: string): void => {
    const after = datasets.includes(id) ? datasets.filter((one) => one !== id) : [...datasets, id]
    if (after.length > 0 && after.length <= MOST) change({ datasets: after })
  }
  return (
    <details className="ask__datasets">
      <summary>
        {t('ask.datasets', { count: datasets.length })}
        <span className="muted small"> {list(datasets.map(titleOf))}</span>
      </summary>
      <ul>
        {known.map(({ id }) => (
          <li key={id}>
            <label>
              <input type="checkbox" checked={datasets.includes(id)} onChange={() => toggle(id)} />
              {titleOf(id)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
