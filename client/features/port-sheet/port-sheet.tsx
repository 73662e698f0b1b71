/** A port: berths, draught and what limits it, zones, roads, airport, power, sea distances, deposits. */
import { useEffect } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { showCorridor } from '#client/selection/show-corridor.ts'
import { usePassing } from '#client/state/passing.ts'
import { Figure } from '#client/ui/figure.tsx'
import { ProvenanceNotes } from '#client/ui/provenance-notes.tsx'
import { Section } from '#client/ui/section.tsx'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import { WorksLine } from '#client/ui/works-line.tsx'
import type { FeatureRef, Output } from '#geodata/contract/endpoints.ts'
import { DistancesSections } from './distances-sections.tsx'
import { NearbySection } from './nearby-section.tsx'
import { PortFacts } from './port-facts.tsx'

export type PortAnswer = Output<'getPort'>

/** Datasets of `nearby` in the order of the sheet, with the message that heads each. */
const NEARBY = [
  { title: 'port.zones', datasets: ['zones'] },
  { title: 'port.airports', datasets: ['airports'] },
  { title: 'port.power', datasets: ['power-plants', 'substations'] },
  { title: 'port.projects', datasets: ['cpec-projects'] },
  { title: 'port.other', datasets: ['hospitals-universities', 'coal-terminals'] },
] as const

export default function PortSheet({ selection }: { selection: FeatureRef }) {
  const { t, language } = useMessages()
  const { data, problem, retry } = useQuery('getPort', { params: { id: selection.id } })
  const set = usePassing((state) => state.set)
  const name = data ? localName(data.port.properties.name, language, selection.id) : null
  useEffect(() => {
    if (name !== null) set({ announcement: t('announce.selected', { name }) })
  }, [name, set, t])
  if (problem)
    return <SheetFailure code={problem.code} requestId={problem.requestId} id={selection.id} onRetry={retry} />
  if (!data) {
    return (
      <div className="sheet__pad">
        <Skeleton lines={12} />
      </div>
    )
  }
  return (
    <article className="sheet">
      <header className="sheet__head">
        <h2 className="sheet__plain-title" dir="auto">
          {name}
        </h2>
        <p className="sheet__names">
          {otherNames(data.port.properties.name, language).map((other) => (
            <bdi key={other.language} lang={other.language}>
              {other.text}
            </bdi>
          ))}
        </p>
      </header>
      <PortFacts answer={data} />
      {NEARBY.map(({ title, datasets }) => (
        <NearbySection
          key={title}
          title={t(title)}
          withinKm={data.withinKm}
          neighbours={data.nearby.filter((neighbour) => datasets.some((dataset) => dataset === neighbour.ref.dataset))}
        />
      ))}
      <Corridors corridors={data.corridors} />
      <DistancesSections answer={data} />
      <ProvenanceNotes properties={data.port.properties} sources={data.sources} />
    </article>
  )
}

function Corridors({ corridors }: { corridors: PortAnswer['corridors'] }) {
  const { t, number, language } = useMessages()
  if (corridors.length === 0) return null
  return (
    <Section title={t('port.access')}>
      <ul className="lines">
        {corridors.map((corridor) => (
          <li key={corridor.id}>
            <button type="button" className="text-button" onClick={() => showCorridor(corridor.id, corridor.bbox)}>
              <WorksLine status={corridor.status} mode={corridor.mode} />
              <bdi>{localName(corridor.name, language, corridor.id)}</bdi>
            </button>
            {corridor.lengthKm !== null && (
              <span className="lines__end">
                <Figure value={number(corridor.lengthKm, { maximumFractionDigits: 0 })} unit={t('unit.kmSymbol')} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
