/** Every typed endpoint: method, path, input, output, an example that tests run. Validation, client types and OpenAPI derive from it. */
import * as z from 'zod'
import { ChangedRouteAnswer, ChangedRouteQuestion, PlannedLinksAnswer } from './changed-routes.ts'
import { CommodityCode } from './commodity.ts'
import { DatasetInfo } from './dataset.ts'
import { Deposit, DepositStatus } from './deposit.ts'
import { depositRows } from './deposit-rows.ts'
import { DepositCount, DepositPoint, DepositSummary } from './deposit-summary.ts'
import { depositEconomics } from './economics.ts'
import { describeExport } from './export.ts'
import { FeatureId, FeatureRef, NearestKind, Neighbour, Slug } from './feature-ref.ts'
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
import { depositInfrastructure } from './infrastructure.ts'
import { RouteAnswer, RouteQuery } from './logistics.ts'
import {
  AssumptionsAnswer,
  CriticalityAnswer,
  CriticalityQuery,
  LinksAnswer,
  LinksQuery,
  MatrixAnswer,
  MatrixQuery,
  ReachAnswer,
  ReachQuery,
  SitesAnswer,
  SitesQuery,
} from './network-questions.ts'
import { Confidence, Language, LocalName } from './provenance.ts'
import {
  BandAnswer,
  BandQuery,
  NearAnswer,
  NearQuestion,
  OverlayAnswer,
  OverlayQuery,
  ScoreAnswer,
  ScoreQuery,
  SummaryAnswer,
  SummaryQuery,
  WithinAnswer,
  WithinQuestion,
} from './questions.ts'
import { getRegion, listRegions } from './regions.ts'
import { ScenarioAnswer, ScenarioQuestion } from './scenario.ts'
import { SORT_KEYS } from './sort-keys.ts'
import { SpurAnswer, SpurQuery } from './spur.ts'
import { WorksStatus } from './works-status.ts'

const none = z.strictObject({})

export { DepositCount, DepositPoint, DepositSummary } from './deposit-summary.ts'
export { FeatureRef, NEAREST_KINDS, NearestKind, Neighbour } from './feature-ref.ts'
export { SORT_KEYS } from './sort-keys.ts'

/** Questions are asked by GET; those that carry a shape, by POST with a JSON body (`B`). Neither changes anything. */
export interface Endpoint<P extends z.ZodType, Q extends z.ZodType, O extends z.ZodType, B extends z.ZodType | null> {
  method: B extends null ? 'GET' : 'POST'
  /** Express path; `{name}` of OpenAPI is written `:name`. */
  path: string
  summary: string
  params: P
  query: Q
  /** null: no body is read. */
  body: B
  output: O
  example: { params: z.input<P>; query: z.input<Q>; body: B extends z.ZodType ? z.input<B> : null }
}
type Get<P extends z.ZodType, Q extends z.ZodType, O extends z.ZodType> = Omit<
  Endpoint<P, Q, O, null>,
  'body' | 'example'
> & { example: { params: z.input<P>; query: z.input<Q> } }
function endpoint<P extends z.ZodType, Q extends z.ZodType, O extends z.ZodType>(
  e: Get<P, Q, O>,
): Endpoint<P, Q, O, null> {
  return { ...e, body: null, example: { ...e.example, body: null } }
}
type Post<B extends z.ZodType, O extends z.ZodType> = Pick<
  Endpoint<z.ZodType, z.ZodType, O, B>,
  'path' | 'summary' | 'output'
> & {
  body: B
  example: z.input<B>
}
/** A question in a body; the address carries nothing. */
function posted<B extends z.ZodType, O extends z.ZodType>({ example, ...e }: Post<B, O>) {
  return { ...e, method: 'POST' as const, params: none, query: none, example: { params: {}, query: {}, body: example } }
}

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
      features: z.array(DepositPoint),
    }),
    example: { params: {}, query: { status: 'operating' } },
  }),
  depositRows: endpoint(depositRows),
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
  listNames: endpoint({
    method: 'GET',
    path: '/api/names/:dataset',
    summary: 'Names of the features of a dataset in three languages, for datasets of at most 1,000 features',
    params: z.strictObject({ dataset: Slug }),
    query: none,
    output: z.object({ names: z.array(z.object({ id: z.string(), name: LocalName })) }),
    example: { params: { dataset: 'provinces' }, query: {} },
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
  planRoute: endpoint({
    method: 'GET',
    path: '/api/routes',
    summary:
      'The best way between two places by road, rail and sea, and others: legs, cost with its range, time, CO₂, line',
    params: none,
    query: RouteQuery,
    output: RouteAnswer,
    example: { params: {}, query: { from: 'deposits/duddar', to: 'ports/karachi', by: 'cost', alternatives: '2' } },
  }),
  planChangedRoute: posted({
    path: '/api/routes/changed',
    summary:
      'The best way and others under changes: closed or slowed stretches, opened links, drawn lines, other rates',
    body: ChangedRouteQuestion,
    output: ChangedRouteAnswer,
    example: {
      from: 'deposits/duddar',
      to: 'ports/karachi',
      changes: [{ kind: 'close-reference', reference: 'M-10' }],
    },
  }),
  listPlannedLinks: endpoint({
    method: 'GET',
    path: '/api/planned-links',
    summary: 'Roads and railways that are planned, half-built or stalled, by the reference that a scenario opens',
    params: none,
    query: none,
    output: PlannedLinksAnswer,
    example: { params: {}, query: {} },
  }),
  routeMatrix: endpoint({
    method: 'GET',
    path: '/api/matrix',
    summary: 'Deposits (or places named) to destinations: cost with its range, time, length, and the best destination',
    params: none,
    query: MatrixQuery,
    output: MatrixAnswer,
    example: { params: {}, query: { commodity: 'copper', to: 'ports/gwadar;ports/karachi;ports/port-qasim' } },
  }),
  criticalEdges: endpoint({
    method: 'GET',
    path: '/api/criticality',
    summary: 'What the loss of each edge of the network costs all deposits together, and how many ways each one has',
    params: none,
    query: CriticalityQuery,
    output: CriticalityAnswer,
    example: { params: {}, query: { commodity: 'copper', to: 'ports/gwadar;ports/karachi', limit: '20' } },
  }),
  runScenario: posted({
    path: '/api/scenario',
    summary: 'What closures, slower stretches, new links or other rates do to each deposit and each province',
    body: ScenarioQuestion,
    output: ScenarioAnswer,
    example: { changes: [{ kind: 'close-reference', reference: 'N-25' }], deposits: ['duddar', 'saindak'] },
  }),
  drawReach: endpoint({
    method: 'GET',
    path: '/api/reach',
    summary: 'Areas within budgets of time, cost or distance of some places, with people, deposits and plants inside',
    params: none,
    query: ReachQuery,
    output: ReachAnswer,
    example: { params: {}, query: { from: 'ports/gwadar', by: 'time', budget: '6,12' } },
  }),
  chooseSites: endpoint({
    method: 'GET',
    path: '/api/sites',
    summary: 'Where 1 to 5 plants or dry ports should stand to serve the deposits at least cost (p-median)',
    params: none,
    query: SitesQuery,
    output: SitesAnswer,
    example: {
      params: {},
      query: {
        from: 'deposits/saindak;deposits/reko-diq;deposits/siah-dik',
        count: '1',
        market: 'ports/gwadar',
        yield: '0.3',
      },
    },
  }),
  bestLinks: endpoint({
    method: 'GET',
    path: '/api/links',
    summary: 'Planned links and missing connections, by what the deposits save for each kilometre built',
    params: none,
    query: LinksQuery,
    output: LinksAnswer,
    example: { params: {}, query: { commodity: 'copper', to: 'ports/gwadar;ports/karachi', limit: '10' } },
  }),
  planSpur: endpoint({
    method: 'GET',
    path: '/api/spur',
    summary: 'The cheapest course of a new road or railway over the ground, with its profile, beside the straight one',
    params: none,
    query: SpurQuery,
    output: SpurAnswer,
    example: { params: {}, query: { from: 'deposits/saindak', to: '62.7,29.1', mode: 'road' } },
  }),
  listAssumptions: endpoint({
    method: 'GET',
    path: '/api/assumptions',
    summary: 'The assumptions that costs, times and emissions rest on, with range, source, year and confidence',
    params: none,
    query: none,
    output: AssumptionsAnswer,
    example: { params: {}, query: {} },
  }),
  askNear: posted({
    path: '/api/near',
    summary:
      'The features of any datasets nearest to a point, a feature or a given line or area: distance, nearest point, bearing, side',
    body: NearQuestion,
    output: NearAnswer,
    example: {
      place: { kind: 'feature', ref: { dataset: 'corridors', id: 'cpec-western' } },
      datasets: ['deposits'],
      withinKm: 50,
      filter: { commodity: 'copper' },
    },
  }),
  askWithin: posted({
    path: '/api/within',
    summary:
      'The features of any datasets inside an area or meeting it, its boundary included: shape, province, district, buffer, box, tile',
    body: WithinQuestion,
    output: WithinAnswer,
    example: {
      area: { kind: 'feature', ref: { dataset: 'provinces', id: 'balochistan' } },
      datasets: ['deposits'],
      relation: 'within',
    },
  }),
  corridorBand: endpoint({
    method: 'GET',
    path: '/api/corridors/:id/band',
    summary: 'What lies within a distance of a corridor, in order along it from its start, with offset and side',
    params: z.strictObject({ id: Slug }),
    query: BandQuery,
    output: BandAnswer,
    example: { params: { id: 'cpec-western' }, query: { withinKm: '50', datasets: 'deposits,airports' } },
  }),
  depositOverlay: endpoint({
    method: 'GET',
    path: '/api/overlay',
    summary:
      'Each deposit with its nearest road, railway, grid, port, border, settlement, river and protected area, under conditions',
    params: none,
    query: OverlayQuery,
    output: OverlayAnswer,
    example: {
      params: {},
      query: { commodity: 'copper', within: 'railway:100,grid:50', beyond: 'protectedArea:0' },
    },
  }),
  depositScores: endpoint({
    method: 'GET',
    path: '/api/scores',
    summary: 'Deposits ranked by weighted nearness to road, railway, grid, port, river and settlement, with every term',
    params: none,
    query: ScoreQuery,
    output: ScoreAnswer,
    example: { params: {}, query: { commodity: 'copper', railway: '3', port: '0' } },
  }),
  depositSummary: endpoint({
    method: 'GET',
    path: '/api/summary',
    summary:
      'Count, status and contained metal of deposits by province, district, commodity, corridor band or hexagon (H3)',
    params: none,
    query: SummaryQuery,
    output: SummaryAnswer,
    example: { params: {}, query: { by: 'hexagon', resolution: '3' } },
  }),
  describeExport: endpoint(describeExport),
  depositInfrastructure: endpoint(depositInfrastructure),
  depositEconomics: endpoint(depositEconomics),
  listRegions: endpoint(listRegions),
  getRegion: endpoint(getRegion),
} as const

export type Endpoints = typeof endpoints
export type EndpointId = keyof Endpoints
export type Output<I extends EndpointId> = z.output<Endpoints[I]['output']>
