/**
 * Moving ore: the assumptions that every cost, time and emission rests on, what a question about routes may say, and what
 * a route is. One tonne is the unit throughout; money is USD as the cited source has it, never re-based.
 */
import * as z from 'zod'
import { integerFromText, Latitude, Longitude, numberFromText, Position } from './geo.ts'
import { Confidence, LocalName } from './provenance.ts'

/** Each assumption: its unit, and the least and greatest value that a reader may set. */
export const ASSUMPTIONS = {
  roadRate: { unit: 'USD/t-km', min: 0.001, max: 1 },
  roadMountainRate: { unit: 'USD/t-km', min: 0.001, max: 2 },
  unpavedFactor: { unit: '×', min: 1, max: 5 },
  motorwayToll: { unit: 'USD/km per truck', min: 0, max: 1 },
  truckPayload: { unit: 't', min: 1, max: 60 },
  truckTare: { unit: 't', min: 1, max: 40 },
  legalAxleLoad: { unit: 't', min: 2, max: 20 },
  truckHoursPerDay: { unit: 'h/d', min: 4, max: 24 },
  speedMotorway: { unit: 'km/h', min: 5, max: 100 },
  speedNational: { unit: 'km/h', min: 5, max: 100 },
  speedMountain: { unit: 'km/h', min: 2, max: 80 },
  speedMinor: { unit: 'km/h', min: 2, max: 80 },
  speedTrack: { unit: 'km/h', min: 1, max: 60 },
  detourFactor: { unit: '×', min: 1, max: 4 },
  railRate: { unit: 'USD/t-km', min: 0.001, max: 1 },
  wagonPayload: { unit: 't', min: 5, max: 120 },
  speedRail: { unit: 'km/h', min: 2, max: 150 },
  railDwell: { unit: 'h', min: 0, max: 1000 },
  transloadCost: { unit: 'USD/t', min: 0, max: 100 },
  seaRate: { unit: 'USD/t-km', min: 0.0001, max: 0.1 },
  shipSizeExponent: { unit: 'exponent', min: 0, max: 1 },
  speedSea: { unit: 'kn', min: 2, max: 30 },
  portHandling: { unit: 'USD/t', min: 0, max: 200 },
  portDwell: { unit: 'h', min: 0, max: 2000 },
  portRate: { unit: 't/day', min: 500, max: 200_000 },
  storageCost: { unit: 'USD/t per day', min: 0, max: 20 },
  borderFee: { unit: 'USD/truck', min: 0, max: 5000 },
  borderDelay: { unit: 'h', min: 0, max: 1000 },
  roadCo2: { unit: 'kg CO₂/t-km', min: 0, max: 1 },
  roadMountainCo2Factor: { unit: '×', min: 1, max: 5 },
  railCo2: { unit: 'kg CO₂/t-km', min: 0, max: 1 },
  seaCo2: { unit: 'kg CO₂/t-km', min: 0, max: 1 },
  handlingCo2: { unit: 'kg CO₂/t', min: 0, max: 50 },
  timeValue: { unit: 'USD/t per hour', min: 0, max: 10 },
  carbonPrice: { unit: 'USD/t CO₂', min: 0, max: 2000 },
} as const
export type AssumptionKey = keyof typeof ASSUMPTIONS
export const ASSUMPTION_KEYS = Object.keys(ASSUMPTIONS) as AssumptionKey[]
export const AssumptionId = z.enum(ASSUMPTION_KEYS as [AssumptionKey, ...AssumptionKey[]])

/** `low`, `base`, `high` as numbers of the quantity itself: a high speed makes a low cost. */
export const Range = z.object({ low: z.number(), base: z.number(), high: z.number() })
export type Range = z.output<typeof Range>

export const Assumption = z.object({
  key: AssumptionId,
  value: Range,
  unit: z.string(),
  /** Least and greatest value that may be set. */
  min: z.number(),
  max: z.number(),
  /** As cited; `general knowledge, unverified` where it rests on memory. */
  source: z.string(),
  /** Year of the figure; null where the source states none. */
  year: z.string().nullable(),
  confidence: Confidence,
  isFromMemory: z.boolean(),
  note: z.string().nullable(),
  /** The record of `freight-costs` that it is taken from. */
  record: z.string().nullable(),
})
export type Assumption = z.output<typeof Assumption>

export const CRITERIA = ['cost', 'time', 'distance', 'co2', 'mix'] as const
export const Criterion = z.enum(CRITERIA)
export type Criterion = z.output<typeof Criterion>

export const ROUTE_MODES = ['road', 'rail', 'sea'] as const
export type RouteMode = (typeof ROUTE_MODES)[number]
export const ROUTE_STATUSES = ['operational', 'under_construction', 'planned', 'stalled'] as const
export type RouteStatus = (typeof ROUTE_STATUSES)[number]

const REF = /^([a-z0-9][a-z0-9-]{0,99})\/([A-Za-z0-9][A-Za-z0-9._~-]{0,119})$/
const PLACE_FAULT = 'expected lon,lat in degrees, or dataset/id'

/** Where a route begins or ends: a position, or a feature by `dataset/id`. */
export type Place = { kind: 'position'; position: Position } | { kind: 'feature'; dataset: string; id: string }
export const PlaceText = z
  .string()
  .max(240, PLACE_FAULT)
  .transform((text, context): Place => {
    const [, dataset, id] = REF.exec(text) ?? []
    if (dataset !== undefined && id !== undefined) return { kind: 'feature', dataset, id }
    const [lon, lat, ...rest] = text.split(',').map((part) => numberFromText.safeParse(part.trim()).data)
    const position = Position.safeParse([lon, lat])
    if (rest.length === 0 && position.success) return { kind: 'position', position: position.data }
    context.addIssue({ code: 'custom', message: PLACE_FAULT })
    return z.NEVER
  })

/** Comma-separated choice from a closed list, each at most once; the order of the list. */
export function listFromText<T extends string>(choices: readonly [T, ...T[]]) {
  const expected = `expected some of ${choices.join(', ')}, separated by commas`
  return z
    .string()
    .max(200, expected)
    .transform((text, context): T[] => {
      const parts = text.split(',').map((part) => part.trim())
      const known = choices.filter((choice) => parts.includes(choice))
      if (known.length === parts.length) return known
      context.addIssue({ code: 'custom', message: expected })
      return z.NEVER
    })
}

/** `key:value,key:value`: assumptions that the reader has set; low and high move in proportion. */
export const OverridesText = z
  .string()
  .max(1000)
  .transform((text, context): Partial<Record<AssumptionKey, number>> => {
    const overrides: Partial<Record<AssumptionKey, number>> = {}
    for (const part of text.split(',')) {
      const [name, value, ...rest] = part.split(':')
      const key = AssumptionId.safeParse(name).data
      const number = numberFromText.safeParse(value).data
      const rule = key && ASSUMPTIONS[key]
      if (key && rule && number !== undefined && rest.length === 0 && number >= rule.min && number <= rule.max)
        overrides[key] = number
      else {
        const range = rule ? `, from ${rule.min} to ${rule.max} ${rule.unit}` : ''
        context.addIssue({ code: 'custom', message: `expected assumption:number, separated by commas${range}` })
        return z.NEVER
      }
    }
    return overrides
  })

/** What every question about the network may say. */
const networkChoices = {
  by: Criterion.optional(),
  modes: listFromText(ROUTE_MODES).optional(),
  month: integerFromText.pipe(z.number().min(1).max(12)).optional(),
  status: listFromText(ROUTE_STATUSES).optional(),
  /** `avoid` (the default): between places that hold together on this side of every border, none is crossed. */
  transit: z.enum(['avoid', 'allow']).optional(),
  /** Assumptions set by the reader. */
  set: OverridesText.optional(),
  /** References closed by the reader, for example `N-25`, separated by commas. */
  close: z
    .string()
    .max(300)
    .regex(/^[^,]{1,40}(,[^,]{1,40}){0,9}$/, 'expected up to 10 references separated by commas')
    .transform((text) => text.split(','))
    .optional(),
}

export const NetworkChoices = z.strictObject(networkChoices)
export type NetworkChoices = z.output<typeof NetworkChoices>

export const RouteQuery = NetworkChoices.extend({
  from: PlaceText,
  to: PlaceText,
  alternatives: integerFromText.pipe(z.number().min(0).max(5)).optional(),
})

/** USD per tonne, base values; the six add up to the base cost. */
export const CostSplit = z.object({
  haul: z.number(),
  toll: z.number(),
  handling: z.number(),
  dwell: z.number(),
  border: z.number(),
  port: z.number(),
})
export type CostSplit = z.output<typeof CostSplit>

/** A stretch of one road, line or lane within a leg. */
export const RoutePart = z.object({
  reference: z.string().nullable(),
  name: LocalName.nullable(),
  lengthKm: z.number(),
  costUsdPerTonne: z.number(),
  timeH: z.number(),
  /** Published length of the whole segment or road that the stretch belongs to. */
  officialLengthKm: z.number().nullable(),
  confidence: Confidence,
  isSchematic: z.boolean(),
  status: z.string(),
})
export type RoutePart = z.output<typeof RoutePart>

export const Leg = z.object({
  /** `access`: from or to a place off the network, straight distance times the detour factor. */
  mode: z.enum(['access', 'road', 'rail', 'sea', 'transshipment']),
  from: LocalName.nullable(),
  to: LocalName.nullable(),
  lengthKm: z.number(),
  timeH: z.number(),
  costUsdPerTonne: Range,
  split: CostSplit,
  co2KgPerTonne: z.number(),
  /** The least of the leg's stretches. */
  confidence: Confidence,
  schematicKm: z.number(),
  /** The least limits posted along the leg, tonnes; null: none is known. A way is only over roads that take the truck. */
  limits: z.object({ axleLoadT: z.number().nullable(), grossWeightT: z.number().nullable() }),
  parts: z.array(RoutePart),
  /** Deadweight of the largest ship that both ports take; null but for sea legs. */
  shipDwt: z.number().nullable(),
  /** Positions of the route's geometry that the leg covers, both included. */
  firstVertex: z.number().int(),
  lastVertex: z.number().int(),
})
export type Leg = z.output<typeof Leg>

export const Route = z.object({
  lengthKm: z.number(),
  timeH: z.number(),
  costUsdPerTonne: Range,
  co2KgPerTonne: z.number(),
  split: CostSplit,
  legs: z.array(Leg),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
  confidence: Confidence,
  /** The stretch that is trusted least, longest first among equals. */
  weakest: z.object({ reference: z.string().nullable(), lengthKm: z.number(), why: z.string() }).nullable(),
  /** Kilometres that are straight lines between places, access legs included. */
  schematicKm: z.number(),
  /** True where an end's own position is only known to its district. */
  isIndicative: z.boolean(),
})
export type Route = z.output<typeof Route>

export const RouteAnswer = z.object({
  routes: z.array(Route).min(1),
  by: Criterion,
  /** What the figures rest on, with the reader's own values in place. */
  assumptions: z.array(Assumption),
  networkVersion: z.string(),
})
export const RoutePosition = z.tuple([Longitude, Latitude])
