/** Why a filter is refused in the reader's language. */
import type { Translate } from '#client/i18n/topic.ts'
import type { Messages } from '#client/i18n/translate.ts'
import { type Cql2Refusal, isThing, type Reason, type Thing } from '#geodata/cql2/refusal.ts'

export type Cql2Word =
  | 'label'
  | 'help'
  | 'names'
  | 'apply'
  | 'undo'
  | 'showPlace'
  | 'at'
  | 'inJson'
  | `reason.${Reason}`
  | `thing.${Thing}`

/** What is wrong, and at which character of a text or where in JSON. */
export function refusalText(
  word: Translate<Cql2Word>,
  { number }: Pick<Messages, 'number'>,
  { reason, values, place }: Cql2Refusal,
): string {
  const worded = Object.entries(values).map(([key, value]) => [key, [value].flat().map(wordOf).join(' / ')])
  const why = word(`reason.${reason}`, Object.fromEntries(worded))
  return place.encoding === 'text'
    ? word('at', { position: number(place.offset + 1), reason: why })
    : word('inJson', { pointer: place.pointer === '' ? '/' : place.pointer, reason: why })

  function wordOf(value: string): string {
    return isThing(value) ? word(`thing.${value}`) : value
  }
}
