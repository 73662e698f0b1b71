/** The drawer along the bottom: the desk (list, charts, comparison, shortlist). Its height is dragged or set by keys, and remembered. */
import Table from 'lucide-react/icons/table-2'
import { type KeyboardEvent, lazy, type PointerEvent, useEffect } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { recall, remember } from '#client/state/preferences.ts'
import { useView } from '#client/state/view-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const DeskPanel = lazy(() => import('#client/features/desk/desk-panel.tsx'))

const LOWEST_PX = 160
const KEY_STEP_PX = 32

export function Drawer() {
  const { t } = useMessages()
  const isOpen = useView((state) => state.drawer !== null)
  const set = useView((state) => state.set)
  useRememberedHeight()
  if (!isOpen) {
    return (
      <button type="button" className="button drawer-button" onClick={() => set({ drawer: 'list' })}>
        <Table size={16} aria-hidden />
        {t('drawer.open')}
      </button>
    )
  }
  return (
    <section className="drawer" aria-label={t('drawer.name')}>
      <Grip />
      <LazyBoundary>
        <DeskPanel />
      </LazyBoundary>
    </section>
  )
}

function Grip() {
  const { t } = useMessages()
  const height = usePassing((state) => state.drawerHeight)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: KEY_STEP_PX, ArrowDown: -KEY_STEP_PX }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setHeight(height + step)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) setHeight(window.innerHeight - event.clientY)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable splitter is a separator with a value, which <hr> cannot be
    <div
      className="drawer__grip"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('drawer.resize')}
      aria-valuenow={Math.round(height)}
      aria-valuemin={LOWEST_PX}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  )
}

function setHeight(heightPx: number): void {
  const highest = Math.max(LOWEST_PX, window.innerHeight - 160)
  const drawerHeight = Math.round(Math.min(highest, Math.max(LOWEST_PX, heightPx)))
  usePassing.getState().set({ drawerHeight })
  remember('drawerHeight', String(drawerHeight))
}

function useRememberedHeight(): void {
  useEffect(() => {
    const height = Number(recall('drawerHeight'))
    if (height >= LOWEST_PX) setHeight(height)
  }, [])
}
