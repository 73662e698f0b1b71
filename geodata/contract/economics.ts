/**
 * What a concentrate earns, term by term. Money is US dollars of the date or year that the term states, never re-based.
 * Terms are in the units in which contracts are written; geodata/economics turns them into fractions.
 */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { ResourceEstimate } from './deposit.ts'
import { Slug } from './feature-ref.ts'
import { numberFromText } from './geo.ts'
import { PlaceText, Range } from './logistics.ts'
import { PlaceLine } from './network-questions.ts'
import { Citation, Confidence } from './provenance.ts'

/** Each term: its unit, the least and greatest value that a reader may set, and which end of a range earns more. */
export const TERMS = {
  price: { unit: 'USD/t', min: 0, max: 30_000, better: 'high' },
  oreGrade: { unit: '%', min: 0, max: 40, better: 'high' },
  recovery: { unit: '%', min: 0, max: 100, better: 'high' },
  concentrateGrade: { unit: '%', min: 5, max: 80, better: 'high' },
  payable: { unit: '%', min: 0, max: 100, better: 'high' },
  deduction: { unit: 'percentage points', min: 0, max: 15, better: 'low' },
  treatmentCharge: { unit: 'USD/dmt', min: -100, max: 500, better: 'low' },
  refiningCharge: { unit: 'US¢/lb', min: -10, max: 30, better: 'low' },
  penalties: { unit: 'USD/dmt', min: 0, max: 200, better: 'low' },
  moisture: { unit: '%', min: 0, max: 25, better: 'low' },
  freight: { unit: 'USD/t', min: 0, max: 500, better: 'low' },
  royalty: { unit: '%', min: 0, max: 30, better: 'low' },
  goldGrade: { unit: 'g/t', min: 0, max: 200, better: 'high' },
  goldDeduction: { unit: 'g/t', min: 0, max: 10, better: 'low' },
  goldPayable: { unit: '%', min: 0, max: 100, better: 'high' },
  goldPrice: { unit: 'USD/oz', min: 0, max: 10_000, better: 'high' },
  silverGrade: { unit: 'g/t', min: 0, max: 5000, better: 'high' },
  silverDeduction: { unit: 'g/t', min: 0, max: 200, better: 'low' },
  silverPayable: { unit: '%', min: 0, max: 100, better: 'high' },
  silverPrice: { unit: 'USD/oz', min: 0, max: 200, better: 'high' },
  smelterRecovery: { unit: '%', min: 50, max: 100, better: 'high' },
  blisterPayable: { unit: '%', min: 50, max: 100, better: 'high' },
  refineryRecovery: { unit: '%', min: 50, max: 100, better: 'high' },
} as const
export type TermKey = keyof typeof TERMS
export const TERM_KEYS = Object.keys(TERMS) as TermKey[]
export const TermId = z.enum(TERM_KEYS as [TermKey, ...TermKey[]])

/** Terms that a deposit may have a record of its own for. */
export const DepositTermKey = z.enum(['recovery', 'concentrateGrade', 'goldGrade', 'royalty', 'smelterRecovery'])
export type DepositTermKey = z.output<typeof DepositTermKey>

/** Metals sold in concentrates of which the atlas holds terms. */
export const CONCENTRATE_METALS = ['copper', 'zinc', 'lead'] as const
export const ConcentrateMetal = z.enum(CONCENTRATE_METALS)
export type ConcentrateMetal = z.output<typeof ConcentrateMetal>

export const Term = z.object({
  key: TermId,
  /** null: not known, or not known to apply; nothing is put in its place. */
  value: Range.nullable(),
  unit: z.string(),
  min: z.number(),
  max: z.number(),
  /** Day or year of the figure, for money its price basis; null where the source states none. */
  date: z.string().nullable(),
  citations: z.array(Citation),
  confidence: Confidence.nullable(),
  isFromMemory: z.boolean(),
  note: z.string().nullable(),
  /** The record it is taken from, as `dataset/id`. */
  record: z.string().nullable(),
})
export type Term = z.output<typeof Term>

/** A line of a reckoning; negative is a cost. null: terms are missing. */
export const LINES = [
  'payableMetal',
  'gold',
  'silver',
  'treatment',
  'refining',
  'penalties',
  'freight',
  'royalty',
] as const
export const Line = z.object({ line: z.enum(LINES), value: Range.nullable(), missing: z.array(TermId) })
export type Line = z.output<typeof Line>

/** USD per dry tonne of concentrate, and per tonne of ore. */
export const SmelterReturn = z.object({
  lines: z.array(Line),
  /** null where a line that no return can do without is missing. */
  usdPerDmt: Range.nullable(),
  usdPerTonneOre: Range.nullable(),
  /** Terms without which there is no return a tonne of concentrate, or of ore. */
  missing: z.array(TermId),
  missingForOre: z.array(TermId),
  /** Lines left out because a term is not known: the return is of what remains. */
  leftOut: z.array(z.enum(LINES)),
})
export type SmelterReturn = z.output<typeof SmelterReturn>

export const SALE_FORMS = ['concentrate', 'blister', 'cathode'] as const
export const SaleForm = z.object({
  form: z.enum(SALE_FORMS),
  /** Tonnes shipped for each tonne of copper in the concentrate. */
  shippedT: Range.nullable(),
  /** The rest in USD per tonne of copper in the concentrate. */
  revenue: Range.nullable(),
  charges: Range.nullable(),
  freight: Range.nullable(),
  royalty: Range.nullable(),
  net: Range.nullable(),
  /** What the form earns more than concentrate at the base case: the most that making it may cost; null for concentrate. */
  leftForProcessing: z.number().nullable(),
  missing: z.array(TermId),
})
export type SaleForm = z.output<typeof SaleForm>

export const MetalValue = z.object({
  commodity: CommodityCode,
  category: ResourceEstimate.shape.category,
  tonnes: z.number(),
  /** Gross, at the price; null where there is no price for the metal as such. */
  valueUsd: Range.nullable(),
  /** Day or year of the base price. */
  priceDate: z.string().nullable(),
})
export type MetalValue = z.output<typeof MetalValue>

/** `key:value,key:value`: terms that the reader has set; their range shrinks to the value. */
export const TermsText = z
  .string()
  .max(600)
  .transform((text, context): Partial<Record<TermKey, number>> => {
    const set: Partial<Record<TermKey, number>> = {}
    for (const part of text.split(',')) {
      const [name, value, ...rest] = part.split(':')
      const key = TermId.safeParse(name).data
      const number = numberFromText.safeParse(value).data
      const rule = key && TERMS[key]
      if (key && rule && number !== undefined && rest.length === 0 && number >= rule.min && number <= rule.max)
        set[key] = number
      else {
        const range = rule ? `, from ${rule.min} to ${rule.max} ${rule.unit}` : ''
        context.addIssue({ code: 'custom', message: `expected term:number, separated by commas${range}` })
        return z.NEVER
      }
    }
    return set
  })
export type TermsSet = z.output<typeof TermsText>

export const depositEconomics = {
  method: 'GET' as const,
  path: '/api/deposits/:id/economics',
  summary:
    'Screening economics of one deposit: value of the metal in the ground, net smelter return of its concentrate, sale as concentrate, blister or cathode; every term with range, date, source and confidence',
  params: z.strictObject({ id: Slug }),
  query: z.strictObject({
    /** The metal whose concentrate is reckoned; the deposit's first one with terms unless told. */
    metal: ConcentrateMetal.optional(),
    /** Where it is sold, for the freight; the cheapest sea port of China unless told. */
    to: PlaceText.optional(),
    set: TermsText.optional(),
  }),
  output: z.object({
    id: z.string(),
    contained: z.array(MetalValue),
    /** Metals whose concentrate can be reckoned for this deposit. */
    metals: z.array(ConcentrateMetal),
    /** null where the deposit holds no metal that is sold in a concentrate of which the atlas knows the terms. */
    concentrate: z
      .object({
        metal: ConcentrateMetal,
        terms: z.array(Term),
        /** Where the freight leads; null where no way does. */
        market: PlaceLine.nullable(),
        smelterReturn: SmelterReturn,
        /** Of copper only. */
        forms: z.array(SaleForm).nullable(),
      })
      .nullable(),
    sources: z.record(
      z.string(),
      z.object({
        title: z.string(),
        publisher: z.string().nullable(),
        year: z.string().nullable(),
        url: z.string().nullable(),
      }),
    ),
  }),
  example: { params: { id: 'saindak' }, query: { metal: 'copper' as const, set: 'price:9000' } },
}
