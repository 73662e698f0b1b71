/** The theme in force (system resolved), and the attributes on <html> that style sheets go by. */
import { useSyncExternalStore } from 'react'
import { type Theme, useView } from './view-state.ts'

const prefersDark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

function subscribe(onChange: () => void): () => void {
  const query = prefersDark()
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** `light` or `dark`, as seen. */
export function useFlavour(): 'light' | 'dark' {
  const theme = useView((state) => state.theme)
  const isSystemDark = useSyncExternalStore(subscribe, () => prefersDark().matches)
  return resolveTheme(theme, isSystemDark)
}

export function resolveTheme(theme: Theme, isSystemDark: boolean): 'light' | 'dark' {
  if (theme === 'system') return isSystemDark ? 'dark' : 'light'
  return theme
}
