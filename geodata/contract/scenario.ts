/** A scenario: changes to the network and to the assumptions, and what follows from them for each deposit. */
import * as z from 'zod'
import { Geometry, Position } from './geo.ts'
import { ASSUMPTIONS, AssumptionId, Criterion, ROUTE_MODES, ROUTE_STATUSES } from './logistics.ts'
import { LocalName } from './provenance.ts'

const Reference = z.string().min(1).max(60)
const Ref = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}\/[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/, 'expected dataset/id')
const Area = z.array(Position).min(3).max(200)
/** What an edge's speed is multiplied by; what time, haul and emissions cost is divided by it. */
const SpeedFactor = z.number().min(0.05).max(4)

export const Change = z.discriminatedUnion('kind', [
  /** The edge nearest to a position, on its whole length between junctions. */
  z.strictObject({ kind: z.literal('close-edge'), at: Position }),
  z.strictObject({ kind: z.literal('close-reference'), reference: Reference }),
  /** A port or border crossing: whatever leads to its nodes. */
  z.strictObject({ kind: z.literal('close-place'), place: Ref }),
  /** A flood: every road and railway with a vertex or a crossing in the polygon. */
  z.strictObject({ kind: z.literal('close-area'), ring: Area }),
  z.strictObject({ kind: z.literal('slow-reference'), reference: Reference, factor: SpeedFactor }),
  z.strictObject({ kind: z.literal('slow-area'), ring: Area, factor: SpeedFactor }),
  /** Planned, stalled or half-built links of a reference are open. */
  z.strictObject({ kind: z.literal('open-reference'), reference: Reference }),
  z.strictObject({
    kind: z.literal('add-line'),
    mode: z.enum(['road', 'rail']),
    line: z.array(Position).min(2).max(500),
    speedKmH: z.number().min(2).max(150),
    costUsdPerTonneKm: z.number().min(0).max(2),
    /** For the saving per kilometre built; null: not known. */
    buildUsdMPerKm: z.number().min(0).max(200).nullable(),
  }),
  z
    .strictObject({ kind: z.literal('set-assumption'), key: AssumptionId, value: z.number() })
    .refine(({ key, value }) => value >= ASSUMPTIONS[key].min && value <= ASSUMPTIONS[key].max, {
      message: 'outside the range that /api/assumptions states',
    }),
])
export type Change = z.output<typeof Change>

/** Drawn changes, closed references and rates together. */
export const MOST_CHANGES = 80

export const ScenarioQuestion = z.strictObject({
  changes: z.array(Change).max(MOST_CHANGES),
  /** Deposits go to the cheapest of these; by default the sea ports of Pakistan. */
  to: z.array(Ref).min(1).max(20).optional(),
  /** Ids of deposits; by default every whole deposit. */
  deposits: z.array(z.string().max(100)).min(1).max(500).optional(),
  by: Criterion.optional(),
  modes: z.array(z.enum(ROUTE_MODES)).min(1).optional(),
  month: z.number().int().min(1).max(12).optional(),
  links: z.array(z.enum(ROUTE_STATUSES)).min(1).optional(),
  /** Answer with the ways themselves, to be drawn. */
  withWays: z.boolean().optional(),
})

const Side = z
  .object({
    to: z.string(),
    costUsdPerTonne: z.number(),
    timeH: z.number(),
    lengthKm: z.number(),
    co2KgPerTonne: z.number(),
  })
  /** null: no access. */
  .nullable()

export const ChangeEffect = z.object({
  kind: z.string(),
  edges: z.number().int(),
  km: z.number(),
  /** Of the road or railway of a single stretch that was closed; null where it has none. */
  reference: z.string().nullable(),
  /** What it touched; null where nothing is, or too much to be drawn. */
  geometry: Geometry.nullable(),
})
export type ChangeEffect = z.output<typeof ChangeEffect>

/** Stretches that the same number of deposits use. */
const Way = z.object({ mode: z.string(), deposits: z.number().int(), geometry: Geometry })

export const ScenarioAnswer = z.object({
  by: Criterion,
  networkVersion: z.string(),
  /** What each change touched, in the order asked. */
  effects: z.array(ChangeEffect),
  /** null where they were not asked for. */
  ways: z.object({ before: z.array(Way), after: z.array(Way) }).nullable(),
  rows: z.array(
    z.object({
      ref: z.string(),
      name: LocalName,
      province: z.string(),
      position: Position,
      before: Side,
      after: Side,
      isRouteChanged: z.boolean(),
      /** After less before; null where either has no access. */
      costChange: z.number().nullable(),
      timeChange: z.number().nullable(),
    }),
  ),
  provinces: z.array(
    z.object({
      province: z.string(),
      deposits: z.number().int(),
      changed: z.number().int(),
      lostAccess: z.number().int(),
      gainedAccess: z.number().int(),
      /** Mean over the deposits with access before and after. */
      meanCostChange: z.number().nullable(),
      meanTimeChange: z.number().nullable(),
    }),
  ),
})
export type ScenarioAnswer = z.output<typeof ScenarioAnswer>
