/** The citations, date, confidence and compiler's note of any record. Nothing where the dataset speaks for all its features. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { Provenance } from '#geodata/contract/provenance.ts'
import { ConfidenceBar } from './confidence-bar.tsx'
import { Section } from './section.tsx'
import { CitationList, type SourceRecords } from './source-mark.tsx'

interface ProvenanceNotesProps {
  properties: Readonly<Record<string, unknown>>
  sources: SourceRecords
}

export function ProvenanceNotes({ properties, sources }: ProvenanceNotesProps) {
  const { t } = useMessages()
  const provenance = Provenance.safeParse(properties.provenance)
  if (!provenance.success) return null
  const { citations, asOf, confidence, note } = provenance.data
  return (
    <Section title={t('sheet.citations')} aside={<ConfidenceBar confidence={confidence} />}>
      <CitationList citations={citations} sources={sources} />
      {asOf !== null && <p className="muted small">{t('sheet.asOf', { year: asOf })}</p>}
      {note !== null && (
        <div className="note">
          <p className="muted">{t('sheet.note')}</p>
          <p dir="auto">{note}</p>
        </div>
      )}
    </Section>
  )
}
