/** The page: the view from the address, then the first drawing, once the words are there. */
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { checkNow } from './api/connection.ts'
import { App } from './app.tsx'
import { startIn } from './i18n/use-messages.ts'
import { readTilesets } from './map/tilesets.ts'
import { defaultView } from './state/default-view.ts'
import { usePassing } from './state/passing.ts'
import { recall } from './state/preferences.ts'
import { startLinkSync } from './state/sync-link.ts'
import { startUndo } from './state/undo.ts'
import { useView } from './state/view-state.ts'

// The security policy forbids making functions from text, and zod should not even try: the browser would report it.
config({ jitless: true })

// Before the link is written into the address: a visit by link has something to show already.
const isFirstVisit = location.search === '' && recall('tour') === null
if (isFirstVisit) usePassing.getState().set({ dialog: 'invitation' })

const faults = startLinkSync(defaultView())
startUndo()
if (faults.length > 0) {
  const key = faults.includes('v') ? 'notice.linkFromNewerVersion' : 'notice.linkPartlyRead'
  usePassing.getState().set({ notice: { key, values: { parts: faults.join(', ') } } })
}
addEventListener('online', checkNow)

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no element #root')
const root = createRoot(container)

/** Draws the page; rejects when no catalogue can be fetched. `tilesets`: the answer of `/tiles.json`. */
export async function start(tilesets: Promise<Response>): Promise<void> {
  const { language } = useView.getState()
  const told = readTilesets(tilesets).catch((cause: unknown) =>
    console.warn('The list of tiles could not be read.', cause),
  )
  const [shown] = await Promise.all([startIn(language), told])
  if (shown !== language) usePassing.getState().set({ notice: { key: 'notice.languageUnavailable' } })
  root.render(<App />)
}
