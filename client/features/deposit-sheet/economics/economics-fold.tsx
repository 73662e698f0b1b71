/** The fold of the sheet that holds the economics: asked for when first opened; whether it is open is in the link. */
import { lazy } from 'react'
import { useTopic } from '#client/i18n/topic.ts'
import { ECONOMICS } from '#client/i18n/topics/economics.ts'
import { useView } from '#client/state/view-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const Economics = lazy(() => import('./economics.tsx'))

export function EconomicsFold({ id }: { id: string }) {
  const t = useTopic(ECONOMICS)
  const isOpen = useView((state) => state.economics?.deposit === id)
  const set = useView((state) => state.set)
  const toggle = (open: boolean) => {
    if (open !== isOpen) set({ economics: open ? { deposit: id, metal: null, terms: null } : null })
  }
  return (
    <section className="sheet__section">
      <details className="economics" open={isOpen} onToggle={(event) => toggle(event.currentTarget.open)}>
        <summary>
          <h3>{t('title')}</h3>
        </summary>
        {isOpen && (
          <LazyBoundary>
            <Economics id={id} />
          </LazyBoundary>
        )}
      </details>
    </section>
  )
}
