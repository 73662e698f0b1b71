/** Start: the view from the address, language and theme on <html>, then the page. */
// The shared styles come first, so that those of the parts can refine them.
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/sheet.css'

import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import { checkNow } from './api/connection.ts'
import { App } from './app.tsx'
import { showLanguage } from './i18n/use-messages.ts'
import { defaultView } from './state/default-view.ts'
import { usePassing } from './state/passing.ts'
import { startLinkSync } from './state/sync-link.ts'
import { useView } from './state/view-state.ts'

// The security policy forbids making functions from text, and zod should not even try: the browser would report it.
config({ jitless: true })

const faults = startLinkSync(defaultView())
if (faults.length > 0) {
  const key = faults.includes('v') ? 'notice.linkFromNewerVersion' : 'notice.linkPartlyRead'
  usePassing.getState().set({ notice: { key, values: { parts: faults.join(', ') } } })
}
addEventListener('online', checkNow)

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no element #root')
const root = createRoot(container)

// A catalogue that cannot be fetched must not keep the map away: the page then starts in English.
showLanguage(useView.getState().language)
  .catch(() => usePassing.getState().set({ notice: { key: 'notice.languageUnavailable' } }))
  .finally(() => root.render(<App />))
