/** Round an answer: the failure, the wait with progress and a way out, the answer before dimmed while the new one comes. */
import type { ReactNode } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { Asked } from './use-asked.ts'

export function AnswerFrame<T>({ asked, children }: { asked: Asked<T>; children(answer: T): ReactNode }) {
  const { t } = useMessages()
  const { data, previous, problem, isLoading, isSlow, isStopped, stop, again, retry } = asked
  const shown = problem ? undefined : (data ?? previous)
  return (
    <div className="connect__answer" aria-busy={isLoading}>
      {problem && <Problem code={problem.code} detail={problem.message} onRetry={retry} />}
      {isSlow && (
        <div className="connect__wait" role="status">
          <progress aria-label={t('connect.reckoning')} />
          <span className="small">{t('connect.reckoning')}</span>
          <button type="button" className="button" onClick={stop}>
            {t('connect.stop')}
          </button>
        </div>
      )}
      {isStopped && (
        <p className="note">
          {t('connect.stopped')}{' '}
          <button type="button" className="text-button" onClick={again}>
            {t('connect.again')}
          </button>
        </p>
      )}
      {isLoading && !shown && !isSlow && <Skeleton lines={5} />}
      {shown && <div data-stale={data ? undefined : ''}>{children(shown)}</div>}
    </div>
  )
}

/** Where no way leads, the server's sentence says which gap is in the way; it is in English, as the data are. */
function Problem({ code, detail, onRetry }: { code: string; detail: string; onRetry(): void }) {
  if (code !== 'no-route' && code !== 'not-found') return <FailureNote code={code} onRetry={onRetry} />
  return (
    <div>
      <FailureNote code={code} />
      <p className="small" lang="en" dir="ltr">
        {detail}
      </p>
    </div>
  )
}
