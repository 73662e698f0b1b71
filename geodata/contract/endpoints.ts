/** Every typed endpoint: method, path, input, output, an example that tests run. Validation, client types and OpenAPI derive from it. */
import * as z from 'zod'
import { CommodityCode } from './commodity.ts'
import { DatasetInfo } from './dataset.ts'
import { Deposit, DepositStatus, ProvinceId, ResourceEstimate } from './deposit.ts'
import { describeExport } from './export.ts'
import { DepositFilter, FACETS } from './filter.ts'
import {
  BBox,
  bboxFromText,
  Geometry,
  GeometryQuality,
  integerFromText,
  Latitude,
  Longitude,
  numberFromText,
  Position,
} from './geo.ts'
import { Confidence, Language, LocalName } from './provenance.ts'
import { WorksStatus } from './works-status.ts'

export interface Endpoint<P extends z.ZodType, Q extends z.ZodType, O extends z.ZodType> {
  method: 'GET'
  /** Express path; `{name}` of OpenAPI is written `:name`. */
  path: string
  summary: string
  params: P
  query: Q
  output: O
  example: { params: z.input<P>; query: z.input<Q> }
}
function endpoint<P extends z.ZodType, Q extends z.ZodType, O extends z.ZodType>(
  e: Endpoint<P, Q, O>,
): Endpoint<P, Q, O> {
  return e
}

const none = z.strictObject({})
const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'expected lower-case letters, digits and hyphens')
const FeatureId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/, 'expected letters, digits, . _ ~ and -')

/** `dataset` and `id` together name one feature anywhere in the system; in links they are written `dataset/id`. */
export const FeatureRef = z.object({ dataset: z.string(), id: z.string() })
export type FeatureRef = z.output<typeof FeatureRef>

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

/** The nearest feature of a dataset, straight line on WGS 84, to the nearest point of its geometry. */
export const Neighbour = z.object({
  ref: FeatureRef,
  name: LocalName,
  distanceKm: z.number(),
  /** Degrees clockwise from north, at the deposit. */
  bearingDeg: z.number(),
  nearestPoint: Position,
  geometryQuality: GeometryQuality,
  /** A few properties worth printing (road number, voltage, status). */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})
export type Neighbour = z.output<typeof Neighbour>

/** What a deposit sheet measures distances to. A kind draws on one or more datasets. */
export const NEAREST_KINDS = ['port', 'railway', 'highway', 'grid', 'border', 'settlement'] as const
export const NearestKind = z.enum(NEAREST_KINDS)

export const AtlasFeature = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: Geometry.nullable(),
  properties: z.looseObject({ name: LocalName, geometryQuality: GeometryQuality }),
})
export type AtlasFeature = z.output<typeof AtlasFeature>

/** Unit and kind of each property of a dataset, derived from its schema, for generic sheets. */
export const FieldInfo = z.object({ key: z.string(), unit: z.string().nullable() })

const paging = {
  limit: integerFromText.pipe(z.number().min(1).max(1000)).optional(),
  offset: integerFromText.pipe(z.number().min(0).max(1_000_000)).optional(),
}

export const SORT_KEYS = ['name', 'importance', 'resource', 'commodity', 'province', 'status', 'confidence'] as const

export const SearchHit = z.object({
  ref: FeatureRef,
  name: LocalName,
  /** The name that matched, as stored. */
  matched: z.string(),
  /** Kind within the dataset (city, sea port, operating …) for the second line of a result. */
  kind: z.string().nullable(),
  province: z.string().nullable(),
  position: Position,
  bbox: BBox,
  /** 0–1; 1 is an exact match of a whole name. */
  score: z.number(),
})
export type SearchHit = z.output<typeof SearchHit>

export const CorridorSummary = z.object({
  id: z.string(),
  name: LocalName,
  mode: z.enum(['road', 'rail']),
  kind: z.string(),
  status: z.string(),
  lengthKm: z.number().nullable(),
  openedYear: z.number().int().nullable(),
  bbox: BBox,
})
export type CorridorSummary = z.output<typeof CorridorSummary>

export const endpoints = {
  listDatasets: endpoint({
    method: 'GET',
    path: '/api/datasets',
    summary: 'Every dataset with its sources, licence, date, accuracy and tiles',
    params: none,
    query: none,
    output: z.object({ datasets: z.array(DatasetInfo) }),
    example: { params: {}, query: {} },
  }),
  listDeposits: endpoint({
    method: 'GET',
    path: '/api/deposits',
    summary: 'Deposits under a filter, sorted and paged',
    params: none,
    query: DepositFilter.extend({
      ...paging,
      sort: z.enum(SORT_KEYS).optional(),
      order: z.enum(['asc', 'desc']).optional(),
    }).strict(),
    output: z.object({ total: DepositCount, limit: z.number(), offset: z.number(), deposits: z.array(DepositSummary) }),
    example: { params: {}, query: { commodity: 'copper', province: 'balochistan' } },
  }),
  mapDeposits: endpoint({
    method: 'GET',
    path: '/api/deposits/map',
    summary: 'Deposits under a filter as GeoJSON points with the few properties a map symbol needs',
    params: none,
    query: DepositFilter.strict(),
    output: z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(
        z.object({
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
        }),
      ),
    }),
    example: { params: {}, query: { status: 'operating' } },
  }),
  depositFacets: endpoint({
    method: 'GET',
    path: '/api/deposits/facets',
    summary: 'How many deposits each choice of the filter would leave, given the other fields of the filter',
    params: none,
    query: DepositFilter.strict(),
    output: z.object({
      total: DepositCount,
      /** Whole deposits (see DepositCount) for each value; a field's own choices do not restrict its counts. */
      facets: z.record(
        z.enum(FACETS),
        z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.number().int() })),
      ),
    }),
    example: { params: {}, query: { commodity: 'copper' } },
  }),
  getDeposit: endpoint({
    method: 'GET',
    path: '/api/deposits/:id',
    summary: 'One deposit with its parts, parent, nearest infrastructure and neighbouring deposits',
    params: z.strictObject({ id: Slug }),
    query: none,
    output: z.object({
      id: z.string(),
      position: Position,
      deposit: Deposit,
      parent: DepositSummary.nullable(),
      parts: z.array(DepositSummary),
      sharesGroundWith: z.array(DepositSummary),
      /** null where the atlas holds no such feature. */
      nearest: z.record(NearestKind, Neighbour.nullable()),
      neighbours: z.array(z.object({ deposit: DepositSummary, distanceKm: z.number(), bearingDeg: z.number() })),
      /** Agreements, projects and plants that name this deposit. */
      related: z.array(z.object({ ref: FeatureRef, name: LocalName, kind: z.string() })),
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
    example: { params: { id: 'duddar' }, query: {} },
  }),
  depositStatistics: endpoint({
    method: 'GET',
    path: '/api/statistics',
    summary: 'Deposits by province, district or commodity: count, status mix, ore tonnage where one is reported',
    params: none,
    query: DepositFilter.extend({ by: z.enum(['province', 'district', 'commodity']) }).strict(),
    output: z.object({
      by: z.enum(['province', 'district', 'commodity']),
      rows: z.array(
        z.object({
          key: z.string(),
          count: DepositCount,
          byStatus: z.record(DepositStatus, z.number().int()),
          /** Ore of different commodities is never added up: one entry a primary commodity. */
          ore: z.array(
            z.object({
              commodity: CommodityCode,
              category: z.enum(['resource', 'reserve', 'unclassified']),
              tonnageMt: z.number(),
              depositsWithFigure: z.number().int(),
              depositsWithout: z.number().int(),
            }),
          ),
        }),
      ),
    }),
    example: { params: {}, query: { by: 'province' } },
  }),
  search: endpoint({
    method: 'GET',
    path: '/api/search',
    summary:
      'Names in English, Urdu or Chinese, forgiving typing errors; also coordinates, decimal or degrees-minutes-seconds',
    params: none,
    query: z.strictObject({
      q: z.string().min(1).max(200),
      limit: integerFromText.pipe(z.number().min(1).max(50)).optional(),
      lang: Language.optional(),
    }),
    output: z.object({ query: z.string(), position: Position.nullable(), hits: z.array(SearchHit) }),
    example: { params: {}, query: { q: 'Dodar' } },
  }),
  listCorridors: endpoint({
    method: 'GET',
    path: '/api/corridors',
    summary: 'Corridors: CPEC alignments, roads and railways, with status and length',
    params: none,
    query: none,
    output: z.object({ corridors: z.array(CorridorSummary) }),
    example: { params: {}, query: {} },
  }),
  getCorridor: endpoint({
    method: 'GET',
    path: '/api/corridors/:id',
    summary: 'One corridor: its sections and the deposits within a straight-line distance of its line',
    params: z.strictObject({ id: Slug }),
    query: z.strictObject({ withinKm: integerFromText.pipe(z.number().min(1).max(200)).optional() }),
    output: z.object({
      corridor: AtlasFeature,
      sections: z.array(
        z.object({
          ref: FeatureRef,
          name: LocalName,
          status: WorksStatus,
          officialLengthKm: z.number().nullable(),
          lineLengthKm: z.number(),
          openedYear: z.number().int().nullable(),
          geometryQuality: GeometryQuality,
          confidence: Confidence,
        }),
      ),
      withinKm: z.number(),
      /** Whole deposits and parts within 25, 50 and 100 km of the line. */
      bands: z.array(z.object({ withinKm: z.number(), count: DepositCount })),
      deposits: z.array(z.object({ deposit: DepositSummary, distanceKm: z.number(), nearestPoint: Position })),
      /** Of the corridor's own citations. */
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
    example: { params: { id: 'cpec-western' }, query: { withinKm: '50' } },
  }),
  getPort: endpoint({
    method: 'GET',
    path: '/api/ports/:id',
    summary:
      'One port with berths and draught, what serves it (zones, expressway, airport, power, projects) and sea distances',
    params: z.strictObject({ id: Slug }),
    query: none,
    output: z.object({
      port: AtlasFeature,
      /** Zones, airports, power, hospitals, corridors, CPEC projects within `withinKm`, nearest first. */
      withinKm: z.number(),
      nearby: z.array(Neighbour),
      corridors: z.array(CorridorSummary),
      seaLanes: z.array(
        z.object({
          ref: FeatureRef,
          toPort: z.string(),
          toName: LocalName,
          distanceNm: z.number(),
          via: z.string().nullable(),
          confidence: Confidence,
        }),
      ),
      /** Straight-line distances to the most important deposits and to border crossings, nearest first. */
      deposits: z.array(z.object({ deposit: DepositSummary, distanceKm: z.number(), bearingDeg: z.number() })),
      borderCrossings: z.array(Neighbour),
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
    example: { params: { id: 'gwadar' }, query: {} },
  }),
  getFeature: endpoint({
    method: 'GET',
    path: '/api/features/:dataset/:id',
    summary: 'One feature of any dataset with every property, its citations resolved and the units of its fields',
    params: z.strictObject({ dataset: Slug, id: FeatureId }),
    query: none,
    output: z.object({
      dataset: z.string(),
      feature: AtlasFeature,
      fields: z.array(FieldInfo),
      bbox: BBox.nullable(),
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
    example: { params: { dataset: 'ports', id: 'gwadar' }, query: {} },
  }),
  listFeatures: endpoint({
    method: 'GET',
    path: '/api/features/:dataset',
    summary:
      'Features of a dataset whose geometry meets a box, in order of id; `after` takes the last id of the page before',
    params: z.strictObject({ dataset: Slug }),
    query: z.strictObject({ bbox: bboxFromText.optional(), limit: paging.limit, after: FeatureId.optional() }),
    output: z.object({
      type: z.literal('FeatureCollection'),
      features: z.array(AtlasFeature),
      next: z.string().nullable(),
    }),
    example: { params: { dataset: 'ports' }, query: { bbox: '60,23,68,26' } },
  }),
  nearestFeatures: endpoint({
    method: 'GET',
    path: '/api/nearest/:dataset',
    summary: 'The features of a dataset nearest to a point, by geodesic distance to the nearest point of each geometry',
    params: z.strictObject({ dataset: Slug }),
    query: z.strictObject({
      lon: numberFromText.pipe(Longitude),
      lat: numberFromText.pipe(Latitude),
      limit: integerFromText.pipe(z.number().min(1).max(100)).optional(),
    }),
    output: z.object({ nearest: z.array(Neighbour) }),
    example: { params: { dataset: 'ports' }, query: { lon: '61.61', lat: '29.25', limit: '3' } },
  }),
  describeExport: endpoint(describeExport),
} as const

export type Endpoints = typeof endpoints
export type EndpointId = keyof Endpoints
export type Output<I extends EndpointId> = z.output<Endpoints[I]['output']>
