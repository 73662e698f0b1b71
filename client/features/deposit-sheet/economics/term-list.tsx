/** Every term with its range, date, confidence and source, and a slider; one that nobody has published can be set too. */
import { useId } from 'react'
import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { SourceMark, type SourceRecords } from '#client/ui/source-mark.tsx'
import type { Term, TermsSet } from '#geodata/contract/economics.ts'
import { RangeText } from './range-text.tsx'

interface TermListProps {
  terms: readonly Term[]
  set: TermsSet
  sources: SourceRecords
  onSet(set: TermsSet): void
}

export function TermList({ terms, set, sources, onSet }: TermListProps) {
  const t = useTopic(ECONOMICS)
  return (
    <section aria-label={t('terms')}>
      <h4>{t('terms')}</h4>
      <p className="muted small">{t('termsNote')}</p>
      {Object.keys(set).length > 0 && (
        <button type="button" className="text-button" onClick={() => onSet({})}>
          {t('resetAll')}
        </button>
      )}
      {terms.map((term) => (
        <TermRow key={term.key} term={term} value={set[term.key]} sources={sources} set={set} onSet={onSet} />
      ))}
    </section>
  )
}

interface TermRowProps extends Omit<TermListProps, 'terms'> {
  term: Term
  value: number | undefined
}

function TermRow({ term, value, sources, set, onSet }: TermRowProps) {
  const t = useTopic(ECONOMICS)
  const id = useId()
  const { number } = useMessages()
  const { key, unit, min, max } = term
  const change = (next: number | undefined) => {
    const { [key]: _, ...others } = set
    onSet(next === undefined ? others : { ...others, [key]: next })
  }
  const shown = value ?? term.value?.base
  return (
    <div className="economics__term" data-set={value === undefined ? undefined : ''}>
      <label htmlFor={id}>{t(`term.${key}`)}</label>
      <span className="economics__range">
        {value === undefined ? (
          <RangeText range={term.value} digits={4} />
        ) : (
          <b>
            <bdi className="figure">{number(value, { maximumSignificantDigits: 4 })}</bdi>
          </b>
        )}{' '}
        <span className="unit">{unit === 'percentage points' ? t(`unit.${unit}`) : <bdi>{unit}</bdi>}</span>
        {value === undefined && term.value && term.value.low !== term.value.high && (
          <span className="muted small">
            {' '}
            {t('base', { value: number(term.value.base, { maximumSignificantDigits: 4 }) })}
          </span>
        )}
      </span>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={stepOf(max - min)}
        value={shown ?? min}
        aria-valuetext={
          shown === undefined ? t('notKnown') : `${number(shown, { maximumSignificantDigits: 4 })} ${unit}`
        }
        data-unknown={shown === undefined ? '' : undefined}
        onChange={(event) => change(Number(event.target.value))}
      />
      <p className="small economics__basis">
        {value === undefined ? (
          <Basis term={term} sources={sources} />
        ) : (
          <button type="button" className="text-button" onClick={() => change(undefined)}>
            {t('set')} · {t('reset')}
          </button>
        )}
      </p>
    </div>
  )
}

function Basis({
  term: { value, date, confidence, citations, isFromMemory, note },
  sources,
}: Omit<TermRowProps, 'value' | 'set' | 'onSet'>) {
  const t = useTopic(ECONOMICS)
  if (value === null) return null
  return (
    <>
      {confidence && <ConfidenceBar confidence={confidence} />} <span>{date ?? t('noDate')}</span>{' '}
      {isFromMemory && <span className="tag">{t('memory')}</span>}
      {citations.length > 0 ? <SourceMark citations={citations} sources={sources} /> : t('noSource')}
      {note !== null && (
        <span className="muted economics__note" dir="auto">
          {note}
        </span>
      )}
    </>
  )
}

/** Some two hundred steps of a round size. */
function stepOf(span: number): number {
  const exponent = Math.floor(Math.log10(span / 200))
  return 10 ** exponent * (span / 200 / 10 ** exponent > 5 ? 5 : 1)
}
