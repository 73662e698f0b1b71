/** Turns a key and values into text: ICU MessageFormat, each message compiled once a language. No React here. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#geodata/contract/provenance.ts'
import type { Catalogue, MessageKey } from './catalogue.ts'

export type MessageValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

/** BCP 47 tags for Intl. Urdu in Pakistan writes figures with Latin digits in print of this kind. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ur: 'ur-PK-u-nu-latn', zh: 'zh-CN' }

export interface Messages {
  language: Language
  dir: 'ltr' | 'rtl'
  t(key: MessageKey, values?: MessageValues): string
  /** For keys made at run time (`field.<key>`): the message, or `fallback` where no catalogue has the key. */
  tOr(key: string, fallback: string, values?: MessageValues): string
  number(value: number, options?: Intl.NumberFormatOptions): string
  date(value: Date | string, options?: Intl.DateTimeFormatOptions): string
  list(items: readonly string[]): string
  /** Order of two texts as readers of the language expect it: Chinese by sound, figures inside a text by value. */
  compare(a: string, b: string): number
}

/** A key that the catalogue lacks is shown as it stands: better a bare key than no page. */
export function createMessages(language: Language, catalogue: Partial<Catalogue>): Messages {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  const numberFormats = new Map<string, Intl.NumberFormat>()
  const locale = LOCALES[language]
  // Chinese lists of units stand without anything between them.
  const listType = language === 'en' ? 'unit' : 'conjunction'
  const collator = new Intl.Collator(locale, { numeric: true })
  const isKnown = (key: string): key is MessageKey => Object.hasOwn(catalogue, key)

  const compile = (key: MessageKey): IntlMessageFormat => {
    const known = compiled.get(key)
    if (known) return known
    const format = new IntlMessageFormat(catalogue[key] ?? key, locale)
    compiled.set(key, format)
    return format
  }
  const t = (key: MessageKey, values?: MessageValues): string => String(compile(key).format(values ?? {}))

  return {
    language,
    dir: language === 'ur' ? 'rtl' : 'ltr',
    t,
    tOr: (key, fallback, values) => (isKnown(key) ? t(key, values) : fallback),
    number: (value, options) => {
      const id = JSON.stringify(options ?? null)
      const format = numberFormats.get(id) ?? new Intl.NumberFormat(locale, options)
      numberFormats.set(id, format)
      return format.format(value)
    },
    date: (value, options) =>
      new Intl.DateTimeFormat(locale, options ?? { dateStyle: 'medium' }).format(
        typeof value === 'string' ? new Date(value) : value,
      ),
    list: (items) => new Intl.ListFormat(locale, { style: 'short', type: listType }).format(items),
    compare: collator.compare,
  }
}
