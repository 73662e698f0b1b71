/** The page of a deposit's sheet: print and back above, the sheet below. Asks what the sheet needs. */
import Printer from 'lucide-react/icons/printer'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { PageFrame } from '#client/ui/page-frame.tsx'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { FactSheet } from './fact-sheet.tsx'
import { useMarket } from './use-market.ts'
import { useSheetMap } from './use-sheet-map.ts'
import './fact-sheet.css'

export default function FactSheetPage({ id }: { id: string }) {
  const t = useTopic(FACT_SHEET)
  const { language } = useMessages()
  const deposit = useQuery('getDeposit', { params: { id } })
  const nearest = useQuery('depositInfrastructure', { params: { id } })
  const problem = deposit.problem ?? nearest.problem
  const name = deposit.data ? localName(deposit.data.deposit.name, language, id) : id
  const retry = () => {
    deposit.retry()
    nearest.retry()
  }
  return (
    <PageFrame
      title={t('page', { name })}
      closeLabel={t('close')}
      onClose={() => useView.getState().set({ page: null })}
      actions={
        <button type="button" className="button button--primary" onClick={() => window.print()}>
          <Printer size={16} aria-hidden /> {t('print')}
        </button>
      }
    >
      {problem && <SheetFailure code={problem.code} requestId={problem.requestId} id={id} onRetry={retry} />}
      {!problem && deposit.data && nearest.data ? (
        <WholeSheet answer={deposit.data} nearest={nearest.data.nearest} />
      ) : (
        !problem && <Skeleton lines={6} />
      )}
    </PageFrame>
  )
}

interface WholeSheetProps {
  answer: Output<'getDeposit'>
  nearest: Output<'depositInfrastructure'>['nearest']
}

function WholeSheet({ answer, nearest }: WholeSheetProps) {
  const { market, hasFailed, retry } = useMarket(answer.id)
  const isKnown = market !== undefined || hasFailed
  const route = isKnown ? (market?.route ?? null) : undefined
  const picture = useSheetMap(answer.id, answer.position, route)
  if (!isKnown) return <Skeleton lines={6} />
  return (
    <>
      {hasFailed && <Retry onRetry={retry} />}
      <FactSheet answer={answer} nearest={nearest} market={market ?? null} picture={picture} />
    </>
  )
}

/** Not printed: a sheet without its way to market says so itself. */
function Retry({ onRetry }: { onRetry(): void }) {
  const t = useTopic(FACT_SHEET)
  const { t: word } = useMessages()
  return (
    <p className="note note--warning sheet-page__retry" role="alert">
      {t('routeFailed')}{' '}
      <button type="button" className="text-button" onClick={onRetry}>
        {word('state.retry')}
      </button>
    </p>
  )
}
