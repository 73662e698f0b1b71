/** Many geometries of a file to the one shape that is asked about: its areas; without any its lines; without any its points. */
import * as z from 'zod'
import { AreaGeometry, type Geometry, type Position } from '#geodata/contract/geo.ts'
import { MOST_POSITIONS, Shape } from '#geodata/contract/place.ts'
import { ShapeFault } from './shape-fault.ts'

interface Raw {
  type: string
  coordinates: readonly unknown[]
}

/** Heights are dropped. */
const At = z
  .array(z.number())
  .min(2)
  .transform(([lon = 0, lat = 0]): Position => [lon, lat])
const Line = z.array(At)

/** Throws a ShapeFault. Several points become the area around them. */
export async function joinShapes(geometries: readonly Raw[]): Promise<{ shape: Geometry; isHull: boolean }> {
  const of = (...types: string[]) => geometries.filter(({ type }) => types.includes(type))
  const polygons = [
    ...of('Polygon').map(({ coordinates }) => z.array(Line).parse(coordinates)),
    ...of('MultiPolygon').flatMap(({ coordinates }) => z.array(z.array(Line)).parse(coordinates)),
  ]
  if (polygons.length > 0) {
    const [only, ...others] = polygons
    return plain(
      others.length === 0 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons },
    )
  }
  const lines = [
    ...of('LineString').map(({ coordinates }) => Line.parse(coordinates)),
    ...of('MultiLineString').flatMap(({ coordinates }) => z.array(Line).parse(coordinates)),
  ].filter((line) => line.length > 1)
  if (lines.length > 0) {
    const [only, ...others] = lines
    return plain(
      others.length === 0 ? { type: 'LineString', coordinates: only } : { type: 'MultiLineString', coordinates: lines },
    )
  }
  const points = [
    ...of('Point').map(({ coordinates }) => At.parse(coordinates)),
    ...of('MultiPoint').flatMap(({ coordinates }) => Line.parse(coordinates)),
  ]
  const [only, ...others] = points
  if (!only) throw new ShapeFault('empty')
  return others.length === 0 ? plain({ type: 'Point', coordinates: only }) : hullOf(points)
}

function plain(candidate: unknown): { shape: Geometry; isHull: boolean } {
  const found = countPositions(candidate)
  if (found > MOST_POSITIONS) throw new ShapeFault('positions', found)
  const parsed = Shape.safeParse(candidate)
  if (!parsed.success) throw new ShapeFault('coordinates', 0, { cause: parsed.error })
  return { shape: parsed.data, isHull: false }
}

async function hullOf(points: readonly Position[]): Promise<{ shape: Geometry; isHull: boolean }> {
  const { convex, points: asPoints } = await import('@turf/turf')
  const hull = AreaGeometry.safeParse(convex(asPoints(points.map((at) => [...at])))?.geometry)
  // Points on one line have no area around them: the line itself is asked about.
  return { ...plain(hull.success ? hull.data : { type: 'LineString', coordinates: points }), isHull: hull.success }
}

function countPositions(value: unknown): number {
  if (typeof value === 'object' && value !== null && 'coordinates' in value) return countPositions(value.coordinates)
  if (!Array.isArray(value)) return 0
  return typeof value[0] === 'number' ? 1 : value.reduce((sum: number, part) => sum + countPositions(part), 0)
}
