/** The small mark behind a figure: opens its citations, each with what it resolves to and a link out. */

import BookOpenText from 'lucide-react/icons/book-open-text'
import { useId } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import type { Citation } from '#geodata/contract/provenance.ts'

export interface SourceRecord {
  title: string
  publisher: string | null
  year: string | null
  url: string | null
}
export type SourceRecords = Readonly<Record<string, SourceRecord>>

interface CitationsProps {
  citations: readonly Citation[]
  /** By the id that `Citation.source` names. */
  sources: SourceRecords
}

export function SourceMark({ citations, sources }: CitationsProps) {
  const { t } = useMessages()
  const id = useId()
  if (citations.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="source-mark"
        popoverTarget={id}
        aria-label={t('source.open')}
        title={t('source.open')}
      >
        <BookOpenText size={12} aria-hidden />
      </button>
      <div id={id} popover="auto" className="source-popover">
        <h4>{t('source.title')}</h4>
        <CitationList citations={citations} sources={sources} />
      </div>
    </>
  )
}

export function CitationList({ citations, sources }: CitationsProps) {
  return (
    <ol className="citations">
      {citations.map((citation) => (
        <li key={`${citation.source} ${citation.text}`}>
          <span dir="auto">{citation.text}</span>
          <Resolved source={sources[citation.source]} text={citation.text} />
        </li>
      ))}
    </ol>
  )
}

function Resolved({ source, text }: { source: SourceRecord | undefined; text: string }) {
  const { t } = useMessages()
  if (!source) return null
  const details = [source.title === text ? null : source.title, source.publisher, source.year].filter(
    (part) => part !== null,
  )
  return (
    <span className="citations__source" dir="auto">
      {details.join(' · ')}
      {source.url !== null && (
        <>
          {' '}
          <a
            href={source.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('source.openAt', { title: source.title })}
          >
            {t('source.link')}
          </a>
        </>
      )}
    </span>
  )
}
