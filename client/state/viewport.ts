/** Which of the three layouts fits the window. */
import { useSyncExternalStore } from 'react'

/** `wide` ≥ 1100 px, `medium` ≥ 700 px, else `narrow`. */
export type Layout = 'wide' | 'medium' | 'narrow'

const WIDE = '(min-width: 1100px)'
const MEDIUM = '(min-width: 700px)'

function subscribe(onChange: () => void): () => void {
  const queries = [matchMedia(WIDE), matchMedia(MEDIUM)]
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}

export function currentLayout(): Layout {
  if (matchMedia(WIDE).matches) return 'wide'
  return matchMedia(MEDIUM).matches ? 'medium' : 'narrow'
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, currentLayout)
}
