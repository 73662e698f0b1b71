/**
 * The message catalogues: flat keys, ICU MessageFormat, one chunk a language, fetched when chosen. Every language is
 * complete: neither a key that English lacks nor a translation that lacks a key compiles.
 */
import type { Language } from '#geodata/contract/provenance.ts'
import type { ENGLISH } from './en/index.ts'

export type MessageKey = keyof typeof ENGLISH
export type Catalogue = Readonly<Record<MessageKey, string>>

const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => import('./en/index.ts').then((module) => module.ENGLISH),
  ur: () => import('./ur/index.ts').then((module) => module.default),
  zh: () => import('./zh/index.ts').then((module) => module.default),
}

/** The catalogue of a language; rejects when the chunk cannot be fetched (server away). */
export function loadCatalogue(language: Language): Promise<Catalogue> {
  return LOADERS[language]()
}
