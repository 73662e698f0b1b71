/**
 * What the reader has set in the economics of one deposit, as the link says it; terms of one deposit say nothing of another.
 * Which metals and terms there are is the economics' own to know, since its code is not there when a link is read.
 */
export interface EconomicsState {
  /** Id of the deposit. */
  deposit: string
  /** null: the deposit's first metal with terms. */
  metal: string | null
  /** `key:value,…`, or null: none is set. */
  terms: string | null
}

const DEPOSIT = /^[a-z0-9][a-z0-9-]{0,99}$/
const METAL = /^[a-z]{1,20}$/
const TERMS = /^[a-zA-Z]{1,30}:-?\d{1,7}(\.\d{1,7})?(,[a-zA-Z]{1,30}:-?\d{1,7}(\.\d{1,7})?){0,30}$/

export function economicsToQuery(state: EconomicsState | null): [string, string][] {
  if (state === null) return []
  const pairs: [string, string | null][] = [
    ['econ', state.deposit],
    ['econ.metal', state.metal],
    ['econ.terms', state.terms],
  ]
  return pairs.flatMap(([key, value]): [string, string][] => (value === null ? [] : [[key, value]]))
}

/** `read` gives a parameter parsed, or the fallback and a fault where it makes no sense. */
export function economicsFromQuery(
  read: <T>(name: string, fallback: T, parse: (text: string) => T | undefined) => T,
): EconomicsState | null {
  const text = (name: string, pattern: RegExp) =>
    read<string | null>(name, null, (value) => (pattern.test(value) ? value : undefined))
  const deposit = text('econ', DEPOSIT)
  return deposit === null ? null : { deposit, metal: text('econ.metal', METAL), terms: text('econ.terms', TERMS) }
}
