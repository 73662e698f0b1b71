/**
 * What a new line would cross, cell by cell of a grid of heights: the heights themselves, and factors for protected land
 * and for water. The sea is not crossed. A shape that is smaller than a cell marks the cells that its outline runs through.
 */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import { bboxOf } from '#geodata/spatial/bbox.ts'
import { linesOf } from '#geodata/spatial/pieces.ts'
import { doMeet } from '#geodata/spatial/relate.ts'
import type { CostSurface } from './least-cost-path.ts'

/** Heights of a region, its cells as wide as high in degrees. */
export interface HeightGrid {
  width: number
  height: number
  /** Outer edges of the outermost cells. */
  bounds: BBox
  /** Metres, row by row from the north; NaN where unknown. */
  metres: Float32Array
}

export interface Crossing {
  geometry: Geometry
  /** On the price of a kilometre that crosses it, 1 or more. */
  factor: number
}

/** Land lower than this does not exist here: it is the floor of the sea. */
const SEA_BELOW_M = -5

/** Whether the grid shows the floor of the sea at a position; false outside of it. */
export function isSeaIn({ width, height, bounds, metres }: HeightGrid, [lon, lat]: Position): boolean {
  const [west, , , north] = bounds
  const cellDeg = (bounds[2] - west) / width
  const [x, y] = [Math.floor((lon - west) / cellDeg), Math.floor((north - lat) / cellDeg)]
  return x >= 0 && y >= 0 && x < width && y < height && (metres[y * width + x] ?? 0) < SEA_BELOW_M
}

/** null where the box does not lie within the grid. Where shapes overlap the greatest factor holds. */
export function costSurface(grid: HeightGrid, box: BBox, crossings: Iterable<Crossing>): CostSurface | null {
  const surface = cutOut(grid, box)
  if (!surface) return null
  for (const { geometry, factor } of crossings) {
    if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') markInside(surface, geometry, factor)
    if (geometry.type !== 'Point') markAlong(surface, geometry, factor)
  }
  return surface
}

function cutOut({ width, height, bounds, metres }: HeightGrid, [west, south, east, north]: BBox): CostSurface | null {
  const cellDeg = (bounds[2] - bounds[0]) / width
  const [left, right] = [Math.floor((west - bounds[0]) / cellDeg), Math.ceil((east - bounds[0]) / cellDeg)]
  const [top, bottom] = [Math.floor((bounds[3] - north) / cellDeg), Math.ceil((bounds[3] - south) / cellDeg)]
  if (left < 0 || top < 0 || right > width || bottom > height || right <= left || bottom <= top) return null
  const [columns, rows] = [right - left, bottom - top]
  const heights = new Float32Array(columns * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const here = metres[(bottom - 1 - y) * width + left + x] ?? Number.NaN
      heights[y * columns + x] = here < SEA_BELOW_M ? Number.NaN : here
    }
  return {
    west: bounds[0] + (left + 0.5) * cellDeg,
    south: bounds[3] - (bottom - 0.5) * cellDeg,
    ...{ cellDeg, width: columns, height: rows, heights },
    penalty: new Float32Array(columns * rows).fill(1),
  }
}

function raise({ penalty }: CostSurface, cell: number, factor: number): void {
  penalty[cell] = Math.max(penalty[cell] ?? 1, factor)
}

/** Column and row of a position, which may lie outside. */
function placeOf({ west, south, cellDeg }: CostSurface, [lon, lat]: Position): [number, number] {
  return [Math.round((lon - west) / cellDeg), Math.round((lat - south) / cellDeg)]
}

function markInside(surface: CostSurface, area: Geometry, factor: number): void {
  const { west, south, cellDeg, width, height } = surface
  const [w, s, e, n] = bboxOf(area)
  const [left, bottom] = placeOf(surface, [w, s])
  const [right, top] = placeOf(surface, [e, n])
  for (let y = Math.max(0, bottom); y <= Math.min(height - 1, top); y++)
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
      const coordinates: Position = [west + x * cellDeg, south + y * cellDeg]
      if (doMeet({ type: 'Point', coordinates }, area)) raise(surface, y * width + x, factor)
    }
}

function markAlong(surface: CostSurface, geometry: Geometry, factor: number): void {
  const { width, height, cellDeg } = surface
  for (const line of linesOf(geometry))
    for (const [index, to] of line.entries()) {
      const from = line[index - 1] ?? to
      const steps = Math.max(
        1,
        Math.ceil((2 * Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]))) / cellDeg),
      )
      for (let step = 0; step <= steps; step++) {
        const t = step / steps
        const [x, y] = placeOf(surface, [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])])
        if (x >= 0 && y >= 0 && x < width && y < height) raise(surface, y * width + x, factor)
      }
    }
}
