/** A sheet that could not be filled: a record that is not there is told apart from a server that failed. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { FailureNote } from './failure-note.tsx'

interface SheetFailureProps {
  code: string
  requestId: string | null
  /** What was asked for, as the link names it. */
  id: string
  onRetry(): void
}

export function SheetFailure({ code, requestId, id, onRetry }: SheetFailureProps) {
  const { t } = useMessages()
  const isMissing = code === 'not-found' || code === 'invalid-request'
  return (
    <div className="sheet__pad">
      {isMissing ? (
        <p className="note" role="alert">
          {t('sheet.notFound', { id })}
        </p>
      ) : (
        <FailureNote code={code} requestId={requestId} onRetry={onRetry} />
      )}
    </div>
  )
}
