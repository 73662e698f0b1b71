/** One property of any dataset as text: closed vocabularies by the catalogue, numbers by locale, lists joined. */
import type { Messages } from '#client/i18n/translate.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import { unitOf } from '#geodata/contract/field-unit.ts'
import { wordsOf } from './quantity.ts'

/** Keys whose numbers are years or codes and take no thousands separator. */
const PLAIN_NUMBER = /year|seq|opened/i

/** null: not reported. An object that no rule covers is null too: its sheet shows such things by a part of its own. */
export function fieldText(messages: Messages, key: string, value: unknown): string | null {
  const { number, t, list, tOr } = messages
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? t('field.yes') : t('field.no')
  if (typeof value === 'number')
    return PLAIN_NUMBER.test(key) ? String(value) : number(value, { maximumFractionDigits: 3 })
  if (Array.isArray(value)) {
    const parts = value.map((item) => fieldText(messages, key, item)).filter((part) => part !== null)
    return parts.length === 0 ? null : list(parts)
  }
  if (typeof value !== 'string') return null
  const code = /commodit/i.test(key) ? CommodityCode.safeParse(value) : undefined
  if (code?.success) return COMMODITIES[code.data].name[messages.language]
  if (key === 'status') return tOr(`works.${value}`, tOr(`status.${value}`, wordsOf(value)))
  if (key === 'province') return tOr(`province.${value}`, value)
  if (/^(kind|class|type|mode|fuel|sector)$/.test(key)) return tOr(`class.${value}`, wordsOf(value))
  return value
}

/** `field.<key>` or the key's own words. */
export function fieldLabel({ tOr }: Messages, key: string): string {
  return tOr(`field.${key}`, wordsOf(key))
}

/** Properties in a line of text: numbers with their label and unit, words as they are; what is not reported is left out. */
export function factTexts(messages: Messages, facts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const text = fieldText(messages, key, value)
    if (text === null) return []
    const unit = unitOf(key)
    const figure = unit === null ? text : `${text} ${unit}`
    return [typeof value === 'number' ? `${fieldLabel(messages, key)} ${figure}` : figure]
  })
}
