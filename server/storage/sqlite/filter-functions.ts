/** The functions of geodata/cql2 that SQL calls by name, the very same that evaluate.ts uses. Unknown in, unknown out. */
import { spanOfStored } from '#geodata/cql2/dates.ts'
import { DERIVATIONS, type Derivation } from '#geodata/cql2/derivations.ts'
import { reckon } from '#geodata/cql2/numbers.ts'
import { accentFolded, caseFolded, isLike } from '#geodata/cql2/text.ts'
import type { SqliteDatabase } from './open-database.ts'

export function registerFilterFunctions(db: SqliteDatabase): void {
  const ofText = (name: string, reckoned: (text: string) => string | number | null) =>
    db.function(name, { deterministic: true }, (text: unknown) => (typeof text === 'string' ? reckoned(text) : null))
  const ofNumbers = (name: string, op: '%' | 'div' | '^') =>
    db.function(name, { deterministic: true }, (a: unknown, b: unknown) =>
      typeof a === 'number' && typeof b === 'number' ? reckon(op, a, b) : null,
    )
  ofText('cql2_casei', caseFolded)
  ofText('cql2_accenti', accentFolded)
  ofText('cql2_start', (text) => spanOfStored(text)?.startMs ?? null)
  ofText('cql2_end', (text) => spanOfStored(text)?.endMs ?? null)
  ofNumbers('cql2_remainder', '%')
  ofNumbers('cql2_div', 'div')
  ofNumbers('cql2_power', '^')
  for (const name of Object.keys(DERIVATIONS) as Derivation[])
    db.function(`cql2_${name}`, { deterministic: true }, (json: unknown) => derived(name, json))
  db.function('cql2_like', { deterministic: true }, (text: unknown, pattern: unknown) =>
    typeof text === 'string' && typeof pattern === 'string' ? Number(isLike(text, pattern)) : null,
  )
}

/** `json`: the stored value as JSON text, null where there is none. Lists go out as JSON text. */
function derived(name: Derivation, json: unknown): string | number | null {
  const value = DERIVATIONS[name](typeof json === 'string' ? JSON.parse(json) : null)
  if (typeof value === 'boolean') return Number(value)
  return value === null || typeof value === 'string' ? value : JSON.stringify(value)
}
