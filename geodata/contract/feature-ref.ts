/** Naming a feature anywhere in the system, and naming the nearest one with its distance. */
import * as z from 'zod'
import { GeometryQuality, Position } from './geo.ts'
import { LocalName } from './provenance.ts'

export const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'expected lower-case letters, digits and hyphens')
export const FeatureId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/, 'expected letters, digits, . _ ~ and -')

/** `dataset` and `id` together name one feature anywhere in the system; in links they are written `dataset/id`. */
export const FeatureRef = z.object({ dataset: z.string(), id: z.string() })
export type FeatureRef = z.output<typeof FeatureRef>

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
