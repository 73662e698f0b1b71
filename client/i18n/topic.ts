/** Messages of a part that few readers open: a catalogue of its own, whole in each language, fetched with the part. */
import { IntlMessageFormat } from 'intl-messageformat'
import { useEffect, useState } from 'react'
import type { Language } from '#geodata/contract/provenance.ts'
import { LOCALES, type MessageValues } from './translate.ts'
import { useMessages } from './use-messages.ts'

export type Texts<Key extends string> = Readonly<Record<Key, string>>
export type Topic<Key extends string> = Readonly<Record<Language, () => Promise<{ default: Texts<Key> }>>>
export type TopicText<Key extends string> = (key: Key, values?: MessageValues) => string

interface Loaded<Key extends string> {
  language: Language
  texts: Texts<Key>
}

/** null until the catalogue has come; throws while rendering when it cannot be fetched, for a boundary to catch. */
export function useTopic<Key extends string>(topic: Topic<Key>): TopicText<Key> | null {
  const { language } = useMessages()
  const [loaded, setLoaded] = useState<Loaded<Key> | null>(null)
  useEffect(() => {
    let isWanted = true
    const fail = (error: unknown) =>
      setLoaded(() => {
        throw error
      })
    topic[language]().then(({ default: texts }) => isWanted && setLoaded({ language, texts }), fail)
    return () => {
      isWanted = false
    }
  }, [topic, language])
  return loaded && topicText(loaded.language, loaded.texts)
}

export function topicText<Key extends string>(language: Language, texts: Texts<Key>): TopicText<Key> {
  return (key, values) => String(new IntlMessageFormat(texts[key], LOCALES[language]).format(values ?? {}))
}
