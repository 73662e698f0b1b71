/** A deposit in one line of a list, and how deposits are counted. */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { Deposit, DepositStatus, ProvinceId, ResourceEstimate } from './deposit.ts'
import { GeometryQuality, Position } from './geo.ts'
import { Confidence, LocalName } from './provenance.ts'

export const DepositSummary = z.object({
  id: z.string(),
  name: LocalName,
  position: Position,
  geometryQuality: GeometryQuality,
  commodityPrimary: CommodityCode,
  commodities: z.array(CommodityCode),
  status: DepositStatus,
  province: ProvinceId,
  /** Id in the `districts` dataset, and the name as printed in the deposit table. */
  district: z.string(),
  districtName: z.string(),
  operator: z.string().nullable(),
  chinesePartner: z.string().nullable(),
  depositType: Deposit.shape.depositType,
  resourceMt: z.number().nullable(),
  resourceYear: z.number().int().nullable(),
  resourceCategory: ResourceEstimate.shape.category.nullable(),
  /** Radius in km within which the true position is believed to lie. */
  positionAccuracyKm: z.number(),
  confidence: Confidence,
  partOf: z.string().nullable(),
  importance: z.number().int(),
})
export type DepositSummary = z.output<typeof DepositSummary>

/**
 * `deposits`: matching records whose parent is not itself among the matches; `parts`: the rest. No total counts a
 * deposit and its parent twice.
 */
export const DepositCount = z.object({ deposits: z.number().int(), parts: z.number().int() })
export type DepositCount = z.output<typeof DepositCount>

/** A deposit as a map draws it. The number identifies it on one map only; `properties.id` is the deposit's own. */
export const DepositPoint = z.object({
  type: z.literal('Feature'),
  id: z.number().int(),
  geometry: z.object({ type: z.literal('Point'), coordinates: Position }),
  properties: z.object({
    id: z.string(),
    name_en: z.string(),
    name_ur: z.string().nullable(),
    name_zh: z.string().nullable(),
    commodity: CommodityCode,
    status: DepositStatus,
    quality: GeometryQuality,
    accuracyKm: z.number(),
    importance: z.number().int(),
    isPart: z.boolean(),
  }),
})
export type DepositPoint = z.output<typeof DepositPoint>
