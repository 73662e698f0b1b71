/** The tour: an invitation on a first visit, then a card that goes from part to part. Any key, link or press still works. */
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { remember } from '#client/state/preferences.ts'
import { useView } from '#client/state/view-state.ts'
import { STEPS } from './steps.ts'
import { TourRing } from './tour-ring.tsx'
import './tour.css'

export default function Tour({ isInvitation }: { isInvitation: boolean }) {
  return isInvitation ? <Invitation /> : <Steps />
}

function end(): void {
  remember('tour', 'seen')
  usePassing.getState().set({ dialog: null })
}

function Invitation() {
  const { t } = useMessages()
  return (
    <aside className="tour tour--invitation" aria-label={t('tour.name')}>
      <p>{t('tour.invite')}</p>
      <p className="tour__buttons">
        <button
          type="button"
          className="button button--primary"
          onClick={() => usePassing.getState().set({ dialog: 'tour' })}
        >
          {t('tour.start')}
        </button>
        <button type="button" className="button" onClick={end}>
          {t('tour.decline')}
        </button>
      </p>
    </aside>
  )
}

function Steps() {
  const { t, dir } = useMessages()
  const [index, setIndex] = useState(0)
  const card = useRef<HTMLDivElement>(null)
  const step = STEPS[index]
  useViewOf(index)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step gives the card the focus, so that it is read out
  useEffect(() => card.current?.focus(), [index])
  if (!step) return null
  const go = (by: number) => setIndex(Math.min(STEPS.length - 1, Math.max(0, index + by)))
  const isLast = index === STEPS.length - 1
  return (
    <>
      <TourRing targets={step.targets} key={index} />
      <div
        ref={card}
        className="tour"
        role="dialog"
        aria-label={t('tour.name')}
        aria-describedby="tour-text"
        tabIndex={-1}
        onKeyDown={(event) => {
          const forward = dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
          if (event.key === 'Escape') end()
          else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forward ? 1 : -1)
          else return
          event.stopPropagation()
        }}
      >
        <p className="muted small">{t('tour.step', { step: index + 1, count: STEPS.length })}</p>
        <p id="tour-text">{t(step.text)}</p>
        <p className="tour__buttons">
          {index > 0 && (
            <button type="button" className="button" onClick={() => go(-1)}>
              {t('tour.back')}
            </button>
          )}
          {!isLast && (
            <button type="button" className="button button--primary" onClick={() => go(1)}>
              {t('tour.next')}
            </button>
          )}
          <button type="button" className={isLast ? 'button button--primary' : 'button'} onClick={end}>
            {t('tour.end')}
          </button>
        </p>
      </div>
    </>
  )
}

/** Opens what a step shows; afterwards the panels are as they were. */
function useViewOf(index: number): void {
  useEffect(() => {
    const { panel, drawer, selection, set } = useView.getState()
    const { sheetStop } = usePassing.getState()
    return () => {
      set({ panel, drawer, selection })
      usePassing.getState().set({ sheetStop })
    }
  }, [])
  useEffect(() => {
    const view = STEPS[index]?.view
    if (view) useView.getState().set(view)
    usePassing.getState().set({ sheetStop: view?.panel || view?.drawer ? 'half' : 'peek' })
  }, [index])
}
