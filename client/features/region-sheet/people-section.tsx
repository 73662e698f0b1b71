/** Who lives there: the census of 2023, or that it did not go there, and surveys with their year and source. */
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { Figure } from '#client/ui/figure.tsx'
import { Row, Section } from '#client/ui/section.tsx'
import { SourceMark } from '#client/ui/source-mark.tsx'
import type { RegionAnswer } from './region-sheet.tsx'

const ROWS = [
  'population',
  'households',
  'areaKm2',
  'densityPerKm2',
  'literacyPct',
  'improvedWaterPct',
  'flushToiletPct',
] as const
const KNOWN = ['poverty_pct', 'electricity_pct', 'water_improved_pct', 'mpi_headcount_pct'] as const

export function PeopleSection({ answer: { region, indicators, sources } }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  const { number } = useMessages()
  const { census } = region
  return (
    <Section title={t('people')} aside={<span className="muted small">{t('census')}</span>}>
      {census.covered ? (
        <dl className="rows">
          {ROWS.map((key) => (
            <Row key={key} label={t(`by.${key}`)}>
              {census[key] === null ? (
                <span className="muted">{t('notReported')}</span>
              ) : (
                <Figure value={number(census[key], { maximumFractionDigits: census[key] < 100 ? 1 : 0 })} />
              )}
            </Row>
          ))}
        </dl>
      ) : (
        <p className="muted">{t('notCovered')}</p>
      )}
      {indicators.length > 0 && (
        <>
          <h4 className="region__sub">{t('surveys')}</h4>
          <dl className="rows">
            {indicators.map((one) => {
              const known = KNOWN.find((key) => key === one.indicator)
              return (
                <Row
                  key={`${one.indicator} ${one.year} ${one.surveyDistrict}`}
                  label={known ? t(`indicator.${known}`) : one.indicator}
                >
                  <Figure value={number(one.value, { maximumFractionDigits: 1 })} unit={one.unit} />{' '}
                  <span className="muted small">
                    {one.year}
                    {one.surveyDistrict !== null && <> · {t('surveyOf', { district: one.surveyDistrict })}</>}
                  </span>{' '}
                  <SourceMark citations={one.citations} sources={sources} />
                </Row>
              )
            })}
          </dl>
        </>
      )}
    </Section>
  )
}
