/** One property of any dataset as text: closed vocabularies by the catalogue, numbers by locale, lists joined. */
import { LOCALES, type Messages } from '#client/i18n/translate.ts'
import { COMMODITIES, CommodityCode } from '#geodata/contract/commodity.ts'
import { unitOf } from '#geodata/contract/field-unit.ts'
import { wordsOf } from './quantity.ts'

/** Fields of few values, whose words the catalogues know as `value.<value>`. */
const CLOSED =
  /^(kind|class|type|modes?|fuel|sector|surface|designation|brunnel|service|terrain|current|corridorGroup|neighbour|country|positionBasis|indicator|mainMotherTongue|seasonalClosure|view(International|Pakistan|China))$/

/** Keys whose numbers are years or codes and take no thousands separator. */
const PLAIN_NUMBER = /year|seq|opened/i

/** null: not reported. An object that no rule covers is null too: its sheet shows such things by a part of its own. */
export function fieldText(messages: Messages, key: string, value: unknown): string | null {
  const { number, t, list } = messages
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
  return closedText(messages, key, value) ?? value
}

/** The words for a value of a closed vocabulary; null where the text stands for itself. */
function closedText({ tOr, language }: Messages, key: string, value: string): string | null {
  const known = tOr(`value.${slugOf(value)}`, wordsOf(value))
  if (key === 'status') return tOr(`works.${value}`, tOr(`status.${value}`, known))
  if (key === 'statusText') return tOr(`works.${value.replaceAll(' ', '_')}`, tOr(`value.${slugOf(value)}`, value))
  if (key === 'province') return tOr(`province.${slugOf(value)}`, tOr(`value.${slugOf(value)}`, value))
  if (key === 'depositType') return tOr(`type.${value}`, known)
  if (key === 'pointQuality') return tOr(`quality.${value}`, known)
  if (key === 'termConfidence') return tOr(`confidence.${value}`, known)
  if (key === 'country' && /^[A-Z]{2}$/.test(value)) return countryName(LOCALES[language], value)
  return CLOSED.test(key) ? known : null
}

function countryName(locale: string, code: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/** `Strike-slip, left-lateral` → `strike-slip-left-lateral`. */
function slugOf(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** What kind of thing something is, by whichever vocabulary knows it; else its own words. */
export function kindText({ tOr }: Messages, kind: string): string {
  const slug = slugOf(kind)
  const known = tOr(`class.${kind}`, tOr(`value.${slug}`, wordsOf(kind)))
  return tOr(`status.${kind}`, tOr(`works.${kind}`, known))
}

/** A unit as readers of the language write it. */
export function unitText({ tOr }: Messages, unit: string): string {
  return tOr(`symbol.${unit}`, unit)
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
    const figure = unit === null ? text : `${text} ${unitText(messages, unit)}`
    return [typeof value === 'number' ? `${fieldLabel(messages, key)} ${figure}` : figure]
  })
}
