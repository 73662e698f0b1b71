/** About the data: what it is, its known gaps counted now, every dataset with sources and licence, how to report an error. */
import { useState } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { FailureNote } from '#client/ui/failure-note.tsx'
import { Modal } from '#client/ui/modal.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { DatasetEntry } from './dataset-entry.tsx'
import { ErrorReport } from './error-report.tsx'
import { KnownGaps } from './known-gaps.tsx'
import './about-data.css'

export type DatasetAbout = Output<'listDatasets'>['datasets'][number]

export default function AboutDataDialog() {
  const { t } = useMessages()
  const set = usePassing((state) => state.set)
  const { data, problem, retry } = useQuery('listDatasets', {})
  return (
    <Modal title={t('data.title')} className="about-data" onClose={() => set({ dialog: null })}>
      <p>{t('data.intro')}</p>
      <h3>{t('data.gaps')}</h3>
      <KnownGaps />
      <h3>{t('data.error')}</h3>
      <ErrorReport datasets={data?.datasets ?? []} />
      <h3>{t('data.sources')}</h3>
      {problem && <FailureNote code={problem.code} requestId={problem.requestId} onRetry={retry} />}
      {data ? <DatasetList datasets={data.datasets} /> : !problem && <Skeleton lines={8} />}
    </Modal>
  )
}

function DatasetList({ datasets }: { datasets: readonly DatasetAbout[] }) {
  const { t, tOr, language, compare } = useMessages()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase(language)
  const found = datasets
    .filter(({ title }) => title[language].toLocaleLowerCase(language).includes(wanted))
    .sort((a, b) => compare(a.title[language], b.title[language]))
  const groups = [...new Set(found.map(({ group }) => group))]
  return (
    <>
      <input
        className="field"
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('data.search')}
        aria-label={t('data.search')}
      />
      {groups.map((group) => (
        <section key={group}>
          <h4>{group === 'reference' ? t('data.group.reference') : tOr(`layerGroup.${group}`, group)}</h4>
          {found
            .filter((dataset) => dataset.group === group)
            .map((dataset) => (
              <DatasetEntry key={dataset.id} dataset={dataset} />
            ))}
        </section>
      ))}
      {found.length === 0 && <p className="muted">{t('data.none')}</p>}
    </>
  )
}
