/** One way under changes (closed, slowed, opened, drawn), and the planned links that a reader may open. */
import * as z from 'zod'
import { Geometry } from './geo.ts'
import { Assumption, Criterion, PlaceText, ROUTE_MODES, ROUTE_STATUSES, Route } from './logistics.ts'
import { LocalName } from './provenance.ts'
import { Change, ChangeEffect, MOST_CHANGES } from './scenario.ts'

export const ChangedRouteQuestion = z.strictObject({
  from: PlaceText,
  to: PlaceText,
  changes: z.array(Change).min(1).max(MOST_CHANGES),
  by: Criterion.optional(),
  modes: z.array(z.enum(ROUTE_MODES)).min(1).optional(),
  month: z.number().int().min(1).max(12).optional(),
  links: z.array(z.enum(ROUTE_STATUSES)).min(1).optional(),
  alternatives: z.number().int().min(0).max(5).optional(),
})

export const ChangedRouteAnswer = z.object({
  by: Criterion,
  /** Best first; empty where the changes leave no way: that is an answer, not a failure. */
  routes: z.array(Route),
  /** What each change touched, in the order asked. */
  effects: z.array(ChangeEffect),
  /** With the reader's own values in place. */
  assumptions: z.array(Assumption),
  networkVersion: z.string(),
})

export const PlannedLinksAnswer = z.object({
  links: z.array(
    z.object({
      /** What `open-reference` opens. */
      reference: z.string(),
      name: LocalName.nullable(),
      modes: z.array(z.string()),
      /** Of its stretches that are not in use: planned, under_construction, stalled. */
      statuses: z.array(z.string()),
      lengthKm: z.number(),
      /** Of it, straight lines between places. */
      schematicKm: z.number(),
      /** Ids in the `sources` dataset. */
      sources: z.array(z.string()),
      geometry: Geometry,
    }),
  ),
  networkVersion: z.string(),
})
