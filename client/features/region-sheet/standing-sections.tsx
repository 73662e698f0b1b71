/** What stands in a region, by kind, each list folded; corridors through it; protected areas that name it. */
import { kindText } from '#client/format/field-value.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { Figure } from '#client/ui/figure.tsx'
import { Section } from '#client/ui/section.tsx'
import { REGION_DATASETS } from '#geodata/contract/regions.ts'
import type { RegionAnswer } from './region-sheet.tsx'

type Named = RegionAnswer['corridors'][number]

export function StandingSections({ answer }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  const { number } = useMessages()
  const { region, standing, corridors, protectedAreas } = answer
  return (
    <>
      <Section title={t('standing')}>
        {standing.length === 0 && <p className="muted">{t('nothingStanding')}</p>}
        {REGION_DATASETS.filter((dataset) => region.infrastructure[dataset] > 0).map((dataset) => (
          <details key={dataset} className="sheet__fold">
            <summary>
              {t(`dataset.${dataset}`)} <strong className="tabular">{region.infrastructure[dataset]}</strong>
              {dataset === 'power-plants' && region.powerMw > 0 && (
                <>
                  {' · '}
                  <Figure value={number(region.powerMw, { maximumFractionDigits: 0 })} />{' '}
                  <span className="muted small">{t('by.powerMw')}</span>
                </>
              )}
            </summary>
            <NameList features={standing.filter((feature) => feature.dataset === dataset)} />
          </details>
        ))}
        {standing.length > 0 && <p className="muted small">{t('standingNote')}</p>}
      </Section>
      <Section title={t('corridors')}>
        {corridors.length === 0 ? <p className="muted">{t('noCorridors')}</p> : <NameList features={corridors} />}
      </Section>
      <Section title={t('protected')}>
        {protectedAreas.length === 0 ? (
          <p className="muted">{t('noProtected')}</p>
        ) : (
          <NameList features={protectedAreas} />
        )}
      </Section>
    </>
  )
}

function NameList({ features }: { features: readonly Named[] }) {
  const messages = useMessages()
  return (
    <ul className="lines">
      {features.map(({ ref, name, kind }) => (
        <li key={`${ref.dataset}/${ref.id}`}>
          <FeatureLink feature={ref} name={name} />
          {kind !== null && <span className="lines__end muted small region__kind">{kindText(messages, kind)}</span>}
        </li>
      ))}
    </ul>
  )
}
