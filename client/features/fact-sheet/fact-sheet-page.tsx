/** The page that lies over the map: a bar with print and back, and the sheet below. Asks what the sheet needs. */
import Printer from 'lucide-react/icons/printer'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useQuery } from '#client/api/use-query.ts'
import { localName } from '#client/format/local-name.ts'
import { useTopic } from '#client/i18n/topic.ts'
import { FACT_SHEET } from '#client/i18n/topics/fact-sheet.ts'
import { useMessages } from '#client/i18n/use-messages.ts'
import { useView } from '#client/state/view-state.ts'
import { SheetFailure } from '#client/ui/sheet-failure.tsx'
import { Skeleton } from '#client/ui/skeleton.tsx'
import type { Output } from '#geodata/contract/endpoints.ts'
import { FactSheet } from './fact-sheet.tsx'
import { useMarket } from './use-market.ts'
import { useSheetMap } from './use-sheet-map.ts'
import './fact-sheet.css'

export default function FactSheetPage({ id }: { id: string }) {
  const { dir, language } = useMessages()
  const deposit = useQuery('getDeposit', { params: { id } })
  const nearest = useQuery('depositInfrastructure', { params: { id } })
  const problem = deposit.problem ?? nearest.problem
  useAlone()
  const retry = () => {
    deposit.retry()
    nearest.retry()
  }
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the page from wherever the focus is in it
    <div className="sheet-page" dir={dir} onKeyDown={closeOnEscape}>
      <Bar name={deposit.data ? localName(deposit.data.deposit.name, language, id) : id} />
      <div className="sheet-page__body">
        {problem && <SheetFailure code={problem.code} requestId={problem.requestId} id={id} onRetry={retry} />}
        {!problem && deposit.data && nearest.data ? (
          <WholeSheet answer={deposit.data} nearest={nearest.data.nearest} />
        ) : (
          !problem && <Skeleton lines={6} />
        )}
      </div>
    </div>,
    document.body,
  )
}

function WholeSheet({
  answer,
  nearest,
}: {
  answer: Output<'getDeposit'>
  nearest: Output<'depositInfrastructure'>['nearest']
}) {
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

function Bar({ name }: { name: string }) {
  const t = useTopic(FACT_SHEET)
  const heading = useRef<HTMLParagraphElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="sheet-page__bar">
      <p className="sheet-page__title" ref={heading} tabIndex={-1}>
        {t('page', { name })}
      </p>
      <button type="button" className="button button--primary" onClick={() => window.print()}>
        <Printer size={16} aria-hidden /> {t('print')}
      </button>
      <button type="button" className="button" onClick={close}>
        <X size={16} aria-hidden /> {t('close')}
      </button>
    </div>
  )
}

function close(): void {
  useView.getState().set({ page: null })
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.preventDefault()
  close()
}

/** While the page is open nothing below it can be reached, and it alone is printed. */
function useAlone(): void {
  useEffect(() => {
    const root = document.getElementById('root')
    root?.setAttribute('inert', '')
    document.documentElement.classList.add('has-sheet-page')
    return () => {
      root?.removeAttribute('inert')
      document.documentElement.classList.remove('has-sheet-page')
    }
  }, [])
}
