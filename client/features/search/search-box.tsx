/** The search box: a combobox (ARIA 1.2) over names in three languages and coordinates. Enter takes the first result. */
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { IconButton } from '#client/ui/icon-button.tsx'
import { EXAMPLES, openResult, type Result, resultsOf } from './result.ts'
import { ResultRow } from './result-row.tsx'
import { useSearch } from './use-search.ts'
import './search.css'

export function SearchBox() {
  const { t } = useMessages()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const answer = useSearch(text)
  const isAsked = text.trim() !== ''
  const found = isAsked ? (answer.data ?? answer.previous) : undefined
  const results = resultsOf(found)
  useAnnouncedResults(isOpen && answer.data ? results.length : null)

  const change = (value: string) => {
    setText(value)
    setActive(0)
    setOpen(true)
  }
  const choose = (result: Result | undefined) => {
    if (!result) return
    openResult(result)
    setOpen(false)
    input.current?.blur()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && results.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + results.length) % results.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      // Only an answer to this very text may be taken: what is shown dimmed belongs to the text before.
      if (answer.data) choose(results[active])
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (isOpen && isAsked) setOpen(false)
      else input.current?.blur()
    }
  }
  return (
    <search className="search">
      <Search size={17} aria-hidden className="search__icon" />
      <input
        ref={input}
        id="search-input"
        className="field search__input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        // Empty, it follows the page, or the placeholder would begin at the wrong side.
        dir={text === '' ? undefined : 'auto'}
        aria-label={t('search.label')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && results[active] ? `${listId}-${active}` : undefined}
        placeholder={t('search.placeholder')}
        value={text}
        maxLength={200}
        onChange={(event) => change(event.target.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <IconButton
          className="search__clear"
          label={t('search.clear')}
          icon={X}
          onClick={() => {
            change('')
            usePassing.getState().set({ marker: null })
            input.current?.focus()
          }}
        />
      )}
      <div className="search__popup" hidden={!isOpen} onPointerDown={(event) => event.preventDefault()}>
        {!isAsked && <Examples onChoose={change} />}
        {isAsked && answer.problem && <FailureNote code={answer.problem.code} onRetry={answer.retry} />}
        <div id={listId} role="listbox" aria-label={t('search.label')} data-stale={answer.data ? undefined : ''}>
          {results.map((result, index) => (
            <ResultRow
              key={result.id}
              id={`${listId}-${index}`}
              result={result}
              isActive={index === active}
              onChoose={() => choose(result)}
            />
          ))}
        </div>
        {isAsked && answer.data && results.length === 0 && <NothingFound query={text.trim()} />}
        {isAsked && answer.isLoading && results.length === 0 && (
          <p className="search__hint muted">{t('state.loading')}</p>
        )}
      </div>
    </search>
  )
}

function Examples({ onChoose }: { onChoose(text: string): void }) {
  const { t } = useMessages()
  return (
    <div className="search__hint">
      <p className="muted small">{t('search.examples')}</p>
      <p className="search__examples">
        {EXAMPLES.map((example) => (
          <button key={example} type="button" className="chip" tabIndex={-1} onClick={() => onChoose(example)}>
            <span dir="auto">{example}</span>
          </button>
        ))}
      </p>
    </div>
  )
}

function NothingFound({ query }: { query: string }) {
  const { t } = useMessages()
  return (
    <div className="search__hint" role="status">
      <p>{t('search.none', { query })}</p>
      <p className="muted small">{t('search.noneHint')}</p>
    </div>
  )
}

function useAnnouncedResults(count: number | null): void {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  useEffect(() => {
    if (count !== null) set({ announcement: t('search.results', { count }) })
  }, [count, set, t])
}
