/**
 * Terms with ranges to a screening of a deposit: every figure at its poor, base and good end at once, as costs of routes are.
 * Pure and quick, so that a slider is answered by the page itself with the same formulas as the server's.
 */
import {
  type ConcentrateMetal,
  type MetalValue,
  SALE_FORMS,
  type SaleForm,
  type SmelterReturn,
  TERMS,
  type Term,
  type TermKey,
  type TermsSet,
} from '#geodata/contract/economics.ts'
import type { Range } from '#geodata/contract/logistics.ts'
import type { Content } from '../deposit/contained-metal.ts'
import { accountOf, FORM_NEEDS, type FormAccount } from './sale-forms.ts'
import { isNeeded, LINES_OF, MASS_PULL_NEEDS, missingOf, smelterReturn, type TermValues } from './smelter-return.ts'

type End = keyof Range
const OPPOSITE = { low: 'high', base: 'base', high: 'low' } as const

/** Every known term at its poor (`low`), usual or good (`high`) end. */
export function valuesAt(terms: readonly Term[], end: End): TermValues {
  const known = terms.flatMap(({ key, value }) =>
    value === null ? [] : [[key, value[TERMS[key].better === 'high' ? end : OPPOSITE[end]]] as const],
  )
  return Object.fromEntries(known)
}

/** What the reader has set is sure: its range shrinks to the value. A term that was not known becomes known. */
export function withTermsSet(terms: readonly Term[], set: TermsSet): Term[] {
  return terms.map((term) => {
    const value = set[term.key]
    return value === undefined ? term : { ...term, value: { low: value, base: value, high: value } }
  })
}

/** `of` at the three ends; null where any is. Ends are put in order: a dear term need not make a poor figure. */
function rangeOf(of: (end: End) => number | null): Range | null {
  const [low, base, high] = [of('low'), of('base'), of('high')]
  if (low === null || base === null || high === null) return null
  return { low: Math.min(low, base, high), base, high: Math.max(low, base, high) }
}

export function screenReturn(metal: ConcentrateMetal, terms: readonly Term[]): SmelterReturn {
  const ends = endsOf((end) => smelterReturn(metal, valuesAt(terms, end)))
  const lines = LINES_OF[metal].map((line, index) => ({
    line,
    value: rangeOf((end) => ends[end].lines[index]?.usdPerDmt ?? null),
    missing: ends.base.lines[index]?.missing ?? [],
  }))
  const missing = [...new Set(lines.filter(({ line }) => isNeeded(line)).flatMap((line) => line.missing))]
  const missingForOre = missingOf(MASS_PULL_NEEDS, valuesAt(terms, 'base'))
  return {
    lines,
    usdPerDmt: rangeOf((end) => ends[end].usdPerDmt),
    usdPerTonneOre: rangeOf((end) => ends[end].usdPerTonneOre),
    missing,
    missingForOre: [...new Set([...missing, ...missingForOre])],
    leftOut: lines.flatMap(({ line, value }) => (value === null && !isNeeded(line) ? [line] : [])),
  }
}

export function screenForms(terms: readonly Term[]): SaleForm[] {
  const concentrate = accountOf('concentrate', valuesAt(terms, 'base'))
  return SALE_FORMS.map((form) => {
    const ends = endsOf((end) => accountOf(form, valuesAt(terms, end)))
    const of = (key: keyof FormAccount) => rangeOf((end) => ends[end]?.[key] ?? null)
    const gain = ends.base === null || concentrate === null ? null : ends.base.net - concentrate.net
    return {
      form,
      shippedT: of('shippedT'),
      revenue: of('revenue'),
      charges: of('charges'),
      freight: of('freight'),
      royalty: of('royalty'),
      net: of('net'),
      leftForProcessing: form === 'concentrate' ? null : gain,
      missing: missingOf(FORM_NEEDS[form], valuesAt(terms, 'base')),
    }
  })
}

function endsOf<T>(at: (end: End) => T): Record<End, T> {
  return { low: at('low'), base: at('base'), high: at('high') }
}

/** USD a tonne of metal with the date of the base price. */
export interface PricePerTonne {
  usdPerTonne: Range
  date: string | null
}

/** Gross value of what is in the ground: tonnes × price, nothing taken off, hence no valuation. */
export function valueOfMetal({ commodity, category, tonnes }: Content, price: PricePerTonne | undefined): MetalValue {
  const times = (usd: number): number => usd * tonnes
  const range = price?.usdPerTonne
  return {
    commodity,
    category,
    tonnes,
    valueUsd: range ? { low: times(range.low), base: times(range.base), high: times(range.high) } : null,
    priceDate: price?.date ?? null,
  }
}

/** Keys of terms that a metal's reckoning uses, in the order in which they are shown. */
export function termKeysOf(metal: ConcentrateMetal): TermKey[] {
  const used = new Set<TermKey>(MASS_PULL_NEEDS)
  const known: TermValues = {}
  for (const { missing } of smelterReturn(metal, known).lines) for (const key of missing) used.add(key)
  if (metal === 'copper') for (const form of SALE_FORMS) for (const key of FORM_NEEDS[form]) used.add(key)
  return (Object.keys(TERMS) as TermKey[]).filter((key) => used.has(key))
}
