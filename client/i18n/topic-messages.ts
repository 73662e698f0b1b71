/**
 * Messages of one topic in all three languages, for a part of the page that is fetched when first used: its words travel
 * with its code. English says which keys there are; a language that lacks one does not compile.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#geodata/contract/provenance.ts'
import { LOCALES, type MessageValues } from './translate.ts'
import { useMessages } from './use-messages.ts'

export type TopicCatalogues<K extends string> = Readonly<Record<Language, Readonly<Record<K, string>>>>

export interface TopicTexts<K extends string> {
  /** The text of a key in a language. */
  text(language: Language, key: K, values?: MessageValues): string
  /** `t` in the language that the page shows; the same function while the language stays. */
  useText(): (key: K, values?: MessageValues) => string
}

export function topicMessages<K extends string>(catalogues: TopicCatalogues<K>): TopicTexts<K> {
  const compiled = new Map<string, IntlMessageFormat>()
  const text: TopicTexts<K>['text'] = (language, key, values) => {
    const name = `${language} ${key}`
    const format = compiled.get(name) ?? new IntlMessageFormat(catalogues[language][key], LOCALES[language])
    compiled.set(name, format)
    return String(format.format(values ?? {}))
  }
  const bound: Readonly<Record<Language, (key: K, values?: MessageValues) => string>> = {
    en: (key, values) => text('en', key, values),
    ur: (key, values) => text('ur', key, values),
    zh: (key, values) => text('zh', key, values),
  }
  return { text, useText: () => bound[useMessages().language] }
}
