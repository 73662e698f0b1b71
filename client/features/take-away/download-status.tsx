/** How a download stands, in words and as a bar; cancel while it runs, again when it failed. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import type { DownloadState } from './use-download.ts'

interface DownloadStatusProps {
  state: DownloadState
  onCancel(): void
  onRetry(): void
}

const BYTES_PER_MB = 1_000_000

export function DownloadStatus({ state, onCancel, onRetry }: DownloadStatusProps) {
  const { t, number } = useMessages()
  const megabytes = (bytes: number) => number(bytes / BYTES_PER_MB, { maximumFractionDigits: bytes < 100_000 ? 3 : 1 })
  switch (state.kind) {
    case 'waiting':
      return null
    case 'running': {
      const { bytes, ofBytes } = state.progress
      return (
        <div className="take-away__running" role="status">
          <progress aria-label={t('export.progress')} {...(ofBytes !== null && { max: ofBytes, value: bytes })} />
          <span className="small figure">
            {bytes === 0 ? t('export.preparing') : t('export.received', { mb: megabytes(bytes) })}
          </span>
          <button type="button" className="button" onClick={onCancel}>
            {t('export.cancel')}
          </button>
        </div>
      )
    }
    case 'done':
      return (
        <p className="note" role="status">
          {t('export.done', { file: state.fileName, mb: megabytes(state.bytes) })}
        </p>
      )
    case 'failed':
      return <FailureNote code={state.problem.code} requestId={state.problem.requestId} onRetry={onRetry} />
  }
}
