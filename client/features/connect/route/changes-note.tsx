/** Drawn changes are in force: how many, where to see them, and a way to leave them aside. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { encodeChanges } from '#geodata/contract/change-text.ts'
import { setConnect } from '../connect-question.ts'

/** `isInBody`: the question is one by POST, which takes changes of any length. */
export function ChangesNote({ isInBody = false }: { isInBody?: boolean }) {
  const { t } = useMessages()
  const changes = useView((state) => state.connect.changes)
  const { length: count } = changes
  const isLeftAside = !isInBody && encodeChanges(changes) === null
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
