/** Everything known of one deposit, each figure with its source and confidence. */
import { useEffect } from 'react'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { FeatureRef, Output } from '#geodata/contract/endpoints.ts'
import { DepositHeader } from './deposit-header.tsx'
import { EconomicsFold } from './economics/economics-fold.tsx'
import { NearestSection } from './nearest-section.tsx'
import { OverviewSection } from './overview-section.tsx'
import { PositionSection } from './position-section.tsx'
import { RelationsSections } from './relations-sections.tsx'
import { SourcesSection } from './sources-section.tsx'
import { TonnageSection } from './tonnage-section.tsx'
import './deposit-sheet.css'

export type DepositAnswer = Output<'getDeposit'>

export default function DepositSheet({ selection }: { selection: FeatureRef }) {
  const { data, problem, retry } = useQuery('getDeposit', { params: { id: selection.id } })
  useAnnouncedSelection(data)
  if (problem)
    return <SheetFailure code={problem.code} requestId={problem.requestId} id={selection.id} onRetry={retry} />
  if (!data) {
    return (
      <div className="sheet__pad">
        <Skeleton lines={14} />
      </div>
    )
  }
  return (
    <article className="sheet">
      <DepositHeader answer={data} />
      <TonnageSection answer={data} />
      <OverviewSection answer={data} />
      <PositionSection answer={data} />
      <NearestSection answer={data} />
      <EconomicsFold id={data.id} />
      <RelationsSections answer={data} />
      <SourcesSection answer={data} />
    </article>
  )
}

function useAnnouncedSelection(answer: DepositAnswer | undefined): void {
  const { t, language } = useMessages()
  const set = usePassing((state) => state.set)
  const name = answer ? localName(answer.deposit.name, language, answer.id) : null
  useEffect(() => {
    if (name !== null) set({ announcement: t('announce.selected', { name }) })
  }, [name, set, t])
}
