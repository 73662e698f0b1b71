/**
 * One tonne of copper in concentrate, sold as concentrate, as blister or as cathode: what is shipped, paid, charged and left.
 * By the same account as smelter-return.ts. Gold and silver are left out in all three, and so is what smelting and refining
 * cost at home, which nobody has published: what a form earns more is the most that making it may cost.
 * Blister and cathode are taken for pure copper in the mass shipped, and pay the freight of a tonne of concentrate.
 * The refining charge of the concentrate contract stands for that of blister: refining is what remains to be done.
 */
import type { SALE_FORMS, TermKey } from '#geodata/contract/economics.ts'
import { missingOf, payableShare, type TermValues } from './smelter-return.ts'

export type SaleFormKey = (typeof SALE_FORMS)[number]

const POUNDS_PER_TONNE = 2204.622_621_85
const ALL: readonly TermKey[] = ['price', 'freight']
export const FORM_NEEDS: Readonly<Record<SaleFormKey, readonly TermKey[]>> = {
  concentrate: [...ALL, 'concentrateGrade', 'payable', 'deduction', 'treatmentCharge', 'refiningCharge', 'moisture'],
  blister: [...ALL, 'smelterRecovery', 'blisterPayable', 'refiningCharge'],
  cathode: [...ALL, 'smelterRecovery', 'refineryRecovery'],
}

/** Tonnes shipped, and USD, for each tonne of copper in the concentrate; costs negative. */
export interface FormAccount {
  shippedT: number
  revenue: number
  charges: number
  freight: number
  /** null where no royalty is known: then none is taken off. */
  royalty: number | null
  net: number
}

/** null where a term is missing: `missingOf(FORM_NEEDS[form], terms)` says which. */
export function accountOf(form: SaleFormKey, terms: TermValues): FormAccount | null {
  if (missingOf(FORM_NEEDS[form], terms).length > 0) return null
  // Every key asked for below is among the needs.
  const of = (key: TermKey): number => terms[key] ?? 0
  const { shippedT, paidT, charges } = physical(form, of)
  const revenue = of('price') * paidT
  const freight = -of('freight') * shippedT
  const royalty = terms.royalty === undefined ? null : (-terms.royalty / 100) * Math.max(0, revenue + charges)
  return { shippedT, revenue, charges, freight, royalty, net: revenue + charges + freight + (royalty ?? 0) }
}

function physical(form: SaleFormKey, of: (key: TermKey) => number) {
  const refining = (of('refiningCharge') / 100) * POUNDS_PER_TONNE
  switch (form) {
    case 'concentrate': {
      const dryT = 100 / of('concentrateGrade')
      const paidT = payableShare(of('concentrateGrade'), of('payable'), of('deduction')) * dryT
      return {
        shippedT: dryT / (1 - of('moisture') / 100),
        paidT,
        charges: -(of('treatmentCharge') * dryT + refining * paidT),
      }
    }
    case 'blister': {
      const blisterT = of('smelterRecovery') / 100
      const paidT = (blisterT * of('blisterPayable')) / 100
      return { shippedT: blisterT, paidT, charges: -refining * paidT }
    }
    case 'cathode': {
      const cathodeT = (of('smelterRecovery') * of('refineryRecovery')) / 10_000
      return { shippedT: cathodeT, paidT: cathodeT, charges: 0 }
    }
  }
}
