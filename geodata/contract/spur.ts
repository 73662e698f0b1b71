/** A new road or railway from a place to the network or to another place: the cheapest course over the ground as a grid knows it. */
import * as z from 'zod'
import { numberFromText, Position } from './geo.ts'
import { PlaceText } from './logistics.ts'
import { LocalName } from './provenance.ts'

const factor = numberFromText.pipe(z.number().min(1).max(1000))

export const SPUR_MODES = ['road', 'rail'] as const

/** Price of a kilometre in protected land and over water, against free ground, where the reader says nothing. From memory. */
export const SPUR_FACTORS = { protected: 5, water: 8 } as const

export const SpurQuery = z.strictObject({
  from: PlaceText,
  /** Left out: the nearest road that may be joined. */
  to: PlaceText.optional(),
  mode: z.enum(SPUR_MODES).optional(),
  /** What a kilometre in protected land, or over a river or a lake, costs against one on free ground. */
  protected: factor.optional(),
  water: factor.optional(),
  /** Million USD for a kilometre on level, free ground; without it no sum is given. */
  usdMPerKm: numberFromText.pipe(z.number().min(0.01).max(1000)).optional(),
})

/** Kilometres, and the kilometres on level free ground that would cost as much. */
const Priced = z.object({ lengthKm: z.number(), levelKm: z.number(), usdM: z.number().nullable() })

export const SpurAnswer = Priced.extend({
  mode: z.enum(SPUR_MODES),
  from: z.object({ ref: z.string().nullable(), name: LocalName.nullable(), position: Position }),
  /** `reference` of the road that is joined; null where another place is the end, or the road has none. */
  to: z.object({
    ref: z.string().nullable(),
    name: LocalName.nullable(),
    position: Position,
    reference: z.string().nullable(),
  }),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
  /** Along the course: kilometres from the beginning, height of the cell. */
  profile: z.array(z.object({ km: z.number(), heightM: z.number() })),
  climbM: z.number(),
  /** Rise over run between neighbouring cells; the ground itself is steeper. */
  steepest: z.number(),
  /** What a kilometre costs by slope, and how much of the course is so steep. */
  slopeClasses: z.array(z.object({ upTo: z.number(), factor: z.number(), km: z.number() })),
  protectedKm: z.number(),
  waterKm: z.number(),
  /** The straight course on the same ground; null where it cannot be built. */
  straight: Priced.nullable(),
  factors: z.object({ protected: z.number(), water: z.number(), areFromMemory: z.boolean() }),
  /** What all this rests on. */
  grid: z.object({ cellKm: z.number(), accuracy: z.string(), vintage: z.string(), sources: z.array(z.string()) }),
})
export type SpurAnswer = z.output<typeof SpurAnswer>
