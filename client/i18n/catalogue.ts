/**
 * The message catalogues: flat keys, ICU MessageFormat. English is complete, and loaded before what speaks it: at the start, or
 * with the panel that is fetched later. Urdu and Chinese arrive when chosen and fall back to English key by key. A key that
 * English lacks does not compile.
 */
import type { Language } from '#geodata/contract/provenance.ts'
import type enAsk from './en/ask.json'
import type enConnect from './en/connect.json'
import enCorridors from './en/corridors.json'
import enCql2 from './en/cql2.json'
import enDeposits from './en/deposits.json'
import enExport from './en/export.json'
import enFields from './en/fields.json'
import enMap from './en/map.json'
import enShell from './en/shell.json'
import enTerms from './en/terms.json'

const english = {
  ...enShell,
  ...enMap,
  ...enTerms,
  ...enDeposits,
  ...enCorridors,
  ...enFields,
  ...enExport,
  ...enCql2,
}

/** Keys of the parts whose English is fetched with their code, when they are first shown. */
type LaterKey = keyof typeof enConnect | keyof typeof enAsk
export type MessageKey = keyof typeof english | LaterKey
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>

// What comes later is there before anything that uses it: it is imported by that very code.
export const ENGLISH = { ...english } as Readonly<Record<MessageKey, string>>

/** Called by the module of a part's own messages as it is loaded. */
export function addEnglish(messages: Readonly<Partial<Record<LaterKey, string>>>): void {
  Object.assign(ENGLISH, messages)
}

/** Catalogues of other languages, one chunk each. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Catalogue }>>> = {
  ur: () => import('./ur/index.ts'),
  zh: () => import('./zh/index.ts'),
}

/** The catalogue of a language; rejects when the chunk cannot be fetched (server away). */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  if (language === 'en') return ENGLISH
  return (await LOADERS[language]()).default
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(ENGLISH, key)
}
