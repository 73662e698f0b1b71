/** The filter as CQL2 text: it follows the panel, may be edited, and says where and why it cannot be applied. */
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { type Translate, useTopic } from '#client/i18n/topic.ts'
import { CQL2_WORDS } from '#client/i18n/topics/cql2.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import type { Cql2Refusal } from '#geodata/cql2/refusal.ts'
import { depositQueryables, filterOfText, textOfFilter } from './cql2-filter.ts'
import { type Cql2Word, refusalText } from './cql2-words.ts'
import './cql2-editor.css'

type Word = Translate<Cql2Word>

export default function Cql2Editor() {
  const word = useTopic(CQL2_WORDS)
  const current = textOfFilter(useView((state) => state.filter))
  const set = useView((state) => state.set)
  // A draft belongs to the filter it was begun on: a choice made meanwhile in the panel leads again.
  const [draft, setDraft] = useState<{ of: string; text: string } | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const text = draft?.of === current ? draft.text : current
  const read = filterOfText(text)
  const isChanged = text !== current

  const apply = (): void => {
    if (!('filter' in read)) return
    set({ filter: read.filter })
    setDraft(null)
  }
  const applyByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply()
  }
  return (
    <div className="cql2">
      <p className="muted small" id={`${id}-help`}>
        {word('help')}
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
        aria-label={word('label')}
        aria-describedby={`${id}-help`}
        aria-invalid={'refusal' in read}
        aria-errormessage={`${id}-error`}
      />
      <div id={`${id}-error`} role="status">
        {'refusal' in read && (
          <RefusalNote
            refusal={read.refusal}
            text={text}
            word={word}
            onShow={() => select(box.current, read.refusal)}
          />
        )}
      </div>
      {isChanged && (
        <div className="cql2__actions">
          <button type="button" className="button button--primary" disabled={'refusal' in read} onClick={apply}>
            {word('apply')}
          </button>
          <button type="button" className="button" onClick={() => setDraft(null)}>
            {word('undo')}
          </button>
        </div>
      )}
      <details>
        <summary className="small">{word('names')}</summary>
        <p className="small cql2__names" dir="ltr">
          {[...depositQueryables().keys()].join(', ')}
        </p>
      </details>
    </div>
  )
}

interface RefusalNoteProps {
  refusal: Cql2Refusal
  text: string
  word: Word
  onShow(): void
}

/** Characters shown before and behind the place. */
const AROUND = 20

function RefusalNote({ refusal, text, word, onShow }: RefusalNoteProps) {
  const messages = useMessages()
  const { place } = refusal
  const why = <p>{refusalText(word, messages, refusal)}</p>
  if (place.encoding === 'json') return <div className="note note--warning">{why}</div>
  const end = place.offset + lengthAt(text, place.offset)
  return (
    <div className="note note--warning">
      {why}
      <p className="cql2__place" dir="ltr">
        <code>
          {text.slice(Math.max(0, place.offset - AROUND), place.offset)}
          <mark>{text.slice(place.offset, end) || '\u00a0'}</mark>
          {text.slice(end, end + AROUND)}
        </code>
      </p>
      <button type="button" className="text-button small" onClick={onShow}>
        {word('showPlace')}
      </button>
    </div>
  )
}

/** Of the word, the text in quotes or the sign that begins there. */
function lengthAt(text: string, offset: number): number {
  return /^(?:'[^']*'?|"[^"]*"?|[\p{L}\p{N}_.:]+|.)/su.exec(text.slice(offset, offset + 100))?.[0].length ?? 0
}

function select(box: HTMLTextAreaElement | null, { place }: Cql2Refusal): void {
  if (box === null || place.encoding === 'json') return
  box.focus()
  box.setSelectionRange(place.offset, place.offset + lengthAt(box.value, place.offset))
}
