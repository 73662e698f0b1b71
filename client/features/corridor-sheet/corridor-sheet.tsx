/** One corridor: its sections by status, lengths, opening years, and the deposits within 25, 50 and 100 km of its line. */
import LocateFixed from 'lucide-react/icons/locate-fixed'
import { useEffect, useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { fieldText } from '#client/format/field-value.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { showCorridor } from '#client/selection/show-corridor.ts'
import { usePassing } from '#client/state/passing.ts'
import { Figure } from '#client/ui/figure.tsx'
import { NotReported } from '#client/ui/not-reported.tsx'
import { ProvenanceNotes } from '#client/ui/provenance-notes.tsx'
import { Row } from '#client/ui/section.tsx'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { FeatureRef, Output } from '#geodata/contract/endpoints.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { CorridorDeposits } from './corridor-deposits.tsx'
import { CorridorSections } from './corridor-sections.tsx'

export type CorridorAnswer = Output<'getCorridor'>

export default function CorridorSheet({ selection }: { selection: FeatureRef }) {
  const { t, language } = useMessages()
  const [withinKm, setWithinKm] = useState(50)
  const { data, previous, problem, retry } = useQuery('getCorridor', {
    params: { id: selection.id },
    query: { withinKm: String(withinKm) },
  })
  const answer = data ?? previous
  const set = usePassing((state) => state.set)
  const name = answer ? localName(answer.corridor.properties.name, language, selection.id) : null
  useEffect(() => {
    if (name !== null) set({ announcement: t('announce.selected', { name }) })
  }, [name, set, t])

  if (problem)
    return <SheetFailure code={problem.code} requestId={problem.requestId} id={selection.id} onRetry={retry} />
  if (!answer || name === null) {
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
          {otherNames(answer.corridor.properties.name, language).map((other) => (
            <bdi key={other.language} lang={other.language}>
              {other.text}
            </bdi>
          ))}
        </p>
        <Facts corridor={answer.corridor} />
      </header>
      <CorridorDeposits answer={answer} withinKm={withinKm} isStale={!data} onWithin={setWithinKm} />
      <CorridorSections answer={answer} />
      <ProvenanceNotes properties={answer.corridor.properties} sources={answer.sources} />
    </article>
  )
}

function Facts({ corridor }: { corridor: CorridorAnswer['corridor'] }) {
  const messages = useMessages()
  const { t, number } = messages
  const { properties, geometry } = corridor
  const lengthKm = typeof properties.lengthKm === 'number' ? properties.lengthKm : null
  return (
    <>
      <dl className="rows">
        <Row label={t('corridor.status')}>
          {fieldText(messages, 'status', properties.status)}
          {typeof properties.statusText === 'string' && <span className="muted"> · {properties.statusText}</span>}
        </Row>
        <Row label={t('corridor.length')}>
          {lengthKm === null ? (
            <NotReported />
          ) : (
            <>
              <Figure value={number(lengthKm)} unit={t('unit.kmSymbol')} />{' '}
              <span className="muted small">{t('corridor.official')}</span>
            </>
          )}
        </Row>
        <Row label={t('corridor.opened')}>
          {typeof properties.openedYear === 'number' ? (
            <span className="tabular">{String(properties.openedYear)}</span>
          ) : (
            <NotReported />
          )}
        </Row>
        <Row label={t('corridor.line')}>{t(`quality.${properties.geometryQuality}`)}</Row>
      </dl>
      {geometry && (
        <button type="button" className="text-button" onClick={() => showCorridor(corridor.id, bboxOf(geometry))}>
          <LocateFixed size={15} aria-hidden /> {t('corridor.show')}
        </button>
      )}
    </>
  )
}
