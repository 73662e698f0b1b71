/** The first script: asks for the words and for the page's own code side by side. Small, because all else waits for it. */
// The shared styles come first, so that those of the parts can refine them.
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/sheet.css'

import { loadCatalogue } from './i18n/catalogue.ts'
import { languageAtStart } from './state/preferences.ts'

const tilesets = fetch('/tiles.json', { headers: { accept: 'application/json' } })
tilesets.catch(() => undefined)

/** In index.html, in all three languages: no catalogue is there to word it. */
function tellFailure(): void {
  document.getElementById('start-failure')?.removeAttribute('hidden')
}

// The page asks for the same catalogue again and then finds it here; that it failed is said there.
loadCatalogue(languageAtStart(location.search, navigator.languages)).catch(() => undefined)
import('./start.tsx').then(({ start }) => start(tilesets)).catch(tellFailure)
