/**
 * The questions one can ask the map and what is answered: near, within, band along a corridor, overlay, score, summary.
 * Places, areas, boundaries and the antimeridian are explained in place.ts. Distances are kilometres on the WGS 84
 * ellipsoid between the nearest points of two geometries, rounded nowhere.
 */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { DepositStatus, ResourceEstimate } from './deposit.ts'
import { DepositCount, DepositSummary } from './deposit-summary.ts'
import { FeatureRef, NEAREST_KINDS, Neighbour, Slug } from './feature-ref.ts'
import { DepositFilter } from './filter.ts'
import { AreaGeometry, integerFromText, Position } from './geo.ts'
import { Area, FARTHEST_KM, Place } from './place.ts'
import { LocalName } from './provenance.ts'

/** Datasets of one question; their features stand in one list. */
const Datasets = z.array(Slug).min(1).max(12)
/** Restricts the deposits among the features, by choices and CQL2; other datasets are not touched by it. */
const Filter = DepositFilter.strict().optional()
const Limit = z.number().int().min(1).max(1000).optional()
const km = z.number().positive().max(FARTHEST_KM)

/** Seen along the line in the direction in which it is drawn; `on` within a millimetre of it. */
export const Side = z.enum(['left', 'right', 'on'])
export type Side = z.output<typeof Side>

/** A feature and where it lies, seen from the place. */
export const Located = z.object({
  ...Neighbour.shape,
  /** The point of the place from which `bearingDeg` (towards `nearestPoint`) and `distanceKm` are taken. */
  from: Position,
  /**
   * Where the feature lies, seen along the line that the place is; or, where the place is none, where the place lies,
   * seen along the line that the feature is. null where neither is a line, or beyond its ends.
   */
  side: Side.nullable(),
})
export type Located = z.output<typeof Located>

/** How many there are in all, however many are listed; of deposits, parts apart. */
export const FoundCount = z.object({
  dataset: z.string(),
  features: z.number().int(),
  deposits: DepositCount.nullable(),
})

export const NearQuestion = z.strictObject({
  place: Place,
  datasets: Datasets,
  /** Only features within this distance; without it, the nearest wherever they lie. */
  withinKm: km.optional(),
  /** How many are listed, 10 unless told, nearest first. */
  limit: Limit,
  filter: Filter,
})
export const NearAnswer = z.object({
  features: z.array(Located),
  /** null without `withinKm`. */
  counts: z.array(FoundCount).nullable(),
})

export const WithinQuestion = z.strictObject({
  area: Area,
  datasets: Datasets,
  /**
   * `intersects`: shares at least a point with the area; `within`: no point of it lies outside. The boundary belongs to
   * the area in both.
   */
  relation: z.enum(['intersects', 'within']).optional(),
  limit: Limit,
  filter: Filter,
})
export const WithinAnswer = z.object({
  /** In the order of datasets, then of ids. */
  features: z.array(z.object({ ref: FeatureRef, name: LocalName, position: Position, facts: Neighbour.shape.facts })),
  counts: z.array(FoundCount),
})

const listText = z.string().max(1000)
const datasetsFromText = listText.transform((text) => text.split(',')).pipe(Datasets)
const kmFromText = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?$/, 'expected kilometres')
  .transform(Number)

export const BandQuery = DepositFilter.extend({
  /** 50 unless told. */
  withinKm: kmFromText.pipe(z.number().positive().max(500)).optional(),
  /** Comma-separated; deposits unless told. */
  datasets: datasetsFromText.optional(),
}).strict()
export const BandAnswer = z.object({
  corridor: z.object({ id: z.string(), name: LocalName, lineLengthKm: z.number() }),
  withinKm: z.number(),
  counts: z.array(FoundCount),
  /** In order of `chainageKm`: along the line from its start to the point nearest to the feature. */
  features: z.array(Located.extend({ chainageKm: z.number() })),
})

/** What each deposit is joined to: the kinds of a deposit sheet, rivers and canals, and protected areas. */
export const OVERLAY_KINDS = [...NEAREST_KINDS, 'river', 'protectedArea'] as const
export const OverlayKind = z.enum(OVERLAY_KINDS)
export type OverlayKind = z.output<typeof OverlayKind>

/** `railway:100,grid:50`: kinds with kilometres. */
const limitsFromText = listText
  .regex(/^[a-zA-Z]+:\d{1,5}(\.\d{1,3})?(,[a-zA-Z]+:\d{1,5}(\.\d{1,3})?)*$/, 'expected kind:km, separated by commas')
  .transform((text) => Object.fromEntries(text.split(',').map((part) => part.split(':'))))
  .pipe(z.partialRecord(OverlayKind, kmFromText))

/** A deposit meets the conditions where it has a distance at all: unknown is never near and never far. */
export const OverlayConditions = {
  /** No farther than this from the nearest of the kind. */
  within: limitsFromText.optional(),
  /** Farther than this; `protectedArea:0` is outside every protected area. */
  beyond: limitsFromText.optional(),
}
export const OverlayQuery = DepositFilter.extend(OverlayConditions).strict()
export const OverlayRow = z.object({
  deposit: DepositSummary,
  /** null where the atlas holds no such feature. */
  nearest: z.record(OverlayKind, Neighbour.nullable()),
})
export type OverlayRow = z.output<typeof OverlayRow>
export const OverlayAnswer = z.object({ count: DepositCount, rows: z.array(OverlayRow) })

/** What the score weighs. The formula is in geodata/deposit/proximity-score.ts. */
export const SCORE_TERMS = ['highway', 'railway', 'grid', 'port', 'river', 'settlement'] as const
export const ScoreTermKind = z.enum(SCORE_TERMS)
export type ScoreTermKind = z.output<typeof ScoreTermKind>
export const ScoreWeights = z.record(ScoreTermKind, z.number().min(0).max(10))
export type ScoreWeights = z.output<typeof ScoreWeights>
const weight = z
  .string()
  .regex(/^(10|\d(\.\d{1,2})?)$/, 'expected a weight from 0 to 10')
  .transform(Number)
  .optional()
export const ScoreTerm = z.object({
  kind: ScoreTermKind,
  weight: z.number(),
  distanceKm: z.number().nullable(),
  /** Distance at which the term is one half. */
  halfKm: z.number(),
  /** 2^(−distance / half), 0 to 1; null where the distance is unknown. */
  value: z.number().nullable(),
  /** What it adds to the score: weight × value over the sum of weights of the known terms. */
  share: z.number().nullable(),
})
export type ScoreTerm = z.output<typeof ScoreTerm>
/** Weights are 1 unless told; 0 leaves a term out. */
export const ScoreQuery = DepositFilter.extend({
  ...(Object.fromEntries(SCORE_TERMS.map((kind) => [kind, weight])) as Record<ScoreTermKind, typeof weight>),
  ...OverlayConditions,
}).strict()
export const ScoreAnswer = z.object({
  /** Highest first; null, where no weighed distance is known, last. */
  rows: z.array(z.object({ deposit: DepositSummary, score: z.number().nullable(), terms: z.array(ScoreTerm) })),
})

export const SUMMARY_GROUPINGS = ['province', 'district', 'commodity', 'band', 'hexagon'] as const
export const SummaryGrouping = z.enum(SUMMARY_GROUPINGS)
export type SummaryGrouping = z.output<typeof SummaryGrouping>
export const SummaryQuery = DepositFilter.extend({
  by: SummaryGrouping,
  /** Of hexagons: 2 (about 87,000 km²) to 5 (about 250 km²); 3 unless told. */
  resolution: integerFromText.pipe(z.number().min(2).max(5)).optional(),
  /** Of bands: distance from this corridor (`cpec-western` unless told), 0–25, 25–50, 50–100 km and beyond. */
  corridor: Slug.optional(),
}).strict()
/** Tonnes of a commodity in the ground as graded (tonnage × grade); categories are never added to each other. */
export const ContainedMetal = z.object({
  commodity: CommodityCode,
  category: ResourceEstimate.shape.category,
  tonnes: z.number(),
  /** Deposits whose figures are in the sum. */
  deposits: z.number().int(),
})
export type ContainedMetal = z.output<typeof ContainedMetal>
export const SummaryRow = z.object({
  /** Province, district, commodity, H3 index, or band (`0-25`, `25-50`, `50-100`, `100-`). */
  key: z.string(),
  /** Name of a district; the rest is worded by the reader's language. */
  name: LocalName.nullable(),
  count: DepositCount,
  /** Of whole deposits. */
  byStatus: z.record(DepositStatus, z.number().int()),
  metal: z.array(ContainedMetal),
  /** Outline of a hexagon; null for the rest. */
  area: AreaGeometry.nullable(),
})
export type SummaryRow = z.output<typeof SummaryRow>
export const SummaryAnswer = z.object({
  by: SummaryGrouping,
  resolution: z.number().int().nullable(),
  corridor: z.string().nullable(),
  /** Over all rows, each deposit once; a deposit of several commodities stands in several rows. */
  total: z.object({ count: DepositCount, metal: z.array(ContainedMetal) }),
  rows: z.array(SummaryRow),
})
