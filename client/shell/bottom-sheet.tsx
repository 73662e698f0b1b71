/** The phone's one sheet: tabs and list, or the sheet of the selection, at three heights. Dragged, pressed or by keys. */
import X from 'lucide-react/icons/x'
import { lazy, type PointerEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { type SheetStop, usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'
import { TabStrip } from '#client/ui/tab-strip.tsx'
import { sheetHeightPx } from './covered-by-panels.ts'
import { PanelContent } from './panel-content.tsx'
import { SheetContent } from './sheet-content.tsx'
import { useFilterBadge } from './use-filter-badge.ts'

const DeskPanel = lazy(() => import('#client/features/desk/desk-panel.tsx'))

const STOPS: readonly SheetStop[] = ['peek', 'half', 'full']
const TABS = ['layers', 'filters', 'corridors', 'ask', 'connect', 'list'] as const
type TabId = (typeof TABS)[number]

export function BottomSheet() {
  const { t } = useMessages()
  const selection = useView((state) => state.selection)
  const hasDesk = useView((state) => state.drawer !== null)
  const stop = usePassing((state) => state.sheetStop)
  const [draggedPx, setDraggedPx] = useState<number | null>(null)
  useEffect(() => {
    if ((selection || hasDesk) && usePassing.getState().sheetStop === 'peek') setStop('half')
  }, [selection, hasDesk])
  const heightPx = draggedPx ?? sheetHeightPx(stop, window.innerHeight)
  return (
    <aside
      className="bottom-sheet"
      aria-label={selection ? t('inspector.name') : t('panel.name')}
      style={{ blockSize: heightPx }}
      data-dragging={draggedPx === null ? undefined : ''}
    >
      <Grip stop={stop} onDrag={setDraggedPx} />
      {selection ? (
        <>
          <CloseSelection />
          <div className="panel__body" id="inspector-body" tabIndex={-1}>
            <SheetContent selection={selection} />
          </div>
        </>
      ) : (
        <Tabs />
      )}
    </aside>
  )
}

function Tabs() {
  const { t } = useMessages()
  const panel = useView((state) => state.panel)
  const drawer = useView((state) => state.drawer)
  const set = useView((state) => state.set)
  const badge = useFilterBadge()
  const selected: TabId | null = drawer === null ? panel : 'list'
  const choose = (id: TabId) => {
    set(id === 'list' ? { drawer: 'list' } : { panel: id, drawer: null })
    if (usePassing.getState().sheetStop === 'peek') setStop('half')
  }
  const tabs = TABS.map((id) => ({ id, label: t(`tab.${id}`), ...(id === 'filters' && badge && { badge }) }))
  return (
    <>
      <TabStrip
        label={t('panel.name')}
        tabs={tabs}
        selected={selected}
        controls="left-panel-content"
        onSelect={choose}
      />
      <div className="panel__body" id="left-panel-content" role="tabpanel" tabIndex={-1}>
        {selected === 'list' ? (
          <LazyBoundary>
            <DeskPanel />
          </LazyBoundary>
        ) : (
          selected !== null && <PanelContent id={selected} />
        )}
      </div>
    </>
  )
}

function CloseSelection() {
  const { t } = useMessages()
  const set = useView((state) => state.set)
  return (
    <div className="sheet__close">
      <IconButton label={t('inspector.close')} icon={X} onClick={() => set({ selection: null })} />
    </div>
  )
}

function Grip({ stop, onDrag }: { stop: SheetStop; onDrag(heightPx: number | null): void }) {
  const { t } = useMessages()
  const hasMoved = useRef(false)
  const onPointerMove = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    hasMoved.current = true
    onDrag(window.innerHeight - event.clientY)
  }
  const onPointerUp = (event: PointerEvent) => {
    if (hasMoved.current) setStop(nearestStop(window.innerHeight - event.clientY))
    onDrag(null)
  }
  const onClick = () => {
    if (!hasMoved.current) setStop(STOPS[(STOPS.indexOf(stop) + 1) % STOPS.length] ?? 'peek')
  }
  return (
    <button
      type="button"
      className="bottom-sheet__grip"
      aria-label={t('sheet.stop', { stop })}
      onPointerDown={(event) => {
        hasMoved.current = false
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onClick={onClick}
    />
  )
}

function nearestStop(heightPx: number): SheetStop {
  const distance = (stop: SheetStop) => Math.abs(sheetHeightPx(stop, window.innerHeight) - heightPx)
  return [...STOPS].sort((a, b) => distance(a) - distance(b))[0] ?? 'peek'
}

function setStop(sheetStop: SheetStop): void {
  usePassing.getState().set({ sheetStop })
}
