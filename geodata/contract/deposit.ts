/** Mineral deposits: what is known, how well, and from whom. Resources are never called reserves. */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { FeatureProperties } from './dataset.ts'
import { Citation, Confidence } from './provenance.ts'

export const DepositStatus = z.enum([
  'operating',
  'developing',
  'feasibility',
  'exploration',
  'prospect',
  'past_producer',
  'suspended',
])
export type DepositStatus = z.output<typeof DepositStatus>

export const ProvinceId = z.enum([
  'balochistan',
  'khyber-pakhtunkhwa',
  'punjab',
  'sindh',
  'gilgit-baltistan',
  'azad-jammu-kashmir',
  'islamabad',
])
export type ProvinceId = z.output<typeof ProvinceId>

/** Classes of deposit, from the glossary; the compiler's own words stay in `depositTypeText`. */
export const DepositType = z.enum([
  'porphyry',
  'volcanogenic-massive-sulphide',
  'sediment-hosted',
  'carbonate-hosted',
  'vein-hydrothermal',
  'skarn-replacement',
  'podiform-chromite',
  'ophiolite-hosted',
  'ultramafic-magmatic',
  'sedimentary-ironstone',
  'phosphorite',
  'evaporite-brine',
  'coal-seam',
  'laterite-residual',
  'placer',
  'pegmatite',
  'alkaline-carbonatite',
  'sandstone-uranium',
  'metamorphic',
  'travertine',
  'fumarolic',
  'sedimentary-other',
  'unspecified',
])
export type DepositType = z.output<typeof DepositType>

export const Grade = z.object({
  commodity: CommodityCode,
  /** As printed, in `unit`. */
  value: z.number().positive(),
  unit: z.enum(['%', 'g/t', 'MJ/kg']),
})

/** One statement of tonnage and grade. Rival statements stand side by side; none is averaged. */
export const ResourceEstimate = z.object({
  tonnageMt: z.number().positive().nullable(),
  /** `reserve` only where the source itself says reserve; `unclassified` where it names no category. */
  category: z.enum(['resource', 'reserve', 'unclassified']),
  grades: z.array(Grade),
  /** Grade as the source words it. */
  gradeText: z.string().nullable(),
  reportingCode: z.enum(['NI43-101', 'JORC']).nullable(),
  year: z.number().int().nullable(),
  citations: z.array(Citation).min(1),
  confidence: Confidence,
  /** The sentence that a rival figure was taken from. */
  text: z.string().nullable(),
})
export type ResourceEstimate = z.output<typeof ResourceEstimate>

export const Deposit = FeatureProperties.extend({
  commodityPrimary: CommodityCode,
  /** Includes the primary one, first. */
  commodities: z.array(CommodityCode).min(1),
  depositType: DepositType,
  depositTypeText: z.string().nullable(),
  status: DepositStatus,
  province: ProvinceId,
  /** As named in the deposit table. */
  districtName: z.string(),
  /** Id in the `districts` dataset: the census district of 2023 that it belongs to. */
  district: z.string(),
  operator: z.string().nullable(),
  owners: z.string().nullable(),
  /** As printed, and the partner company it stands for (facet value). */
  chinesePartnerText: z.string().nullable(),
  chinesePartner: z.string().nullable(),
  /** The most defensible estimate, or null: not reported. */
  resource: ResourceEstimate.nullable(),
  /** Other published figures, kept. */
  rivals: z.array(ResourceEstimate),
  containedMetalText: z.string().nullable(),
  annualOutputText: z.string().nullable(),
  startYear: z.number().int().nullable(),
  /** Radius in km within which the true position is believed to lie. */
  positionAccuracyKm: z.number().positive(),
  positionBasis: z.enum(['database', 'town', 'memory']),
  positionText: z.string().nullable(),
  /** Id of the deposit this one is a part of: its tonnage is inside the parent's. */
  partOf: z.string().nullable(),
  /** Ids of deposits that share its ground without being parts. */
  sharesGroundWith: z.array(z.string()),
  /** 1 (local) to 5 (of national weight); the rule is in geodata/deposit/importance.ts. */
  importance: z.number().int().min(1).max(5),
})
export type Deposit = z.output<typeof Deposit>
