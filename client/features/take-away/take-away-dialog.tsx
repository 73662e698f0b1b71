/** Takes data away: what the file will hold, in which format, under what licence; then the download, with a way out. */
import X from 'lucide-react/icons/x'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type TakeAway, usePassing } from '#client/state/passing.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { FormatForm } from './format-form.tsx'
import { shownBox } from './shown-box.ts'
import './take-away.css'

export default function TakeAwayDialog({ dataset, query }: TakeAway) {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOnlyShown, setOnlyShown] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const box = isOnlyShown ? shownBox() : null
  const asked = box === null ? query : { ...query, bbox: box }
  const { data, previous, problem, retry } = useQuery('describeExport', { params: { dataset }, query: asked })
  const plan = data ?? previous
  return (
    <dialog
      className="dialog take-away"
      ref={dialog}
      aria-labelledby="take-away-title"
      onClose={() => set({ takeAway: null })}
    >
      <div className="dialog__head">
        <h2 id="take-away-title">{t('export.title')}</h2>
        <IconButton label={t('export.close')} icon={X} onClick={() => dialog.current?.close()} />
      </div>
      {query.ids === undefined && (
        <label className="take-away__shown">
          <input type="checkbox" checked={isOnlyShown} onChange={(event) => setOnlyShown(event.target.checked)} />
          {t('export.onlyShown')}
        </label>
      )}
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {plan && !problem && <FormatForm plan={plan} query={asked} isCurrent={data !== undefined} />}
      {!plan && !problem && <Skeleton lines={8} />}
    </dialog>
  )
}
