/** The filter as CQL2 text: it follows the panel, may be edited, and says where and why it cannot be applied. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { depositQueryables, filterOfText, textOfFilter } from '#client/state/cql2-filter.ts'
import { useView } from '#client/state/view-state.ts'
import type { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { reasonText } from './refusal-text.ts'

export function Cql2Box() {
  const { t } = useMessages()
  const hasCondition = useView((state) => state.filter.filter !== undefined)
  return (
    <details className="facet cql2" open={hasCondition || undefined}>
      <summary>{t('cql.title')}</summary>
      <Cql2Editor />
    </details>
  )
}

function Cql2Editor() {
  const { t } = useMessages()
  const current = textOfFilter(useView((state) => state.filter))
  const set = useView((state) => state.set)
  // A draft belongs to the filter it was begun on: a choice made meanwhile in the panel leads again.
  const [draft, setDraft] = useState<{ of: string; text: string } | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const text = draft?.of === current ? draft.text : current
  const read = filterOfText(text)
  const isChanged = text !== current
  const refusal = isChanged && 'refusal' in read ? read.refusal : null

  const apply = (): void => {
    if (!('filter' in read)) return
    set({ filter: read.filter })
    setDraft(null)
  }
  const applyByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
  }
  return (
    <div className="cql2__body">
      <p className="muted small" id={`${id}-help`}>
        {t('cql.help')}
      </p>
      <textarea
        ref={box}
        className="field cql2__text"
        dir="ltr"
        rows={4}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={(event) => setDraft({ of: current, text: event.target.value })}
        onKeyDown={applyByKey}
        aria-label={t('cql.label')}
        aria-describedby={`${id}-help`}
        aria-invalid={refusal !== null}
        aria-errormessage={`${id}-error`}
      />
      <div id={`${id}-error`} role="status">
        {refusal && <RefusalNote refusal={refusal} text={text} onShow={() => select(box.current, refusal)} />}
      </div>
      {isChanged && (
        <div className="cql2__actions">
          <button type="button" className="button button--primary" disabled={refusal !== null} onClick={apply}>
            {t('cql.apply')}
          </button>
          <button type="button" className="button" onClick={() => setDraft(null)}>
            {t('cql.undo')}
          </button>
        </div>
      )}
      <details>
        <summary className="small">{t('cql.names')}</summary>
        <p className="small cql2__names" dir="ltr">
          {[...depositQueryables().keys()].join(', ')}
        </p>
      </details>
    </div>
  )
}

function RefusalNote({ refusal, text, onShow }: { refusal: Cql2Refusal; text: string; onShow(): void }) {
  const messages = useMessages()
  const { t, number } = messages
  const { offset, length } = placeIn(refusal)
  return (
    <div className="note note--warning">
      <p>{t('cql.at', { position: number(offset + 1), reason: reasonText(messages, refusal) })}</p>
      <p className="cql2__place" dir="ltr">
        <code>
          {text.slice(Math.max(0, offset - 20), offset)}
          <mark>{text.slice(offset, offset + Math.max(1, length)) || '\u00a0'}</mark>
          {text.slice(offset + Math.max(1, length), offset + length + 20)}
        </code>
      </p>
      <button type="button" className="text-button small" onClick={onShow}>
        {t('cql.showPlace')}
      </button>
    </div>
  )
}

function placeIn({ place }: Cql2Refusal): { offset: number; length: number } {
  return 'offset' in place ? place : { offset: 0, length: 0 }
}

function select(box: HTMLTextAreaElement | null, refusal: Cql2Refusal): void {
  const { offset, length } = placeIn(refusal)
  box?.focus()
  box?.setSelectionRange(offset, offset + length)
}
