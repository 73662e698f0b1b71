/** What the reader has set in the economics of one deposit, and how the link says it. Terms of one deposit say nothing of another. */
import { ConcentrateMetal, TERM_KEYS, type TermsSet, TermsText } from '#geodata/contract/economics.ts'

export interface EconomicsState {
  /** Id of the deposit. */
  deposit: string
  /** null: the deposit's first metal with terms. */
  metal: ConcentrateMetal | null
  set: TermsSet
}

const DEPOSIT = /^[a-z0-9][a-z0-9-]{0,99}$/

/** `key:value,…` in a fixed order; '' for none. */
export function termsText(set: TermsSet): string {
  return TERM_KEYS.flatMap((key) => {
    const value = set[key]
    return value === undefined ? [] : [`${key}:${Number(value.toPrecision(6))}`]
  }).join(',')
}

export function economicsToQuery(state: EconomicsState | null): [string, string][] {
  if (state === null) return []
  const terms = termsText(state.set)
  return [
    ['econ', state.deposit],
    ...(state.metal === null ? [] : [['econ.metal', state.metal] satisfies [string, string]]),
    ...(terms === '' ? [] : [['econ.terms', terms] satisfies [string, string]]),
  ]
}

/** `read` gives a parameter parsed, or the fallback and a fault where it makes no sense. */
export function economicsFromQuery(
  read: <T>(name: string, fallback: T, parse: (text: string) => T | undefined) => T,
): EconomicsState | null {
  const deposit = read<string | null>('econ', null, (text) => (DEPOSIT.test(text) ? text : undefined))
  if (deposit === null) return null
  return {
    deposit,
    metal: read<ConcentrateMetal | null>('econ.metal', null, (text) => ConcentrateMetal.safeParse(text).data),
    set: read<TermsSet>('econ.terms', {}, (text) => TermsText.safeParse(text).data),
  }
}
