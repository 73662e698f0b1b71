/** The texts of the pages in the reader's language. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from '#geodata/contract/provenance.ts'
import { EN, type MessageKey } from './en.ts'
import { UR } from './ur.ts'
import { ZH } from './zh.ts'

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: EN, ur: UR, zh: ZH }
const formats = new Map<string, IntlMessageFormat>()

export type Text = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

export function textIn(language: Language): Text {
  return (key, values = {}) => {
    const name = `${language} ${key}`
    const format = formats.get(name) ?? new IntlMessageFormat(CATALOGUES[language][key], language)
    formats.set(name, format)
    return String(format.format({ ...values }))
  }
}

export const DIRECTION: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', ur: 'rtl', zh: 'ltr' }
