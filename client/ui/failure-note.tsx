/** A failure in the reader's words, with what to do and the reference to quote. */
import { useMessages } from '#client/i18n/use-messages.ts'

interface FailureNoteProps {
  /** Code of the problem: `problem.<code>` in the catalogue. */
  code: string
  requestId?: string | null
  /** Absent where trying again cannot help. */
  onRetry?(): void
}

export function FailureNote({ code, requestId, onRetry }: FailureNoteProps) {
  const { t, tOr } = useMessages()
  return (
    <div className="note note--danger" role="alert">
      <p>{tOr(`problem.${code}`, t('problem.internal-error'))}</p>
      {requestId && <p className="small">{t('state.reference', { id: requestId })}</p>}
      {onRetry && (
        <button type="button" className="text-button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  )
}
