/**
 * Terms of a deposit's concentrate from the records of the atlas: prices, smelting terms, the deposit's own. Where several
 * years are on record, the latest is the base and the others give the range. What no record states is null, never a guess.
 */
import { type ConcentrateMetal, TERMS, type Term, type TermKey } from '#geodata/contract/economics.ts'
import type { Range } from '#geodata/contract/logistics.ts'
import { GENERAL_KNOWLEDGE, type Provenance } from '#geodata/contract/provenance.ts'
import type { DepositTermProperties } from '#geodata/datasets/deposit-terms/dataset.ts'
import type { MetalPriceProperties } from '#geodata/datasets/metal-prices/dataset.ts'
import type { SmeltingTermProperties } from '#geodata/datasets/smelting-terms/dataset.ts'

type Records<P> = readonly { id: string; properties: P }[]

export interface EconomicsRecords {
  prices: Records<MetalPriceProperties>
  smelting: Records<SmeltingTermProperties>
  depositTerms: Records<DepositTermProperties>
}

/** Opening of the ids of the records of `smelting-terms` that a term rests on; several records are a series by year. */
const SMELTING: Readonly<Record<ConcentrateMetal, Partial<Record<TermKey, string>>>> = {
  copper: {
    concentrateGrade: 'copper-concentrate-concentrate-grade-world',
    payable: 'copper-concentrate-payable-copper',
    treatmentCharge: 'copper-concentrate-treatment-charge-benchmark-',
    refiningCharge: 'copper-concentrate-refining-charge-benchmark-',
    moisture: 'copper-concentrate-moisture',
    goldPayable: 'copper-concentrate-gold-payable',
    silverPayable: 'copper-concentrate-silver-payable',
    blisterPayable: 'blister-copper-payable-copper',
  },
  zinc: {
    concentrateGrade: 'zinc-concentrate-concentrate-grade',
    payable: 'zinc-concentrate-payable-zinc',
    treatmentCharge: 'zinc-concentrate-treatment-charge-benchmark-',
    moisture: 'zinc-concentrate-moisture',
  },
  lead: {
    concentrateGrade: 'lead-concentrate-concentrate-grade',
    payable: 'lead-concentrate-payable-lead',
    silverPayable: 'lead-concentrate-silver-payable',
  },
}

interface Deduction {
  value: number
  record: string
  /** The record's note says that this part of it is from general knowledge. */
  isFromMemory?: boolean
}

/** Deductions stand in the unit or the note of the record of the payable share, for example `85 % (minimum deduction 8 units)`. */
const DEDUCTIONS: Readonly<Record<ConcentrateMetal, Partial<Record<TermKey, Deduction>>>> = {
  copper: {
    deduction: { value: 1, record: 'copper-concentrate-payable-copper', isFromMemory: true },
    goldDeduction: { value: 1, record: 'copper-concentrate-gold-payable' },
    silverDeduction: { value: 30, record: 'copper-concentrate-silver-payable' },
  },
  zinc: { deduction: { value: 8, record: 'zinc-concentrate-payable-zinc' } },
  lead: { deduction: { value: 3, record: 'lead-concentrate-payable-lead' } },
}

/** Not of one deposit: the note says why the figure is there although no source states it. */
const FROM_MEMORY: Partial<Record<TermKey, { value: Range; note: string }>> = {
  refineryRecovery: {
    value: { low: 99, base: 99.5, high: 99.9 },
    note: 'Copper in anodes that becomes cathode in electrolytic refining, slimes and bleed returned.',
  },
}

const MEMORY = { text: 'general knowledge, unverified', source: GENERAL_KNOWLEDGE }
const BLANK = { date: null, citations: [], confidence: null, isFromMemory: false, note: null, record: null }

/** An empty term: not known. */
export function unknownTerm(key: TermKey): Term {
  const { unit, min, max } = TERMS[key]
  return { key, value: null, unit, min, max, ...BLANK }
}

/** The terms of `keys` that records or memory give, all others unknown. Ore grade and freight are the caller's to fill. */
export function knownTerms(
  keys: readonly TermKey[],
  { metal, depositId }: { metal: ConcentrateMetal; depositId: string },
  records: EconomicsRecords,
): Term[] {
  return keys.map(
    (key) =>
      ownTerm(key, metal, depositId, records) ??
      priceTerm(key, metal, records) ??
      smeltingTerm(key, metal, records) ??
      deductionTerm(key, metal, records) ??
      memoryTerm(key) ??
      unknownTerm(key),
  )
}

function ownTerm(key: TermKey, metal: ConcentrateMetal, depositId: string, { depositTerms }: EconomicsRecords) {
  const found = depositTerms.find(
    ({ properties }) =>
      properties.term === key && properties.commodity === metal && properties.depositIds.includes(depositId),
  )
  if (!found) return undefined
  const { value, low, high, year, basis, provenance } = found.properties
  const range = { low: low ?? value, base: value, high: high ?? value }
  const stated = statedBy(`deposit-terms/${found.id}`, provenance, year === null ? null : String(year))
  return { ...unknownTerm(key), value: range, ...stated, note: join(basis, provenance?.note) }
}

const PRICE_OF: Partial<Record<TermKey, string>> = { goldPrice: 'gold', silverPrice: 'silver' }

function priceTerm(key: TermKey, metal: ConcentrateMetal, records: EconomicsRecords): Term | undefined {
  const commodity = key === 'price' ? metal : PRICE_OF[key]
  return commodity === undefined ? undefined : priceOf(commodity, key, records)
}

/** The price of a metal as a term under `key`: the latest, with the least and greatest on record. */
export function priceOf(commodity: string, key: TermKey, { prices }: EconomicsRecords): Term | undefined {
  const series = prices
    .filter(({ properties }) => properties.commodity === commodity)
    .map(({ id, properties }) => ({ id, value: properties.price, when: properties.date, properties }))
  const latest = latestOf(series)
  if (!latest) return undefined
  const { provenance, date, grade } = latest.properties
  const stated = statedBy(`metal-prices/${latest.id}`, provenance, date)
  return { ...unknownTerm(key), value: rangeOfSeries(series, latest), ...stated, note: join(grade, provenance?.note) }
}

function smeltingTerm(key: TermKey, metal: ConcentrateMetal, { smelting }: EconomicsRecords): Term | undefined {
  const opening = SMELTING[metal][key]
  if (opening === undefined) return undefined
  const series = smelting
    .filter(({ id }) => (opening.endsWith('-') ? id.startsWith(opening) : id === opening))
    .map(({ id, properties }) => ({ id, value: properties.value, when: String(properties.year ?? ''), properties }))
  const latest = latestOf(series)
  if (!latest) throw new Error(`smelting-terms has no record ${opening}, on which the term ${key} rests`)
  const { low, high, year, unit, provenance } = latest.properties
  const range =
    series.length > 1
      ? rangeOfSeries(series, latest)
      : { low: low ?? latest.value, base: latest.value, high: high ?? latest.value }
  const stated = statedBy(`smelting-terms/${latest.id}`, provenance, year === null ? null : String(year))
  return { ...unknownTerm(key), value: range, ...stated, note: join(unit, provenance?.note) }
}

function deductionTerm(key: TermKey, metal: ConcentrateMetal, { smelting }: EconomicsRecords): Term | undefined {
  const rule = DEDUCTIONS[metal][key]
  if (!rule) return undefined
  const record = smelting.find(({ id }) => id === rule.record)
  if (!record) throw new Error(`smelting-terms has no record ${rule.record}, on which the term ${key} rests`)
  const { unit, provenance } = record.properties
  const value = { low: rule.value, base: rule.value, high: rule.value }
  const stated = statedBy(`smelting-terms/${record.id}`, provenance, null)
  const memory = rule.isFromMemory ? { isFromMemory: true, confidence: 'low' as const, citations: [MEMORY] } : {}
  return { ...unknownTerm(key), value, ...stated, ...memory, note: join(unit, provenance?.note) }
}

function memoryTerm(key: TermKey): Term | undefined {
  const known = FROM_MEMORY[key]
  if (!known) return undefined
  return { ...unknownTerm(key), ...known, citations: [MEMORY], confidence: 'low', isFromMemory: true }
}

interface Dated {
  value: number
  /** Sorts as text: year or ISO day. */
  when: string
}

function latestOf<T extends Dated>(series: readonly T[]): T | undefined {
  return [...series].sort((a, b) => (a.when < b.when ? 1 : -1))[0]
}

function rangeOfSeries(series: readonly Dated[], latest: Dated): Range {
  const values = series.map(({ value }) => value)
  return { low: Math.min(...values), base: latest.value, high: Math.max(...values) }
}

function statedBy(record: string, provenance: Provenance | undefined, date: string | null) {
  const citations = provenance?.citations ?? []
  return {
    date,
    citations,
    confidence: provenance?.confidence ?? ('low' as const),
    isFromMemory: citations.some(({ source }) => source === GENERAL_KNOWLEDGE),
    record,
  }
}

function join(...texts: (string | null | undefined)[]): string | null {
  return texts.filter((text) => text !== null && text !== undefined).join(' · ') || null
}
