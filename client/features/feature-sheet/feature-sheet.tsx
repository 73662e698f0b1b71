/** Any feature of any dataset: every property with its unit, its citations, and what the dataset says of itself. */
import LocateFixed from 'lucide-react/icons/locate-fixed'
import { useEffect } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName, otherNames } from '#client/format/local-name.ts'
import { wordsOf } from '#client/format/quantity.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { selectFeature } from '#client/selection/select-feature.ts'
import { TakeAwayButton } from '#client/selection/take-away-button.tsx'
import { usePassing } from '#client/state/passing.ts'
import { ProvenanceNotes } from '#client/ui/provenance-notes.tsx'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { FeatureRef, Output } from '#geodata/contract/endpoints.ts'
import { DatasetNotes } from './dataset-notes.tsx'
import { FieldRows } from './field-rows.tsx'

export type FeatureAnswer = Output<'getFeature'>

export default function FeatureSheet({ selection }: { selection: FeatureRef }) {
  const { t, tOr, language } = useMessages()
  const { data, problem, retry } = useQuery('getFeature', { params: selection })
  const set = usePassing((state) => state.set)
  const name = data ? localName(data.feature.properties.name, language, selection.id) : null
  useEffect(() => {
    if (name !== null) set({ announcement: t('announce.selected', { name }) })
  }, [name, set, t])
  if (problem)
    return <SheetFailure code={problem.code} requestId={problem.requestId} id={selection.id} onRetry={retry} />
  if (!data) {
    return (
      <div className="sheet__pad">
        <Skeleton lines={8} />
      </div>
    )
  }
  const { bbox, feature } = data
  return (
    <article className="sheet">
      <header className="sheet__head">
        <h2 className="sheet__plain-title" dir="auto">
          {name}
        </h2>
        <p className="sheet__names">
          {otherNames(feature.properties.name, language).map((other) => (
            <bdi key={other.language} lang={other.language}>
              {other.text}
            </bdi>
          ))}
        </p>
        <p className="sheet__lead">
          {tOr(`hit.${data.dataset}`, wordsOf(data.dataset))} · {t(`quality.${feature.properties.geometryQuality}`)}
        </p>
        {bbox && (
          <button type="button" className="text-button" onClick={() => selectFeature(selection, placeOf(data))}>
            <LocateFixed size={15} aria-hidden /> {t('sheet.zoomTo')}
          </button>
        )}{' '}
        <TakeAwayButton dataset={data.dataset} query={{ ids: selection.id }} />
      </header>
      <FieldRows answer={data} />
      <ProvenanceNotes properties={feature.properties} sources={data.sources} />
      <DatasetNotes dataset={data.dataset} />
    </article>
  )
}

function placeOf({ feature, bbox }: FeatureAnswer) {
  return feature.geometry?.type === 'Point' ? { position: feature.geometry.coordinates } : { bbox }
}
