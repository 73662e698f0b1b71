/** The desk: the table of what is filtered, charts of it, deposits side by side, and the reader's shortlist. */
import X from 'lucide-react/icons/x'
import { lazy, useEffect } from 'react'
import { useMessages } from '#client/i18n/use-messages.ts'
import { DRAWERS, type Drawer, useView } from '#client/state/view-state.ts'
import { useLayout } from '#client/state/viewport.ts'
import { IconButton } from '#client/ui/icon-button.tsx'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'
import { TabStrip } from '#client/ui/tab-strip.tsx'
import { useDeskText } from './desk-messages.ts'
import { useKept, useShortlist } from './shortlist/kept.ts'
import { DepositTable } from './table/deposit-table.tsx'
import { currentDesk, setDesk, useDesk } from './use-desk.ts'
import './desk.css'

const Charts = lazy(() => import('./charts/charts.tsx'))
const Compare = lazy(() => import('./compare/compare.tsx'))
const Shortlist = lazy(() => import('./shortlist/shortlist.tsx'))

export default function DeskPanel() {
  const { t, number } = useMessages()
  const text = useDeskText()
  const layout = useLayout()
  const drawer = useView((state) => state.drawer) ?? 'list'
  const set = useView((state) => state.set)
  const shortlisted = useShortlist().length
  const compared = useDesk().compare.length
  useOwnShortlistInLink()
  const badges: Partial<Record<NonNullable<Drawer>, number>> = { compare: compared, shortlist: shortlisted }
  const tabs = DRAWERS.map((id) => {
    const count = badges[id] ?? 0
    return { id, label: text(`desk.tab.${id}`), ...(count > 0 && { badge: number(count) }) }
  })
  return (
    <div className="desk">
      <div className="desk__head">
        <TabStrip
          label={text('desk.tabs')}
          tabs={tabs}
          selected={drawer}
          controls="desk-content"
          onSelect={(id) => set({ drawer: id })}
        />
        {layout !== 'narrow' && <IconButton label={t('drawer.close')} icon={X} onClick={() => set({ drawer: null })} />}
      </div>
      <div className="desk__body" id="desk-content" role="tabpanel" aria-label={text(`desk.tab.${drawer}`)}>
        <LazyBoundary key={drawer}>
          <Content id={drawer} />
        </LazyBoundary>
      </div>
    </div>
  )
}

function Content({ id }: { id: NonNullable<Drawer> }) {
  switch (id) {
    case 'list':
      return <DepositTable />
    case 'charts':
      return <Charts />
    case 'compare':
      return <Compare />
    case 'shortlist':
      return <Shortlist />
  }
}

/** The list that this browser keeps belongs into the link too, unless the link has brought one. */
function useOwnShortlistInLink(): void {
  useEffect(() => {
    const { shortlist } = useKept.getState()
    if (shortlist.length > 0 && currentDesk().shortlist === null) setDesk({ shortlist })
  }, [])
}
