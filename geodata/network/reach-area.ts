/**
 * The area within a budget, drawn from a field of reach: how far inside or outside each cell lies, at most one cell, put on
 * a quadratic B-spline (positive weights that add up to 1) and cut at zero. More budget raises every cell and so the whole
 * surface: the larger area holds the smaller one. The edge moves by less than a cell from where the cells have it.
 */
import { contours } from 'd3-contour'
import type { Position } from '#geodata/contract/geo.ts'
import { CELL_DEG, type ReachField } from './reach.ts'

export type Area = { type: 'MultiPolygon'; coordinates: Position[][][] }

/** Samples a cell along each axis; odd, so that the middle of each cell is one of them and no lone cell is lost. */
const FINE = 3
/** Decimals of degrees in the answer: about 10 m. */
const DECIMALS = 1e4

/** Cells of a field around all that lies within a budget. */
interface Cut {
  left: number
  bottom: number
  width: number
  height: number
  /** −1 outside to 1 inside, in cells. */
  depth: Float64Array
}

/** The area within a budget no larger than the field's; empty where nothing is. */
export function areaWithin(field: ReachField, budget: number): Area {
  const cut = cutOut(field, budget)
  if (!cut) return { type: 'MultiPolygon', coordinates: [] }
  const { depth, width, height } = refined(cut)
  const contour = contours().size([width, height]).thresholds([0])(Array.from(depth))[0]
  const degrees = (corner: number, at: number): number =>
    Math.round((corner + at / FINE) * CELL_DEG * DECIMALS) / DECIMALS
  const coordinates = (contour?.coordinates ?? []).map((polygon) =>
    polygon.map((ring) =>
      ring.map(([x = 0, y = 0]): Position => [degrees(field.west + cut.left, x), degrees(field.south + cut.bottom, y)]),
    ),
  )
  return { type: 'MultiPolygon', coordinates }
}

/** One ring of cells outside is kept, so that every contour closes. null where nothing lies within. */
function cutOut({ width, height, values, cellWeight }: ReachField, budget: number): Cut | null {
  let [left, bottom, right, top] = [width, height, -1, -1]
  for (let cell = 0; cell < values.length; cell++) {
    if ((values[cell] ?? Number.POSITIVE_INFINITY) > budget) continue
    const [x, y] = [cell % width, Math.floor(cell / width)]
    ;[left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)]
  }
  if (right < 0) return null
  ;[left, bottom, right, top] = [left - 2, bottom - 2, right + 2, top + 2]
  const size = { width: right - left + 1, height: top - bottom + 1 }
  const depth = new Float64Array(size.width * size.height).fill(-1)
  for (let y = Math.max(0, bottom); y <= Math.min(height - 1, top); y++)
    for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++) {
      const inside = (budget - (values[y * width + x] ?? Number.POSITIVE_INFINITY)) / cellWeight
      depth[(y - bottom) * size.width + x - left] = Math.max(-1, Math.min(1, inside))
    }
  return { left, bottom, ...size, depth }
}

/** The surface at FINE samples a cell along each axis. */
function refined({ width, height, depth }: Cut): Pick<Cut, 'width' | 'height' | 'depth'> {
  const wide = new Float64Array(width * FINE * height)
  for (let y = 0; y < height; y++)
    spread(
      width,
      (x) => depth[y * width + x] ?? -1,
      (x, value) => (wide[y * width * FINE + x] = value),
    )
  const fine = new Float64Array(width * FINE * height * FINE)
  for (let x = 0; x < width * FINE; x++)
    spread(
      height,
      (y) => wide[y * width * FINE + x] ?? -1,
      (y, value) => (fine[y * width * FINE + x] = value),
    )
  return { width: width * FINE, height: height * FINE, depth: fine }
}

/** One row or column. What lies beyond its ends is outside. */
function spread(count: number, read: (at: number) => number, write: (at: number, value: number) => void): void {
  const value = (at: number): number => (at < 0 || at >= count ? -1 : read(at))
  for (let at = 0; at < count; at++)
    for (let step = 0; step < FINE; step++) {
      const t = (step + 0.5) / FINE - 0.5
      const [before, here, after] = [0.5 * (0.5 - t) ** 2, 0.75 - t * t, 0.5 * (0.5 + t) ** 2]
      write(at * FINE + step, before * value(at - 1) + here * value(at) + after * value(at + 1))
    }
}
