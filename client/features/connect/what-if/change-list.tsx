/** The changes in force, each in words with what it touched, each to be taken back. */
import X from 'lucide-react/icons/x'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import type { Change, ChangeEffect } from '#geodata/contract/scenario.ts'
import { allChanges, setConnect } from '../connect-question.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { changeInWords } from './change-words.ts'

/** `effects`: of all changes in the order in which they are asked; undefined while unknown. */
export function ChangeList({ effects }: { effects: readonly ChangeEffect[] | undefined }) {
  const { t } = useMessages()
  const connect = useView((state) => state.connect)
  const changes = allChanges(connect)
  if (changes.length === 0) return <p className="muted small">{t('connect.noChanges')}</p>
  const remove = (change: Change): void => {
    if (change.kind === 'set-assumption') {
      const { [change.key]: _, ...rates } = connect.rates
      setConnect({ rates })
    } else
      setConnect({
        changes: connect.changes.filter((other) => other !== change),
        closed:
          change.kind === 'close-reference'
            ? connect.closed.filter((reference) => reference !== change.reference)
            : connect.closed,
      })
  }
  return (
    <ul className="changes" aria-label={t('connect.changes')}>
      {changes.map((change, index) => (
        <ChangeRow
          key={JSON.stringify(change)}
          change={change}
          effect={effects?.[index]}
          onRemove={() => remove(change)}
        />
      ))}
    </ul>
  )
}

function ChangeRow({
  change,
  effect,
  onRemove,
}: {
  change: Change
  effect: ChangeEffect | undefined
  onRemove(): void
}) {
  const messages = useMessages()
  const { t } = messages
  const placeName = usePlaceName(change.kind === 'close-place' ? change.place : null)
  const words = changeInWords(messages, change, { effect, placeName })
  const touchesNothing = effect !== undefined && effect.edges === 0 && change.kind !== 'set-assumption'
  const reference = change.kind === 'close-edge' ? effect?.reference : null
  return (
    <li>
      <span dir="auto">{words}</span>
      <IconButton label={t('connect.takeBack', { change: words })} icon={X} onClick={onRemove} />
      {touchesNothing && <span className="small note note--warning">{t('connect.touchesNothing')}</span>}
      {reference != null && (
        <button type="button" className="text-button small" onClick={() => closeWhole(change, reference)}>
          {t('connect.closeWhole', { reference })}
        </button>
      )}
    </li>
  )
}

/** The whole road in place of the stretch that was clicked. */
function closeWhole(change: Change, reference: string): void {
  const { changes, closed } = useView.getState().connect
  const [first = reference] = reference.split(/[;/,]\s*/)
  setConnect({
    changes: changes.filter((other) => other !== change),
    closed: [...new Set([...closed, first])].slice(0, 10),
  })
}
