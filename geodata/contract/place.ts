/**
 * Places and areas that a question is asked about. All coordinates WGS 84, longitude first; edges are straight in longitude
 * and latitude (RFC 7946, 3.1.1), distances are geodesic.
 *
 * The boundary belongs to the area: a point on an edge or a corner is inside, two shapes that only touch meet.
 * Antimeridian: a box may cross it (west > east), a shape may not: an edge that spans more than 180° is refused (cut the
 * shape there, RFC 7946, 3.1.9). Distances are right across it and at the poles.
 */
import * as z from 'zod'
import { FeatureId, Slug } from './feature-ref.ts'
import { Geometry, Latitude, Longitude, type Position } from './geo.ts'

/** Positions that a given shape may have. */
export const MOST_POSITIONS = 5000
export const FARTHEST_KM = 20_100

/** A shape from a reader: bounded, rings closed, no edge across the antimeridian. Holes are cut out by the even-odd rule. */
export const Shape = Geometry.superRefine((shape, context) => {
  const lines = linesOf(shape)
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  if (lines.reduce((sum, line) => sum + line.length, 0) > MOST_POSITIONS)
    refuse(`expected at most ${MOST_POSITIONS} positions: simplify the shape`)
  if (lines.some((line) => line.some(([lon], index) => Math.abs(lon - (line[index - 1]?.[0] ?? lon)) > 180)))
    refuse('an edge spans more than 180° of longitude: cut the shape at the antimeridian (RFC 7946, 3.1.9)')
  if (isArea(shape) && lines.some((ring) => ring[0]?.[0] !== ring.at(-1)?.[0] || ring[0]?.[1] !== ring.at(-1)?.[1]))
    refuse('expected rings that end where they begin')
})

function isArea(shape: Geometry): boolean {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon'
}

function linesOf(shape: Geometry): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'Point':
      return [[shape.coordinates]]
    case 'LineString':
      return [shape.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates
    case 'MultiPolygon':
      return shape.coordinates.flat()
  }
}

const Ref = z.strictObject({ dataset: Slug, id: FeatureId })

/** What distances are measured to: a shape of the reader's own, or a feature of the atlas. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('shape'), geometry: Shape }),
  z.strictObject({ kind: z.literal('feature'), ref: Ref }),
])
export type Place = z.output<typeof Place>

/** `[west, south, east, north]`; west > east where the box crosses the antimeridian. */
export const WrappingBox = z
  .tuple([Longitude, Latitude, Longitude, Latitude])
  .refine(([, south, , north]) => south <= north, { message: 'expected west,south,east,north with south ≤ north' })

/**
 * Where features may lie. `around`: everything within a distance of a place: a circle, or a buffer along a corridor.
 * `feature`: a province, a district, a protected area or any other feature with a shape. `tile`: Web Mercator, XYZ.
 */
export const Area = z.discriminatedUnion('kind', [
  ...Place.options,
  z.strictObject({ kind: z.literal('around'), place: Place, withinKm: z.number().positive().max(FARTHEST_KM) }),
  z.strictObject({ kind: z.literal('box'), bbox: WrappingBox }),
  z
    .strictObject({
      kind: z.literal('tile'),
      z: z.number().int().min(0).max(22),
      x: z.number().int().min(0),
      y: z.number().int().min(0),
    })
    .refine(({ z: zoom, x, y }) => x < 2 ** zoom && y < 2 ** zoom, { message: 'there is no such tile at this zoom' }),
])
export type Area = z.output<typeof Area>
