/** What keeps a geometry literal from being one, and its positions. */
import type { Position } from '../contract/geo.ts'
import { positionsOf } from '../spatial/bbox.ts'
import type { FilterGeometry } from './expression.ts'
import type { Thing } from './refusal.ts'

/** null where the shape is well formed. */
export function geometryFault(geometry: FilterGeometry): Thing | null {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint':
      return null
    case 'LineString':
      return lineFault(geometry.coordinates)
    case 'MultiLineString':
      return firstFault(geometry.coordinates, lineFault)
    case 'Polygon':
      return firstFault(geometry.coordinates, ringFault)
    case 'MultiPolygon':
      return firstFault(geometry.coordinates, (polygon) => firstFault(polygon, ringFault))
    case 'GeometryCollection':
      return firstFault(geometry.geometries, geometryFault)
  }
}

function firstFault<T>(parts: readonly T[], faultOf: (part: T) => Thing | null): Thing | null {
  for (const part of parts) {
    const fault = faultOf(part)
    if (fault !== null) return fault
  }
  return null
}

function lineFault(line: readonly Position[]): Thing | null {
  return line.length < 2 ? 'short-line' : null
}

function ringFault(ring: readonly Position[]): Thing | null {
  const [first, last] = [ring[0], ring.at(-1)]
  if (ring.length < 4 || !first || !last) return 'short-ring'
  return first[0] === last[0] && first[1] === last[1] ? null : 'open-ring'
}

/** Every position of a literal, in order. */
export function* literalPositions(geometry: FilterGeometry): Generator<Position> {
  if (geometry.type === 'MultiPoint') yield* geometry.coordinates
  else if (geometry.type === 'GeometryCollection') for (const part of geometry.geometries) yield* literalPositions(part)
  else yield* positionsOf(geometry)
}
