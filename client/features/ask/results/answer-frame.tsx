/** What every answer has: waiting, failing, a sentence that is read out, a list, and a button that copies a report. */
import { type ReactNode, useEffect, useState } from 'react'
import type { ApiProblem } from '#client/api/api-problem.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { copyReport } from '../report-text.ts'

interface AnswerFrameProps {
  /** null: there is nothing to ask yet. */
  sentence: string | null
  isLoading: boolean
  problem: ApiProblem | undefined
  onRetry(): void
  /** Lines of the answer, for the report. */
  lines: readonly string[]
  /** Datasets that the answer rests on, for their sources. */
  datasets: readonly string[]
  /** What was asked, in words. */
  asked: string
  children?: ReactNode
}

export function AnswerFrame({
  sentence,
  isLoading,
  problem,
  onRetry,
  lines,
  datasets,
  asked,
  children,
}: AnswerFrameProps) {
  const messages = useMessages()
  const { t } = messages
  const [isCopying, setIsCopying] = useState(false)
  useEffect(() => {
    if (sentence !== null) usePassing.getState().set({ announcement: sentence })
  }, [sentence])
  if (problem) return <FailureNote code={problem.code} requestId={problem.requestId} onRetry={onRetry} />
  if (isLoading && sentence === null) {
    return (
      <div role="status" aria-label={t('ask.answer.loading')}>
        <Skeleton lines={5} />
      </div>
    )
  }
  if (sentence === null) return null
  const copy = (): void => {
    setIsCopying(true)
    copyReport({ asked, sentence, lines, datasets }, messages)
      .catch((cause: unknown) => console.warn('The report could not be copied.', cause))
      .finally(() => setIsCopying(false))
  }
  return (
    <div className={isLoading ? 'ask__stale' : undefined}>
      <p className="ask__sentence" dir="auto">
        {sentence}
      </p>
      {lines.length === 0 && <p className="muted small">{t('ask.answer.none')}</p>}
      <button type="button" className="button" disabled={isCopying} onClick={copy}>
        {t('ask.answer.copy')}
      </button>
      {children}
    </div>
  )
}
