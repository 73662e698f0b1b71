/** The answer shown as a file: a workbook or GeoJSON, with a sheet of the assumptions, made by the server. */
import Download from 'lucide-react/icons/download'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '#client/api/api-problem.ts'
import { addressOf, type Input } from '#client/api/call.ts'
import { download, saveFile } from '#client/api/download.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { ANSWER_FORMATS, type AnswerFileId, type AnswerFormat } from '#geodata/contract/answer-files.ts'

type State =
  | { kind: 'idle' }
  | { kind: 'running' }
  | { kind: 'done'; file: string }
  | { kind: 'failed'; code: string; format: AnswerFormat }

const FORMATS = Object.keys(ANSWER_FORMATS) as AnswerFormat[]

export function TakeAnswer<I extends AnswerFileId>({ id, input }: { id: I; input: Input<I> }) {
  const { t } = useMessages()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const abort = useRef<AbortController>(null)
  useEffect(() => () => abort.current?.abort(), [])
  const start = (format: AnswerFormat): void => {
    const leaving = new AbortController()
    abort.current = leaving
    setState({ kind: 'running' })
    addressOf(id, input)
      .then((address) => download(fileAddress(address, format), () => undefined, leaving.signal, input.body))
      .then(
        (file) => {
          saveFile(file)
          setState({ kind: 'done', file: file.fileName })
        },
        (cause: unknown) => {
          if (leaving.signal.aborted) setState({ kind: 'idle' })
          else setState({ kind: 'failed', code: cause instanceof ApiProblem ? cause.code : 'internal-error', format })
        },
      )
  }
  return (
    <div className="connect__take">
      <span className="small muted">{t('connect.take')}</span>
      {FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          disabled={state.kind === 'running'}
          onClick={() => start(format)}
        >
          <Download size={14} aria-hidden /> {t(`connect.take.${format}`)}
        </button>
      ))}
      {state.kind === 'running' && (
        <span role="status" className="connect__wait">
          <progress aria-label={t('export.preparing')} />
          <button type="button" className="text-button" onClick={() => abort.current?.abort()}>
            {t('export.cancel')}
          </button>
        </span>
      )}
      {state.kind === 'done' && (
        <p className="small" role="status">
          {t('connect.taken', { file: state.file })}
        </p>
      )}
      {state.kind === 'failed' && <FailureNote code={state.code} onRetry={() => start(state.format)} />}
    </div>
  )
}

/** `/api/routes?from=…` → `/api/routes.xlsx?from=…` */
function fileAddress(address: string, format: AnswerFormat): string {
  const [path = '', ...query] = address.split('?')
  return [`${path}.${format}`, ...query].join('?')
}
