/** The present filter as CQL2, to read, copy and change: what is applied stands for every choice above it, and in the link. */
import { useEffect, useId, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { joinedText } from './cql2-text.ts'

interface Fault {
  detail: string
  /** Characters before the fault. */
  offset: number
}

export function Cql2Box() {
  const { t, number } = useMessages()
  const filter = useView((state) => state.filter)
  const cql = useView((state) => state.cql)
  const set = useView((state) => state.set)
  const current = joinedText(filter, cql)
  const [text, setText] = useState(current)
  const [fault, setFault] = useState<Fault | null>(null)
  const id = useId()
  // A choice made elsewhere, or a link, is the new text.
  useEffect(() => {
    setText(current)
    setFault(null)
  }, [current])
  function restore(): void {
    setText(current)
    setFault(null)
  }

  async function apply(): Promise<void> {
    // The reader of CQL2 knows shapes and is large: it comes when it is first needed.
    const { faultIn } = await import('./read-cql2.ts')
    const found = text.trim() === '' ? null : faultIn(text)
    setFault(found)
    if (found === null && text !== current) set({ filter: {}, cql: text.trim() })
  }

  return (
    <details className="facet cql2">
      <summary>{t('cql.title')}</summary>
      <label className="muted small" htmlFor={id}>
        {t('cql.help')}
      </label>
      <textarea
        id={id}
        dir="ltr"
        rows={5}
        spellCheck={false}
        value={text}
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {fault && (
        <p id={`${id}-fault`} className="note note--warning" role="alert">
          {t('cql.fault', { position: number(fault.offset + 1) })} <span dir="ltr">{fault.detail}</span>
        </p>
      )}
      <div className="cql2__buttons">
        <button type="button" className="button" disabled={text === current} onClick={() => void apply()}>
          {t('cql.apply')}
        </button>
        <button type="button" className="text-button" disabled={text === current} onClick={restore}>
          {t('cql.restore')}
        </button>
      </div>
    </details>
  )
}
