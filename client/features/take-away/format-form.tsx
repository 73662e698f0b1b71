/** The choice of a format, and what every one of them will hold. */

import { useState } from 'react'
import type * as z from 'zod'
import { filledAddress } from '#client/api/call.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { LicenceLine } from '#client/ui/licence-line.tsx'
import { downloads, type ExportPlan, type ExportQuery } from '#geodata/contract/export.ts'
import { DownloadStatus } from './download-status.tsx'
import { useDownload } from './use-download.ts'

interface FormatFormProps {
  plan: ExportPlan
  query: z.input<typeof ExportQuery>
  /** False while the plan is that of the question before. */
  isCurrent: boolean
}

export function FormatForm({ plan, query, isCurrent }: FormatFormProps) {
  const { t, language } = useMessages()
  const download = useDownload()
  const suitable = plan.formats.filter(({ isSuitable }) => isSuitable)
  const [chosen, setChosen] = useState<string | null>(null)
  const format = suitable.find(({ id }) => id === chosen) ?? suitable[0]
  const isRunning = download.state.kind === 'running'
  const start = () => {
    if (!format) return
    const params = { dataset: plan.dataset, format: format.id }
    download.start(filledAddress(downloads.exportDataset.path, params, { ...query, lang: language }))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <Contents plan={plan} isCurrent={isCurrent} />
      <fieldset className="take-away__formats" disabled={isRunning}>
        <legend>{t('export.format')}</legend>
        {plan.formats.map((offered) => (
          <FormatChoice
            key={offered.id}
            format={offered}
            isChosen={offered.id === format?.id}
            onChoose={() => setChosen(offered.id)}
          />
        ))}
      </fieldset>
      {format && download.state.kind !== 'done' && <p className="small muted take-away__name">{format.fileName}</p>}
      <DownloadStatus state={download.state} onCancel={download.cancel} onRetry={start} />
      {!isRunning && (
        <button type="submit" className="button button--primary" disabled={!isCurrent || plan.featureCount === 0}>
          {t('export.download')}
        </button>
      )}
    </form>
  )
}

function Contents({ plan, isCurrent }: Pick<FormatFormProps, 'plan' | 'isCurrent'>) {
  const { t, language } = useMessages()
  return (
    <div className="take-away__contents" aria-busy={!isCurrent}>
      <p>
        <strong>{plan.title[language]}</strong>: {t('export.records', { count: plan.featureCount })}
      </p>
      <p className="small muted">{t('export.vintage', { vintage: plan.vintage })}</p>
      <p className="small muted">
        {t('export.licence')} <LicenceLine licence={plan.licence} attribution={plan.attribution} />
      </p>
      <details className="small">
        <summary>{t('export.columns', { count: plan.columns.length })}</summary>
        <ul className="take-away__columns" dir="ltr">
          {plan.columns.map(({ name, unit }) => (
            <li key={name}>
              <code>{name}</code>
              {unit !== null && <span className="muted"> {unit}</span>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

interface FormatChoiceProps {
  format: ExportPlan['formats'][number]
  isChosen: boolean
  onChoose(): void
}

function FormatChoice({ format, isChosen, onChoose }: FormatChoiceProps) {
  const { t, tOr } = useMessages()
  return (
    <label className="take-away__format">
      <input type="radio" name="format" checked={isChosen} disabled={!format.isSuitable} onChange={onChoose} />
      <span>
        {format.title}
        <span className="small muted">
          {format.isSuitable ? tOr(`export.about.${format.id}`, '') : t('export.needsPlaces')}
        </span>
      </span>
    </label>
  )
}
