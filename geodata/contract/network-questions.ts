/** Questions about the whole network: tables of ways, what each edge is worth, what can be reached. */
import * as z from 'zod'
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
