/** What this reader chose before, for a visit without a link. A browser that forbids storage simply forgets. */
import type { Language } from '#geodata/contract/provenance.ts'
import type { Theme } from './view-state.ts'

const KEYS = {
  language: 'orelink.language',
  theme: 'orelink.theme',
  drawerHeight: 'orelink.drawer-height',
  tour: 'orelink.tour',
} as const

export function recall(key: keyof typeof KEYS): string | null {
  try {
    return localStorage.getItem(KEYS[key])
  } catch {
    return null
  }
}

export function remember(key: keyof typeof KEYS, value: string): void {
  try {
    localStorage.setItem(KEYS[key], value)
  } catch {
    // Private windows may refuse; the choice still holds for this page.
  }
}

const SPOKEN: Readonly<Record<Language, true>> = { en: true, ur: true, zh: true }
const isSpoken = (tag: string | null): tag is Language => tag !== null && Object.hasOwn(SPOKEN, tag)

/** The language of the link, else the reader's: known before the page's own code is there, so that its catalogue can come at once. */
export function languageAtStart(query: string, browserLanguages: readonly string[]): Language {
  const linked = new URLSearchParams(query).get('lang')
  return isSpoken(linked) ? linked : preferredLanguage(browserLanguages)
}

/** The language chosen before, else the first of the browser's that we speak, else English. */
export function preferredLanguage(browserLanguages: readonly string[]): Language {
  const candidates = [recall('language'), ...browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())]
  return candidates.find(isSpoken) ?? 'en'
}

export function preferredTheme(): Theme {
  const theme = recall('theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
