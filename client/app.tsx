/** Layout only: the map is the page, everything else floats over it or folds away. No fetching, no state of its own. */
import { MapCanvas } from './map/map-canvas.tsx'
import { BottomSheet } from './shell/bottom-sheet.tsx'
import { Dialogs } from './shell/dialogs.tsx'
import { DocumentAttributes } from './shell/document-attributes.tsx'
import { Drawer } from './shell/drawer.tsx'
import { Inspector } from './shell/inspector.tsx'
import { KeyboardShortcuts } from './shell/keyboard-shortcuts.tsx'
import { LeftPanel } from './shell/left-panel.tsx'
import { LiveRegion } from './shell/live-region.tsx'
import { Notices } from './shell/notices.tsx'
import { PageOverMap } from './shell/page-over-map.tsx'
import { SkipLink } from './shell/skip-link.tsx'
import { TakeAway } from './shell/take-away.tsx'
import { TopBar } from './shell/top-bar.tsx'
import { useLayout } from './state/viewport.ts'

export function App() {
  const layout = useLayout()
  return (
    <div className="app" data-layout={layout}>
      <DocumentAttributes />
      <KeyboardShortcuts />
      <SkipLink />
      <TopBar />
      <main className="stage" id="map">
        <MapCanvas />
      </main>
      {layout === 'narrow' ? (
        <BottomSheet />
      ) : (
        <>
          <LeftPanel />
          <Inspector />
          <Drawer />
        </>
      )}
      <Notices />
      <Dialogs />
      <TakeAway />
      <PageOverMap />
      <LiveRegion />
    </div>
  )
}
