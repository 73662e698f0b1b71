/** What the figures rest on, by number, and how to come back: date, address and its code. */
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { QrCode } from '#client/ui/qr-code.tsx'
import type { SourceRecords } from '#client/ui/source-mark.tsx'
import { Block } from './block.tsx'
import { shortened } from './detail.ts'
import type { Footnotes } from './footnotes.ts'

const LONGEST_SOURCE = 130

export function SourcesBlock({
  notes,
  sources,
  asOf,
}: {
  notes: Footnotes
  sources: SourceRecords
  asOf: string | null
}) {
  const t = useTopic(FACT_SHEET)
  return (
    <Block title={t('sources')}>
      <ol className="fact-sheet__sources">
        {notes.list.map(({ text, source }) => (
          <li key={`${source} ${text}`}>
            <bdi>{shortened(withPublisher(text, sources[source]), LONGEST_SOURCE)}</bdi>
          </li>
        ))}
      </ol>
      {asOf !== null && <p className="fact-sheet__fine">{t('asOf', { year: asOf })}</p>}
    </Block>
  )
}

function withPublisher(text: string, source: SourceRecords[string] | undefined): string {
  return source?.publisher && !text.includes(source.publisher) ? `${text} (${source.publisher})` : text
}

export function SheetFooter({ address, attributions }: { address: string; attributions: readonly string[] }) {
  const t = useTopic(FACT_SHEET)
  return (
    <footer className="fact-sheet__footer">
      <QrCode text={address} label={t('qr')} />
      <div>
        <p>{t('link')}</p>
        <p dir="ltr" className="fact-sheet__address">
          {address}
        </p>
        <p className="fact-sheet__fine">{t('data')}</p>
        <p className="fact-sheet__fine" dir="ltr">
          {attributions.join('; ')}
        </p>
      </div>
    </footer>
  )
}
