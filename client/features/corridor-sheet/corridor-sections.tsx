/** The sections in order, each with status, length and opening year; above them how the drawn length divides by status. */
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { ConfidenceBar } from '#client/ui/confidence-bar.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import { WorksLine } from '#client/ui/works-line.tsx'
import type { CorridorAnswer } from './corridor-sheet.tsx'

type CorridorSection = CorridorAnswer['sections'][number]

const STATUSES = ['operational', 'under_construction', 'planned'] as const

export function CorridorSections({ answer }: { answer: CorridorAnswer }) {
  const { t } = useMessages()
  const mode = answer.corridor.properties.mode === 'rail' ? 'rail' : 'road'
  if (answer.sections.length === 0) {
    return (
      <Section title={t('corridor.sections')}>
        <p className="muted">{t('corridor.sectionsNone')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('corridor.sections')}>
      <StatusMix sections={answer.sections} mode={mode} />
      <ol className="sections">
        {answer.sections.map((section) => (
          <SectionRow key={section.ref.id} section={section} mode={mode} />
        ))}
      </ol>
    </Section>
  )
}

function StatusMix({ sections, mode }: { sections: readonly CorridorSection[]; mode: string }) {
  const { t, number } = useMessages()
  return (
    <div>
      <p className="muted small">{t('corridor.statusMix')}</p>
      <ul className="status-bar">
        {STATUSES.map((status) => {
          const lengthKm = sections
            .filter((section) => section.status === status)
            .reduce((sum, section) => sum + section.lineLengthKm, 0)
          if (lengthKm === 0) return null
          return (
            <li key={status}>
              <WorksLine status={status} mode={mode} />
              <span>{t(`works.${status}`)}</span>
              <Figure value={number(lengthKm, { maximumFractionDigits: 0 })} unit={t('unit.kmSymbol')} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function SectionRow({ section, mode }: { section: CorridorSection; mode: string }) {
  const { t, number } = useMessages()
  const kilometres = (km: number) => number(km, { maximumFractionDigits: 0 })
  return (
    <li className="sections__row">
      <FeatureLink feature={section.ref} name={section.name} />
      <span className="sections__facts small muted">
        <WorksLine status={section.status} mode={mode} />
        {t(`works.${section.status}`)}
        {section.officialLengthKm === null ? (
          <span>{t('corridor.drawn', { km: kilometres(section.lineLengthKm) })}</span>
        ) : (
          <span>
            <Figure value={kilometres(section.officialLengthKm)} unit={t('unit.kmSymbol')} /> {t('corridor.official')} (
            {t('corridor.drawn', { km: kilometres(section.lineLengthKm) })})
          </span>
        )}
        {section.openedYear !== null && <span>{t('corridor.openedYear', { year: String(section.openedYear) })}</span>}
        {section.geometryQuality !== 'mapped' && <span>{t(`quality.${section.geometryQuality}`)}</span>}
        <ConfidenceBar confidence={section.confidence} isWordHidden />
      </span>
    </li>
  )
}
