/** A geometry projected to world units, as it is cut for tiles. */
import type { Geometry, Position } from '../contract/geo.ts'
import { toWorld } from '../spatial/mercator.ts'
import { reversed, signedArea } from './ring.ts'

export type Shape =
  | { type: 'point'; point: Int32Array }
  | { type: 'line'; lines: Int32Array[] }
  /** One array of rings a polygon: the exterior first, holes after it, wound as they come. */
  | { type: 'area'; polygons: Int32Array[][] }

/** Projects a geometry; repeated vertices are dropped. */
export function projectGeometry(geometry: Geometry): Shape {
  switch (geometry.type) {
    case 'Point':
      return { type: 'point', point: Int32Array.from(toWorld(geometry.coordinates)) }
    case 'LineString':
      return { type: 'line', lines: [projectRun(geometry.coordinates)] }
    case 'MultiLineString':
      return { type: 'line', lines: geometry.coordinates.map(projectRun) }
    case 'Polygon':
      return { type: 'area', polygons: [geometry.coordinates.map(projectRun)] }
    case 'MultiPolygon':
      return { type: 'area', polygons: geometry.coordinates.map((rings) => rings.map(projectRun)) }
  }
}

/** The ring wound as tiles want it: exteriors clockwise on screen, holes the other way. */
export function wound(ring: Int32Array, isExterior: boolean): Int32Array {
  return signedArea(ring) > 0 === isExterior ? ring : reversed(ring)
}

function projectRun(positions: readonly Position[]): Int32Array {
  const run: number[] = []
  for (const position of positions) {
    const [x, y] = toWorld(position)
    if (run.length > 0 && run[run.length - 2] === x && run[run.length - 1] === y) continue
    run.push(x, y)
  }
  return Int32Array.from(run)
}
