/**
 * Terms of single deposits, from rows of facts that state them or from which they follow. Every number of the tables below
 * is read in the named row; what is derived is computed here, and `basis` says from what.
 */
import type { DepositTermKey } from '#geodata/contract/economics.ts'
import type { Confidence } from '#geodata/contract/provenance.ts'
import type { BuiltFeature, DatasetBuilder, Inputs } from './builder.ts'
import { resolveCitations, type SourceRecord } from './citations.ts'
import { numberOrNull, type Row } from './row-fields.ts'
import { loadSources } from './sources.ts'

interface DepositTerm {
  id: string
  depositIds: readonly string[]
  term: DepositTermKey
  value: number
  low?: number
  high?: number
  unit: string
  year: number | null
  basis: string | null
  /** As cited; several separated by `;`. */
  source: string
  folder?: string
  confidence: Confidence
  note: string | null
}

const SAINDAK = ['saindak', 'saindak-south', 'saindak-north', 'saindak-east']
const REKO_DIQ = ['reko-diq', 'reko-diq-western-porphyries', 'tanjeel']
const GRAMS_PER_OUNCE = 31.103_476_8

/** Share of the metal in the ore that reaches the product, in %. */
const recoveryPct = (product: { t: number; pct: number }, feed: { t: number; pct: number }): number =>
  (100 * product.t * product.pct) / (feed.t * feed.pct)

/** Design figures in the rows saindak-south, saindak-east and reko-diq of the table of deposits. */
const SAINDAK_DESIGN = { t: 71_180, pct: 22 }
const SAINDAK_EXPANSION = { t: 110_000, pct: 22.5 }
const EXPANSION_BLISTER_T = 24_276

const DERIVED: readonly DepositTerm[] = [
  {
    id: 'saindak-recovery',
    depositIds: ['saindak', 'saindak-south', 'saindak-north'],
    term: 'recovery',
    // biome-ignore lint/suspicious/noApproximativeNumericConstant: a grade of copper, no logarithm
    value: recoveryPct(SAINDAK_DESIGN, { t: 4_250_000, pct: 0.434 }),
    high: recoveryPct(SAINDAK_DESIGN, { t: 4_250_000, pct: 0.413 }),
    unit: '%',
    year: 2020,
    basis:
      'Derived: 71,180 t of concentrate at 22 % Cu from 4.25 Mt of ore a year, at the reserve grade of 0.434 % (high: at the resource grade of 0.413 %).',
    source: 'SML current projects page',
    confidence: 'medium',
    note: 'Design figures of the South ore body.',
  },
  {
    id: 'saindak-east-recovery',
    depositIds: ['saindak-east'],
    term: 'recovery',
    value: recoveryPct(SAINDAK_EXPANSION, { t: 7_000_000, pct: 0.374 }),
    unit: '%',
    year: 2022,
    basis: 'Derived: 110,000 t of concentrate at 22.5 % Cu from 7.0 Mt of ore a year at 0.374 %.',
    source: 'SML current projects page; SML future projects page',
    confidence: 'low',
    note: 'High for flotation: the expansion may be planned on richer ore than the mineable average.',
  },
  {
    id: 'saindak-smelter-recovery',
    depositIds: SAINDAK,
    term: 'smelterRecovery',
    value: recoveryPct({ t: EXPANSION_BLISTER_T, pct: 99 }, SAINDAK_EXPANSION),
    low: recoveryPct({ t: EXPANSION_BLISTER_T, pct: 98.5 }, SAINDAK_EXPANSION),
    high: recoveryPct({ t: EXPANSION_BLISTER_T, pct: 100 }, SAINDAK_EXPANSION),
    unit: '%',
    year: 2022,
    basis:
      'Derived: 24,276 t of blister from 110,000 t of concentrate at 22.5 % Cu a year; copper in blister 99 % (98.5 to 100 %), from general knowledge.',
    source: 'SML future projects page',
    confidence: 'low',
    note: 'Design figures of the expansion.',
  },
  {
    id: 'reko-diq-recovery',
    depositIds: REKO_DIQ,
    term: 'recovery',
    value: recoveryPct({ t: 400_000, pct: 100 }, { t: 90_000_000, pct: 0.48 }),
    unit: '%',
    year: 2024,
    basis:
      'Derived: about 400,000 t of copper a year at the full rate of 90 Mt of ore, at the reserve grade of 0.48 %.',
    source: 'Mining Data Online; Vibrant Pakistan 2025-02',
    confidence: 'low',
    note: 'Round figures: an error of some per cent.',
  },
  {
    id: 'reko-diq-concentrate-grade',
    depositIds: REKO_DIQ,
    term: 'concentrateGrade',
    value: 30,
    low: 30,
    high: recoveryPct({ t: 200_000, pct: 100 }, { t: 600_000, pct: 1 }),
    unit: '% Cu',
    year: null,
    basis: 'Stated as 30 %; 200,000 t of copper in 600,000 t of concentrate a year, on the same page, make 33.3 %.',
    source: 'Tethyan Copper Company, page on the mining project (tethyan.com)',
    confidence: 'low',
    note: 'The plan before 2011; the study of 2024 is not published in full.',
  },
  {
    id: 'reko-diq-gold-grade',
    depositIds: REKO_DIQ,
    term: 'goldGrade',
    value: (250_000 * GRAMS_PER_OUNCE) / 600_000,
    unit: 'g/t',
    year: null,
    basis: 'Derived: 250,000 oz of gold in 600,000 t of concentrate a year.',
    source: 'Tethyan Copper Company, page on the mining project (tethyan.com)',
    confidence: 'low',
    note: 'The plan before 2011; the study of 2024 is not published in full.',
  },
]

/** The sum of the rates of some rows of the table of policies. */
function royalty(
  rows: readonly Row[],
  id: string,
  depositIds: readonly string[],
  policies: readonly string[],
): DepositTerm {
  const found = policies.map((policy) => {
    const row = rows.find((candidate) => candidate.id === policy)
    const rate = row && numberOrNull(row, 'rate')
    if (!row || rate === null || rate === undefined)
      throw new Error(`policies: no rate of ${policy}, which ${id} rests on`)
    return { row, rate }
  })
  const [first] = found
  return {
    id,
    depositIds,
    term: 'royalty',
    value: found.reduce((sum, { rate }) => sum + rate, 0),
    unit: '%',
    year: first ? numberOrNull(first.row, 'year') : null,
    basis: found.map(({ row, rate }) => `${row.title}: ${rate} ${row.unit}`).join('; '),
    source: [...new Set(found.flatMap(({ row }) => (row.source ?? '').split('; ')))].join('; '),
    folder: 'projects',
    confidence: 'medium',
    note: 'Taken here of what the smelter pays, whatever the base in law.',
  }
}

/** The row of the smelting terms about the concentrate of Saindak. */
function saindakGrade(rows: readonly Row[]): DepositTerm {
  const row = rows.find(({ term }) => term === 'concentrate grade, Saindak')
  const value = row && numberOrNull(row, 'value')
  if (!row || value === null || value === undefined) throw new Error('smelting_terms: no concentrate grade of Saindak')
  return {
    id: 'saindak-concentrate-grade',
    depositIds: SAINDAK,
    term: 'concentrateGrade',
    value,
    low: numberOrNull(row, 'low') ?? value,
    high: numberOrNull(row, 'high') ?? value,
    unit: '% Cu',
    year: numberOrNull(row, 'year'),
    basis: null,
    source: row.source ?? 'general knowledge, unverified',
    confidence: 'high',
    note: null,
  }
}

const round = (value: number): number => Number(value.toPrecision(5))

function featureOf(record: DepositTerm, sources: readonly SourceRecord[]): BuiltFeature {
  const { id, depositIds, term, value, low, high, unit, year, basis, source, folder, confidence, note } = record
  return {
    id,
    geometry: null,
    properties: {
      name: { en: id.replaceAll('-', ' '), ur: null, zh: null },
      geometryQuality: 'exact',
      provenance: {
        citations: resolveCitations(source, sources, folder),
        asOf: year === null ? null : String(year),
        confidence,
        note,
      },
      depositIds: [...depositIds],
      commodity: 'copper',
      term,
      value: round(value),
      low: low === undefined ? null : round(low),
      high: high === undefined ? null : round(high),
      unit,
      year,
      basis,
    },
  }
}

export const depositTermsBuilder: DatasetBuilder = {
  produces: ['deposit-terms'],
  build(inputs: Inputs) {
    const sources = loadSources(inputs)
    const policies = inputs.csv('facts/projects/policies.csv')
    const records = [
      ...DERIVED,
      saindakGrade(inputs.csv('facts/smelting_terms.csv')),
      royalty(policies, 'saindak-royalty', SAINDAK, ['saindak-royalty-2022']),
      royalty(policies, 'reko-diq-royalty', REKO_DIQ, [
        'reko-diq-royalty',
        'reko-diq-federal-nsr',
        'reko-diq-epz-surcharge',
      ]),
    ]
    return new Map([['deposit-terms', records.map((record) => featureOf(record, sources))]])
  },
}
