/** Drawn changes are in force: how many, where to see them, and a way to leave them aside. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { setConnect } from '../connect-question.ts'

export function ChangesNote({ isLeftAside = false }: { isLeftAside?: boolean }) {
  const { t } = useMessages()
  const { length: count } = useView((state) => state.connect.changes)
  if (count === 0) return null
  return (
    <p className="note small">
      {t(isLeftAside ? 'connect.changesLeftAside' : 'connect.changesInForce', { count })}{' '}
      <button type="button" className="text-button" onClick={() => setConnect({ question: 'what-if' })}>
        {t('connect.changesShow')}
      </button>{' '}
      {!isLeftAside && (
        <button type="button" className="text-button" onClick={() => setConnect({ changes: [] })}>
          {t('connect.changesDrop')}
        </button>
      )}
    </p>
  )
}
