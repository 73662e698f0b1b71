/**
 * Net smelter return of a dry tonne of concentrate: payable metal less treatment and refining charges, penalties, freight
 * and royalty. Goldie & Tredger, "Net Smelter Return Models and Their Use in the Exploration, Evaluation and Exploitation
 * of Polymetallic Deposits", Geoscience Canada 18(4), 1991, 159–171. Price participation and payment terms are left out.
 */
import type { ConcentrateMetal, LINES, TermKey } from '#geodata/contract/economics.ts'

/** Terms in the units of the contract (`TERMS`); absent: not known. */
export type TermValues = Readonly<Partial<Record<TermKey, number>>>
export type LineKey = (typeof LINES)[number]

const POUNDS_PER_TONNE = 2204.622_621_85
const GRAMS_PER_OUNCE = 31.103_476_8

/** What a line needs, and its value in USD per dmt from terms that are all there. */
interface Formula {
  needs: readonly TermKey[]
  usdPerDmt(value: (key: TermKey) => number): number
}

/** Share of a concentrate's mass that is paid for: the payable share of the metal, less at least the deduction. */
export function payableShare(gradePct: number, payablePct: number, deductionPoints: number): number {
  return Math.max(0, Math.min((gradePct * payablePct) / 100, gradePct - deductionPoints)) / 100
}

const PAYABLE: readonly TermKey[] = ['concentrateGrade', 'payable', 'deduction']
const shareOf = (value: (key: TermKey) => number): number =>
  payableShare(value('concentrateGrade'), value('payable'), value('deduction'))

function precious(grade: TermKey, deduction: TermKey, payable: TermKey, price: TermKey): Formula {
  return {
    needs: [grade, deduction, payable, price],
    usdPerDmt: (value) =>
      (Math.max(0, value(grade) - value(deduction)) * (value(payable) / 100) * value(price)) / GRAMS_PER_OUNCE,
  }
}

/** All but the royalty, which is a share of their sum. */
const FORMULAS: Readonly<Record<Exclude<LineKey, 'royalty'>, Formula>> = {
  payableMetal: { needs: ['price', ...PAYABLE], usdPerDmt: (value) => value('price') * shareOf(value) },
  gold: precious('goldGrade', 'goldDeduction', 'goldPayable', 'goldPrice'),
  silver: precious('silverGrade', 'silverDeduction', 'silverPayable', 'silverPrice'),
  treatment: { needs: ['treatmentCharge'], usdPerDmt: (value) => -value('treatmentCharge') },
  refining: {
    needs: ['refiningCharge', ...PAYABLE],
    usdPerDmt: (value) => (-value('refiningCharge') / 100) * POUNDS_PER_TONNE * shareOf(value),
  },
  penalties: { needs: ['penalties'], usdPerDmt: (value) => -value('penalties') },
  freight: {
    needs: ['freight', 'moisture'],
    usdPerDmt: (value) => -value('freight') / (1 - value('moisture') / 100),
  },
}

/** The lines of a contract by metal. Zinc smelters pay for no gold, and refine in the same charge, as lead smelters do. */
export const LINES_OF: Readonly<Record<ConcentrateMetal, readonly LineKey[]>> = {
  copper: ['payableMetal', 'gold', 'silver', 'treatment', 'refining', 'penalties', 'freight', 'royalty'],
  zinc: ['payableMetal', 'treatment', 'penalties', 'freight', 'royalty'],
  lead: ['payableMetal', 'silver', 'treatment', 'penalties', 'freight', 'royalty'],
}

/** Lines without which a return would mean nothing; the others are left out, by name, where their terms are not known. */
const NEEDED: readonly LineKey[] = ['payableMetal', 'treatment', 'refining', 'freight']
/** What the smelter pays: the base of the royalty. */
const INVOICED: readonly LineKey[] = ['payableMetal', 'gold', 'silver', 'treatment', 'refining', 'penalties']

export interface ReckonedLine {
  line: LineKey
  usdPerDmt: number | null
  missing: TermKey[]
}

export interface Reckoned {
  lines: ReckonedLine[]
  /** USD per dry tonne of concentrate; null where a needed line is missing. */
  usdPerDmt: number | null
  /** USD per tonne of ore; null where moreover a term of the ore is missing. */
  usdPerTonneOre: number | null
}

/** Everything of one set of values. Nothing is put in the place of a missing term. */
export function smelterReturn(metal: ConcentrateMetal, terms: TermValues): Reckoned {
  const lines: ReckonedLine[] = []
  for (const line of LINES_OF[metal])
    lines.push(line === 'royalty' ? royaltyOn(lines, terms) : reckonLine(line, FORMULAS[line], terms))
  const isWhole = lines.every(({ line, usdPerDmt }) => usdPerDmt !== null || !NEEDED.includes(line))
  const usdPerDmt = isWhole ? lines.reduce((sum, line) => sum + (line.usdPerDmt ?? 0), 0) : null
  const massPull = massPullOf(terms)
  return { lines, usdPerDmt, usdPerTonneOre: usdPerDmt === null || massPull === null ? null : usdPerDmt * massPull }
}

function reckonLine(line: LineKey, { needs, usdPerDmt }: Formula, terms: TermValues): ReckonedLine {
  const missing = missingOf(needs, terms)
  // Every key of `needs` was found just before.
  return { line, usdPerDmt: missing.length > 0 ? null : usdPerDmt((key) => terms[key] ?? 0), missing }
}

/** On what the smelter pays, before freight; never negative. */
function royaltyOn(lines: readonly ReckonedLine[], terms: TermValues): ReckonedLine {
  const missing = missingOf(['royalty'], terms)
  const invoice = lines.reduce((sum, { line, usdPerDmt }) => sum + (INVOICED.includes(line) ? (usdPerDmt ?? 0) : 0), 0)
  const share = (terms.royalty ?? 0) / 100
  return { line: 'royalty', usdPerDmt: missing.length > 0 ? null : -share * Math.max(0, invoice), missing }
}

/** Tonnes of concentrate from a tonne of ore: metal is neither made nor lost but by the recovery. */
export const MASS_PULL_NEEDS: readonly TermKey[] = ['oreGrade', 'recovery', 'concentrateGrade']
export function massPullOf({ oreGrade, recovery, concentrateGrade }: TermValues): number | null {
  if (oreGrade === undefined || recovery === undefined || concentrateGrade === undefined) return null
  return (oreGrade * recovery) / 100 / concentrateGrade
}

export function missingOf(keys: readonly TermKey[], terms: TermValues): TermKey[] {
  return keys.filter((key) => terms[key] === undefined)
}

/** Lines that a return cannot do without, for saying what is missing. */
export function isNeeded(line: LineKey): boolean {
  return NEEDED.includes(line)
}
