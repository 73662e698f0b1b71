/** The names of columns, groupings and charts: they stand in links, so a name once given is kept. */

/** What the record itself says. */
const STATED = [
  'name',
  'altNames',
  'commodity',
  'commodities',
  'commodityGroup',
  'status',
  'tonnage',
  'category',
  'code',
  'year',
  'grade',
  'grades',
  'metal',
  'metalText',
  'output',
  'start',
  'rivals',
  'province',
  'district',
  'operator',
  'owners',
  'partner',
  'partnerText',
  'type',
  'typeText',
  'lon',
  'lat',
  'quality',
  'accuracy',
  'basis',
  'positionText',
  'importance',
  'confidence',
  'asOf',
  'partOf',
  'shares',
  'remark',
  'sources',
] as const

/** Straight-line distances to the nearest of each kind, from the overlay. */
export const DISTANCE_COLUMNS = {
  kmHighway: 'highway',
  kmRailway: 'railway',
  kmGrid: 'grid',
  kmPort: 'port',
  kmBorder: 'border',
  kmSettlement: 'settlement',
  kmRiver: 'river',
  kmProtected: 'protectedArea',
} as const
export type DistanceColumn = keyof typeof DISTANCE_COLUMNS

/** What routing reckons. */
export const ROUTE_COLUMNS = ['cost', 'costTime', 'costKm', 'bestPort', 'bestPortCost'] as const
export type RouteColumn = (typeof ROUTE_COLUMNS)[number]

export type ColumnId = (typeof STATED)[number] | DistanceColumn | RouteColumn | 'notes'

export const COLUMN_IDS: readonly ColumnId[] = [
  ...STATED,
  ...(Object.keys(DISTANCE_COLUMNS) as DistanceColumn[]),
  ...ROUTE_COLUMNS,
  'notes',
]

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  ...(['name', 'commodity', 'status', 'tonnage', 'category', 'grade', 'metal', 'province', 'district'] as const),
  ...(['operator', 'importance', 'confidence'] as const),
]

/** Ready-made choices of columns. */
export const PRESETS = {
  overview: DEFAULT_COLUMNS,
  figures: [
    ...(['name', 'commodity', 'tonnage', 'category', 'code', 'year', 'grade', 'grades', 'metal', 'metalText'] as const),
    ...(['output', 'rivals', 'confidence', 'sources'] as const),
  ],
  logistics: [
    ...(['name', 'commodity', 'status', 'tonnage', 'kmHighway', 'kmRailway', 'kmGrid', 'kmPort', 'kmBorder'] as const),
    ...(['cost', 'costKm', 'bestPort', 'bestPortCost'] as const),
  ],
} as const satisfies Record<string, readonly ColumnId[]>
export type Preset = keyof typeof PRESETS

export const GROUPINGS = ['province', 'commodity'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const CHARTS = ['gradeTonnage', 'resource', 'status', 'cost', 'distance'] as const
export type ChartId = (typeof CHARTS)[number]
