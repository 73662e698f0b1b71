/** Carries view state to the document: language and direction, theme, title; loads the language; says what panels cover. */
import { useEffect } from 'react'
import { showLanguage, useMessages } from '#client/i18n/use-messages.ts'
import { usePassing } from '#client/state/passing.ts'
import { remember } from '#client/state/preferences.ts'
import { useFlavour } from '#client/state/theme.ts'
import { useView } from '#client/state/view-state.ts'
import { useLayout } from '#client/state/viewport.ts'
import { coveredByPanels } from './covered-by-panels.ts'

export function DocumentAttributes() {
  const messages = useMessages()
  const language = useView((state) => state.language)
  const theme = useView((state) => state.theme)
  const flavour = useFlavour()

  useEffect(() => {
    showLanguage(language).then(
      () => remember('language', language),
      () => usePassing.getState().set({ notice: { key: 'notice.languageUnavailable' } }),
    )
  }, [language])
  useEffect(() => {
    document.documentElement.lang = messages.language
    document.documentElement.dir = messages.dir
    document.title = `${messages.t('app.name')} · ${messages.t('app.tagline')}`
  }, [messages])
  useEffect(() => {
    document.documentElement.dataset.theme = flavour
    remember('theme', theme)
  }, [flavour, theme])
  useCoveredMap(messages.dir)
  return null
}

function useCoveredMap(dir: 'ltr' | 'rtl'): void {
  const layout = useLayout()
  const hasPanel = useView((state) => state.panel !== null)
  const hasSheet = useView((state) => state.selection !== null)
  const hasDrawer = useView((state) => state.drawer !== null)
  const drawerHeight = usePassing((state) => state.drawerHeight)
  const sheetStop = usePassing((state) => state.sheetStop)
  const set = usePassing((state) => state.set)
  useEffect(() => {
    const open = { layout, dir, hasPanel, hasSheet, drawerHeightPx: hasDrawer ? drawerHeight : 0, sheetStop }
    set({ insets: coveredByPanels(open, window.innerHeight) })
    document.documentElement.style.setProperty(
      '--drawer-height',
      `${hasDrawer && layout !== 'narrow' ? drawerHeight : 0}px`,
    )
  }, [layout, dir, hasPanel, hasSheet, hasDrawer, drawerHeight, sheetStop, set])
}
