/** Provinces and districts as regions: what lies in each. Figures of the census are null where it did not cover. */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { DepositStatus, ProvinceId, ResourceEstimate } from './deposit.ts'
import { DepositCount, DepositSummary } from './deposit-summary.ts'
import { FeatureRef, Slug } from './feature-ref.ts'
import { BBox } from './geo.ts'
import { Citation, Confidence, LocalName } from './provenance.ts'
import { ContainedMetal } from './questions.ts'

export const REGION_LEVELS = ['provinces', 'districts'] as const
/** Also the dataset that holds the regions of the level. */
export const RegionLevel = z.enum(REGION_LEVELS)
export type RegionLevel = z.output<typeof RegionLevel>

/** Datasets whose features stand in a region, by the place of each; ports and border crossings up to 10 km beyond its edge. */
export const REGION_DATASETS = [
  'zones',
  'processing',
  'power-plants',
  'substations',
  'airports',
  'ports',
  'border-crossings',
  'cpec-projects',
] as const
export const RegionDataset = z.enum(REGION_DATASETS)
export type RegionDataset = z.output<typeof RegionDataset>

/** Reported ore by primary commodity and category: categories are never added, nor a part to a whole that has a figure. */
export const OreTonnage = z.object({
  commodity: CommodityCode,
  category: ResourceEstimate.shape.category,
  tonnageMt: z.number(),
  deposits: z.number().int(),
})
export type OreTonnage = z.output<typeof OreTonnage>

export const Census = z.object({
  covered: z.boolean(),
  population: z.number().nullable(),
  households: z.number().nullable(),
  areaKm2: z.number().nullable(),
  /** People per km² of the published area. */
  densityPerKm2: z.number().nullable(),
  literacyPct: z.number().nullable(),
  improvedWaterPct: z.number().nullable(),
  flushToiletPct: z.number().nullable(),
})

export const RegionRow = z.object({
  id: z.string(),
  name: LocalName,
  province: ProvinceId,
  census: Census,
  count: DepositCount,
  /** Of whole deposits. */
  byStatus: z.record(DepositStatus, z.number().int()),
  metal: z.array(ContainedMetal),
  ore: z.array(OreTonnage),
  infrastructure: z.record(RegionDataset, z.number().int()),
  /** Of plants at work whose capacity is known. */
  powerMw: z.number(),
  /** Corridors whose line meets the region. */
  corridors: z.number().int(),
  protectedAreas: z.number().int(),
})
export type RegionRow = z.output<typeof RegionRow>

const NamedFeature = z.object({ ref: FeatureRef, name: LocalName, kind: z.string().nullable() })

export const listRegions = {
  method: 'GET' as const,
  path: '/api/regions/:level',
  summary:
    'Provinces or districts side by side: deposits, ore and metal by category, infrastructure, corridors, people',
  params: z.strictObject({ level: RegionLevel }),
  query: z.strictObject({}),
  output: z.object({ level: RegionLevel, rows: z.array(RegionRow) }),
  example: { params: { level: 'provinces' as const }, query: {} },
}

export const getRegion = {
  method: 'GET' as const,
  path: '/api/regions/:level/:id',
  summary: 'One province or district: its deposits, what stands in it, corridors through it, protected areas, people',
  params: z.strictObject({ level: RegionLevel, id: Slug }),
  query: z.strictObject({}),
  output: z.object({
    level: RegionLevel,
    region: RegionRow,
    bbox: BBox,
    /** The districts of a province; the province of a district. */
    districts: z.array(z.object({ id: z.string(), name: LocalName, count: DepositCount })),
    deposits: z.array(DepositSummary),
    standing: z.array(NamedFeature.extend({ dataset: RegionDataset })),
    corridors: z.array(NamedFeature),
    protectedAreas: z.array(NamedFeature),
    /** Surveys by district; empty for provinces. */
    indicators: z.array(
      z.object({
        indicator: z.string(),
        value: z.number(),
        unit: z.string(),
        year: z.number().int(),
        surveyDistrict: z.string().nullable(),
        confidence: Confidence.nullable(),
        citations: z.array(Citation),
      }),
    ),
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
  example: { params: { level: 'districts' as const, id: 'chagai' }, query: {} },
}
