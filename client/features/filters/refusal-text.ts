/** Why a filter is refused, in the reader's words. */
import type { Messages } from '#client/i18n/translate.ts'
import { type Cql2Refusal, THING_VALUES } from '#geodata/cql2/refusal.ts'

export function reasonText({ t, tOr }: Messages, { code, values }: Cql2Refusal): string {
  const worded = Object.entries(values).map(([key, value]) => [
    key,
    THING_VALUES.has(key) ? tOr(`cql.thing.${value}`, value) : value,
  ])
  return t(`cql.error.${code}`, Object.fromEntries(worded))
}
