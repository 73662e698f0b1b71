/** The keys that work anywhere on the page. None fires while the reader types, save Ctrl-K and Esc: a field undoes its own text. */
import { useEffect } from 'react'
import { currentMessages } from '#client/i18n/use-messages.ts'
import { stepInList } from '#client/selection/step-in-list.ts'
import { usePassing } from '#client/state/passing.ts'
import { useView } from '#client/state/view-state.ts'
import { redoAndTell, undoAndTell } from './undo-buttons.tsx'

export function KeyboardShortcuts() {
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return null
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    focusOn('#search-input')
    return
  }
  if (event.key === 'Escape') {
    // An open popover is topmost, and the browser closes it.
    if (document.querySelector(':popover-open')) return
    closeTopmost()
    return
  }
  if (isTyping(event.target)) return
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
    event.preventDefault()
    if (event.shiftKey) redoAndTell()
    else undoAndTell()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const action = ACTIONS[event.key.toLowerCase()]
  if (!action) return
  event.preventDefault()
  action()
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  '/': () => focusOn('#search-input'),
  '?': () => usePassing.getState().set({ dialog: 'keys' }),
  '[': () => stepInList(-1),
  ']': () => stepInList(1),
  f: () => togglePanel('filters'),
  l: () => togglePanel('layers'),
  t: () => {
    const { drawer, set } = useView.getState()
    set({ drawer: drawer === null ? 'list' : null })
  },
}

function togglePanel(id: 'filters' | 'layers'): void {
  const { panel, set } = useView.getState()
  set({ panel: panel === id ? null : id })
  if (panel !== id) requestAnimationFrame(() => focusOn('#left-panel-content'))
}

/** Topmost first: dialog (closes itself), selection, drawer. The focus goes back to the map. */
function closeTopmost(): void {
  const { selection, drawer, set } = useView.getState()
  const { dialog, takeAway } = usePassing.getState()
  if ((dialog !== null && dialog !== 'invitation') || takeAway !== null) return
  if (selection) {
    set({ selection: null })
    usePassing.getState().set({ announcement: currentMessages().t('announce.closed') })
  } else if (drawer) set({ drawer: null })
  else return
  focusOn('#map canvas')
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=range]), textarea, select')
}
