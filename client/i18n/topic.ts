/**
 * Catalogues of single topics, fetched with the part of the page that shows them and not with the first script. Each is
 * complete in its languages; a language that cannot be fetched is shown in English.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { use, useMemo } from 'react'
import type { Language } from '#geodata/contract/provenance.ts'
import { LOCALES, type MessageValues } from './translate.ts'
import { useMessages } from './use-messages.ts'

type Texts<K extends string> = Readonly<Record<K, string>>

export interface Topic<K extends string> {
  english: Texts<K>
  /** Resolves with the texts of a language; never rejects, and asks once a language. */
  load(language: Language): Promise<Texts<K>>
}

/** `others` fetches a chunk of texts a language. */
export function defineTopic<K extends string>(
  english: Texts<K>,
  others: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ default: Texts<K> }>>>,
): Topic<K> {
  const loaded = new Map<Language, Promise<Texts<K>>>([['en', Promise.resolve(english)]])
  return {
    english,
    load(language) {
      const known = loaded.get(language)
      if (known || language === 'en') return known ?? Promise.resolve(english)
      const texts = others[language]().then(
        (module) => module.default,
        () => english,
      )
      loaded.set(language, texts)
      return texts
    },
  }
}

export type Translate<K extends string> = (key: K, values?: MessageValues) => string

const compiled = new WeakMap<object, Map<string, IntlMessageFormat>>()

/** The texts of the topic in the language on the page, the same function while it stays. Suspends while they are on their way. */
export function useTopic<K extends string>(topic: Topic<K>): Translate<K> {
  const { language } = useMessages()
  const texts = use(topic.load(language))
  return useMemo(() => translator(texts, language), [texts, language])
}

export function translator<K extends string>(texts: Texts<K>, language: Language): Translate<K> {
  const formats = compiled.get(texts) ?? new Map<string, IntlMessageFormat>()
  compiled.set(texts, formats)
  return (key, values) => {
    const format = formats.get(key) ?? new IntlMessageFormat(texts[key], LOCALES[language])
    formats.set(key, format)
    return String(format.format(values ?? {}))
  }
}
