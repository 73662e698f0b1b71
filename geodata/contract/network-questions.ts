/** Questions about the whole network: tables of ways, what each edge is worth, what can be reached. */
import * as z from 'zod'
import { ChangesText } from './change-text.ts'
import { DepositFilter } from './filter.ts'
import { Geometry, integerFromText, Position } from './geo.ts'
import {
  Assumption,
  Criterion,
  listFromText,
  NetworkChoices,
  type Place,
  PlaceText,
  Range,
  ROUTE_STATUSES,
} from './logistics.ts'
import { LocalName } from './provenance.ts'

/** Several places: `lon,lat` or `dataset/id`, separated by semicolons. */
export function placesFromText(most: number) {
  const expected = `expected up to ${most} places (lon,lat or dataset/id) separated by semicolons`
  return z
    .string()
    .max(3000, expected)
    .transform((text, context): Place[] => {
      const places = text.split(';').map((part) => PlaceText.safeParse(part.trim()))
      if (places.length <= most && places.every(({ success }) => success))
        return places.flatMap(({ data }) => (data ? [data] : []))
      context.addIssue({ code: 'custom', message: expected })
      return z.NEVER
    })
}

/** `status` is the deposits' own here; which links are open stands in `links`. */
const conditions = {
  ...NetworkChoices.omit({ status: true }).shape,
  links: listFromText(ROUTE_STATUSES).optional(),
  /** Closures, floods, opened and drawn links that are in force: `cN-25|f66,27_67,27_67,28`. */
  changes: ChangesText.optional(),
}
/** Deposits that match the filter are the origins, unless `from` names others. */
const origins = { ...DepositFilter.shape, from: placesFromText(50).optional() }

export const MatrixQuery = z.strictObject({
  ...origins,
  ...conditions,
  to: placesFromText(40),
})

export const PlaceLine = z.object({
  ref: z.string().nullable(),
  name: LocalName.nullable(),
  position: Position,
  /** The position is only known to its district: ways from it are indicative. */
  isDistrictLevel: z.boolean(),
})
export type PlaceLine = z.output<typeof PlaceLine>

export const MatrixAnswer = z.object({
  by: Criterion,
  destinations: z.array(PlaceLine),
  rows: z.array(
    PlaceLine.extend({
      /** By destination; null where no way leads. */
      cells: z.array(
        z
          .object({ costUsdPerTonne: Range, timeH: z.number(), lengthKm: z.number(), co2KgPerTonne: z.number() })
          .nullable(),
      ),
      /** The destination that is best by the criterion, as a position in `destinations`; null where none is reached. */
      best: z.number().int().nullable(),
    }),
  ),
  networkVersion: z.string(),
})

export const CriticalityQuery = z.strictObject({
  ...origins,
  ...conditions,
  to: placesFromText(20),
  limit: integerFromText.pipe(z.number().min(1).max(500)).optional(),
})

export const CriticalityAnswer = z.object({
  by: Criterion,
  /** Unit of `extra`: USD per tonne, hours, km or kg of CO₂ per tonne, added up over deposits, one tonne each. */
  unit: z.string(),
  edges: z.array(
    z.object({
      reference: z.string().nullable(),
      name: LocalName.nullable(),
      mode: z.string(),
      lengthKm: z.number(),
      extra: z.number(),
      affected: z.number().int(),
      cutOff: z.array(z.string()),
      geometry: Geometry,
    }),
  ),
  /** How many edges some deposit's best way uses; all of them were tried. */
  tried: z.number().int(),
  deposits: z.array(
    PlaceLine.extend({
      /** Ways to a destination that share no edge, counted up to 4. */
      ways: z.number().int(),
      hasAccess: z.boolean(),
    }),
  ),
  networkVersion: z.string(),
})

export const AssumptionsAnswer = z.object({ assumptions: z.array(Assumption) })

/** Up to five budgets, ascending: hours by time, USD per tonne by cost, km by distance, kg by CO₂. */
const Budgets = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?(,\d{1,5}(\.\d{1,3})?){0,4}$/, 'expected up to five numbers separated by commas')
  .transform((text) => text.split(',').map(Number))
  .refine((all) => all.every((budget, at) => budget > (all[at - 1] ?? 0)), {
    message: 'expected rising numbers above 0',
  })

export const ReachQuery = z.strictObject({
  from: placesFromText(10),
  ...NetworkChoices.shape,
  budget: Budgets,
  changes: ChangesText.optional(),
})

export const ReachAnswer = z.object({
  by: Criterion,
  unit: z.string(),
  /** Widest first, so that smaller areas are drawn on larger ones. */
  areas: z.array(
    z.object({
      budget: z.number(),
      geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) }),
      /** People of the places whose number is known and whose point lies inside. */
      people: z.number().int(),
      places: z.number().int(),
      deposits: z.number().int(),
      plants: z.number().int(),
    }),
  ),
  /** Side of the grid's cells, degrees; the areas are no finer. */
  cellDeg: z.number(),
  /** Access off the network is followed no further than this. */
  accessWithinKm: z.number(),
  networkVersion: z.string(),
})

export const SitesQuery = z.strictObject({
  ...origins,
  ...conditions,
  /** Candidate sites; by default every zone and industrial town of the atlas with a place. */
  candidates: placesFromText(60).optional(),
  /** Sites that stand already. */
  standing: placesFromText(5).optional(),
  count: integerFromText.pipe(z.number().min(1).max(5)).optional(),
  /** Market of what the sites make, and its share of the mass of what they take in (0–1). */
  market: PlaceText.optional(),
  yield: z
    .string()
    .regex(/^(0(\.\d{1,4})?|1(\.0{1,4})?)$/, 'expected a share from 0 to 1')
    .transform(Number)
    .optional(),
})

export const SitesAnswer = z.object({
  by: Criterion,
  unit: z.string(),
  sites: z.array(PlaceLine.extend({ isStanding: z.boolean(), serves: z.number().int() })),
  /** Sum over the deposits served, one tonne each, in the unit. */
  total: z.number(),
  /** The same with the standing sites alone; null where there are none. */
  totalBefore: z.number().nullable(),
  method: z.enum(['exact', 'heuristic']),
  /** The best possible total is at most this share below `total`; 0 where exact. */
  gap: z.number(),
  deposits: z.array(PlaceLine.extend({ site: z.string().nullable(), weight: z.number().nullable() })),
  candidates: z.number().int(),
  networkVersion: z.string(),
})

export const LinksQuery = z.strictObject({
  ...origins,
  ...conditions,
  to: placesFromText(20),
  limit: integerFromText.pipe(z.number().min(1).max(40)).optional(),
})

export const LinksAnswer = z.object({
  by: Criterion,
  unit: z.string(),
  links: z.array(
    z.object({
      kind: z.enum(['planned', 'missing']),
      reference: z.string().nullable(),
      lengthKm: z.number(),
      /** Sum over the deposits, one tonne each, in the unit. */
      saving: z.number(),
      savingPerKm: z.number(),
      /** Deposits that gain access. */
      gained: z.number().int(),
      geometry: Geometry,
    }),
  ),
  /** Candidates tried of each kind. */
  tried: z.object({ planned: z.number().int(), missing: z.number().int() }),
  networkVersion: z.string(),
})
