/** Which corridor. */
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { useAsked } from './use-asked.ts'

export function CorridorField() {
  const { t, language } = useMessages()
  const [{ corridor }, change] = useAsked()
  const { data, problem, retry } = useQuery('listCorridors', {})
  if (problem) return <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />
  return (
    <label className="ask__field">
      <span>{t('ask.corridor')}</span>
      <select className="field" value={corridor} onChange={({ target }) => change({ corridor: target.value })}>
        {(data?.corridors ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {localName(name, language, id)}
          </option>
        ))}
      </select>
    </label>
  )
}
