/** All citations with links out, the compiler's note, and the whole as one citation to paste. */
import Quote from 'lucide-react/icons/quote'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { copyText } from '#client/selection/copy-text.ts'
import { Section } from '#client/ui/section.tsx'
import { CitationList } from '#client/ui/source-mark.tsx'
import { citationText } from './citation-text.ts'
import type { DepositAnswer } from './deposit-sheet.tsx'

export function SourcesSection({ answer }: { answer: DepositAnswer }) {
  const messages = useMessages()
  const { t, language } = messages
  const { provenance } = answer.deposit
  if (!provenance) return null
  const copy = () => {
    const address = `${location.origin}/?v=1&sel=deposits/${answer.id}`
    copyText(
      citationText(answer, localName(answer.deposit.name, language, answer.id), address, messages),
      'sheet.citationCopied',
    )
  }
  return (
    <Section title={t('sheet.citations')}>
      <CitationList citations={provenance.citations} sources={answer.sources} />
      {provenance.asOf !== null && <p className="muted small">{t('sheet.asOf', { year: provenance.asOf })}</p>}
      {provenance.note !== null && (
        <div className="note">
          <p className="muted">{t('sheet.note')}</p>
          <p dir="auto">{provenance.note}</p>
        </div>
      )}
      <button type="button" className="button" onClick={copy}>
        <Quote size={15} aria-hidden /> {t('sheet.copyCitation')}
      </button>
    </Section>
  )
}
