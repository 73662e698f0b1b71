/**
 * The message catalogues: flat keys, ICU MessageFormat. English is complete and always loaded; Urdu and Chinese arrive
 * when chosen and fall back to English key by key. A key that English lacks does not compile.
 */
import type { Language } from '#geodata/contract/provenance.ts'
import enAsk from './en/ask.json'
import enConnect from './en/connect.json'
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
  ...enAsk,
  ...enConnect,
  ...enExport,
  ...enCql2,
}

export type MessageKey = keyof typeof english
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>

export const ENGLISH: Readonly<Record<MessageKey, string>> = english

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
