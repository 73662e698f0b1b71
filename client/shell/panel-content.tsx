/** What a tab of the left panel (or of the phone's sheet) holds; each part's code is fetched when first shown. */
import { lazy } from 'react'
import type { LeftPanel } from '#client/state/view-state.ts'
import { LazyBoundary } from '#client/ui/lazy-boundary.tsx'

const LayersPanel = lazy(() => import('#client/features/layers-panel.tsx').then((m) => ({ default: m.LayersPanel })))
const FilterPanel = lazy(() => import('#client/features/filters/filter-panel.tsx'))
const CorridorPanel = lazy(() => import('#client/features/corridor-panel/corridor-panel.tsx'))
const AskPanel = lazy(() => import('#client/features/ask/ask-panel.tsx'))

const ConnectPanel = lazy(() => import('#client/features/connect/connect-panel.tsx'))

const CONTENT = {
  layers: LayersPanel,
  filters: FilterPanel,
  corridors: CorridorPanel,
  ask: AskPanel,
  connect: ConnectPanel,
} as const

export function PanelContent({ id }: { id: NonNullable<LeftPanel> }) {
  const Content = CONTENT[id]
  return (
    <LazyBoundary key={id}>
      <Content />
    </LazyBoundary>
  )
}
