/** Positions, boxes and GeoJSON features as they cross every boundary of the system. WGS 84, longitude first, degrees. */
import * as z from 'zod'

export const Longitude = z.number().min(-180).max(180)
export const Latitude = z.number().min(-90).max(90)

/** `[lon, lat]`, always in this order. */
export const Position = z.tuple([Longitude, Latitude])
export type Position = z.output<typeof Position>

/** `[west, south, east, north]`. Boxes that cross the antimeridian are not accepted: nothing in the atlas does. */
export const BBox = z
  .tuple([Longitude, Latitude, Longitude, Latitude])
  .refine(([west, south, east, north]) => west <= east && south <= north, {
    message: 'expected west,south,east,north with west ≤ east and south ≤ north',
  })
export type BBox = z.output<typeof BBox>

const Line = z.array(Position).min(2)
const Ring = z.array(Position).min(4)

export const PointGeometry = z.object({ type: z.literal('Point'), coordinates: Position })
export const LineGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: Line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(Line).min(1) }),
])
export const AreaGeometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring).min(1)).min(1) }),
])
export const Geometry = z.union([PointGeometry, LineGeometry, AreaGeometry])
export type Geometry = z.output<typeof Geometry>

/**
 * How far a shape may be trusted. Points: `exact` (about 1 km or better), `approximate` (within some kilometres),
 * `district` (the town or district stands in for the place). Lines and areas: `mapped` (as surveyed or mapped),
 * `traced` (laid along mapped lines by us), `schematic` (straight pieces between places), `rough` (drawn by hand for
 * orientation), `stand-in` (for example a circle of equal area).
 */
export const GeometryQuality = z.enum([
  'exact',
  'approximate',
  'district',
  'mapped',
  'traced',
  'schematic',
  'rough',
  'stand-in',
])
export type GeometryQuality = z.output<typeof GeometryQuality>

/** A number from query text. Unlike `z.coerce.number()`, empty text is refused, not read as 0 (a real place on the map). */
export const numberFromText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, 'expected a decimal number')
  .transform(Number)

export const integerFromText = z
  .string()
  .regex(/^-?\d{1,9}$/, 'expected a whole number')
  .transform(Number)

/** `west,south,east,north` in query text. */
export const bboxFromText = z
  .string()
  .max(200)
  .transform((text) => text.split(',').map((part) => numberFromText.safeParse(part.trim())))
  .transform((parts) => parts.map((part) => (part.success ? part.data : Number.NaN)))
  .pipe(BBox)
