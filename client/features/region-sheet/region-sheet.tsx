/** The sheet of a province or district: deposits and what is known of them, people, what stands there, corridors, protected areas. */
import LocateFixed from 'lucide-react/icons/locate-fixed'
import Table from 'lucide-react/icons/table-2'
import { useEffect } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { REGIONS } from '#client/i18n/topics/regions.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { FeatureLink } from '#client/selection/feature-link.tsx'
import { selectFeature } from '#client/selection/select-feature.ts'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { Section } from '#client/ui/section.tsx'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { FeatureRef, Output } from '#geodata/contract/endpoints.ts'
import type { RegionLevel } from '#geodata/contract/regions.ts'
import { PeopleSection } from './people-section.tsx'
import { RegionDeposits } from './region-deposits.tsx'
import { RegionShade } from './region-shade.tsx'
import { StandingSections } from './standing-sections.tsx'
import './region-sheet.css'

export type RegionAnswer = Output<'getRegion'>

export default function RegionSheet({ selection }: { selection: FeatureRef }) {
  const level: RegionLevel = selection.dataset === 'provinces' ? 'provinces' : 'districts'
  const { data, problem, retry } = useQuery('getRegion', { params: { level, id: selection.id } })
  useAnnounced(data)
  if (problem)
    return <SheetFailure code={problem.code} requestId={problem.requestId} id={selection.id} onRetry={retry} />
  if (!data) {
    return (
      <div className="sheet__pad">
        <Skeleton lines={10} />
      </div>
    )
  }
  return (
    <article className="sheet">
      <RegionHeader answer={data} />
      <RegionShade level={level} />
      <RegionDeposits answer={data} />
      <PeopleSection answer={data} />
      <StandingSections answer={data} />
      <Districts answer={data} />
      <RegionSources />
    </article>
  )
}

function RegionHeader({ answer: { level, region, bbox } }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  const { t: word, language } = useMessages()
  const set = useView((state) => state.set)
  const ref = { dataset: level, id: region.id }
  return (
    <header className="sheet__head">
      <h2 className="sheet__plain-title" dir="auto">
        {localName(region.name, language, region.id)}
      </h2>
      <p className="sheet__names">
        {otherNames(region.name, language).map((other) => (
          <bdi key={other.language} lang={other.language}>
            {other.text}
          </bdi>
        ))}
      </p>
      <p className="sheet__lead">
        {t(`level.${level}`)}
        {level === 'districts' && (
          <>
            {' · '}
            <FeatureLink
              feature={{ dataset: 'provinces', id: region.province }}
              name={provinceName(region.province, word)}
            />
          </>
        )}
      </p>
      <p className="region__actions">
        <button type="button" className="text-button" onClick={() => selectFeature(ref, { bbox })}>
          <LocateFixed size={15} aria-hidden /> {t('zoomTo')}
        </button>
        <button type="button" className="text-button" onClick={() => set({ page: 'provinces' })}>
          <Table size={15} aria-hidden /> {t('compare')}
        </button>
        <TakeAwayButton dataset={level} query={{ ids: region.id }} />
      </p>
    </header>
  )
}

/** The catalogue has the name in the language on the page. */
function provinceName(id: RegionAnswer['region']['province'], word: ReturnType<typeof useMessages>['t']) {
  const name = word(`province.${id}`)
  return { en: name, ur: name, zh: name }
}

function Districts({ answer: { districts } }: { answer: RegionAnswer }) {
  const t = useTopic(REGIONS)
  if (districts.length === 0) return null
  return (
    <Section title={t('districts')}>
      <ul className="lines">
        {districts.map(({ id, name, count }) => (
          <li key={id}>
            <FeatureLink feature={{ dataset: 'districts', id }} name={name} />
            <span className="lines__end muted small">
              {count.deposits > 0 && t('depositsAll', { count: count.deposits, parts: count.parts })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function RegionSources() {
  const t = useTopic(REGIONS)
  return (
    <Section title={t('sources')}>
      <p className="small">{t('sourceNote')}</p>
    </Section>
  )
}

function useAnnounced(answer: RegionAnswer | undefined): void {
  const { t, language } = useMessages()
  const set = usePassing((state) => state.set)
  const name = answer ? localName(answer.region.name, language, answer.region.id) : null
  useEffect(() => {
    if (name !== null) set({ announcement: t('announce.selected', { name }) })
  }, [name, set, t])
}
