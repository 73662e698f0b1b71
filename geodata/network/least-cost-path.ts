/**
 * The cheapest course of a new spur over a grid of heights: Dijkstra's search between cells, each step priced by its
 * length, its slope class and what it crosses. Eight neighbours, so a course is at most 8 % longer than a free one. It
 * rests on the grid given and is no survey: between two cells the ground may hide anything.
 */
import FlatQueue from 'flatqueue'
import type { Position } from '#geodata/contract/geo.ts'

export interface CostSurface {
  /** Of the south-west cell's middle. */
  west: number
  south: number
  cellDeg: number
  width: number
  height: number
  /** Metres, row by row from the south; NaN: not known, not crossed. */
  heights: Float32Array
  /** By cell: factor on the price of crossing it, 1 the usual (protected land, water); Infinity: not crossed. */
  penalty: Float32Array
}

/** Price of a kilometre by the steepness of a step, relative to level ground. */
export interface SlopeClass {
  /** Steeper than the class before, up to this share (rise over run). */
  upTo: number
  factor: number
}
/** Common classes of road location: level, rolling, hilly, mountainous; beyond 25 % nothing is built. From memory. */
export const SLOPE_CLASSES: readonly SlopeClass[] = [
  { upTo: 0.03, factor: 1 },
  { upTo: 0.07, factor: 1.5 },
  { upTo: 0.12, factor: 2.5 },
  { upTo: 0.25, factor: 5 },
]
/** The same for a railway: what a heavy train climbs, then cuttings, bridges and tunnels; beyond 10 % nothing. From memory. */
export const RAIL_SLOPE_CLASSES: readonly SlopeClass[] = [
  { upTo: 0.01, factor: 1 },
  { upTo: 0.02, factor: 2 },
  { upTo: 0.04, factor: 5 },
  { upTo: 0.1, factor: 12 },
]

export interface SpurPath {
  line: Position[]
  lengthKm: number
  /** Kilometres of level ground that it costs as much as. */
  levelKm: number
  /** Metres, at each vertex of the line. */
  profileM: number[]
  steepest: number
  /** Kilometres in each class of slope, in the order of the classes. */
  kmByClass: number[]
}

const KM_PER_DEGREE = 111.195
const STEPS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

/** null where no course leads from one to the other; throws where an end lies outside the surface. */
export function leastCostPath(
  surface: CostSurface,
  from: Position,
  to: Position,
  classes: readonly SlopeClass[] = SLOPE_CLASSES,
): SpurPath | null {
  const [start, end] = [cellOf(surface, from), cellOf(surface, to)]
  const cost = new Float64Array(surface.heights.length).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(surface.heights.length).fill(-1)
  const queue = new FlatQueue<number>()
  cost[start] = 0
  queue.push(start, 0)
  while (queue.length > 0) {
    const here = queue.peekValue() ?? 0
    const cell = queue.pop() ?? 0
    if (cell === end) break
    if (here > (cost[cell] ?? 0)) continue
    for (const { next, price } of stepsFrom(surface, cell, classes)) {
      if (!(here + price < (cost[next] ?? 0))) continue
      cost[next] = here + price
      before[next] = cell
      queue.push(next, here + price)
    }
  }
  const levelKm = cost[end] ?? Number.POSITIVE_INFINITY
  return levelKm === Number.POSITIVE_INFINITY ? null : told(surface, cellsBack(before, end), classes)
}

/** The straight course from one to the other, cell by cell, on the same terms; null where it cannot be built. */
export function straightPath(
  surface: CostSurface,
  from: Position,
  to: Position,
  classes: readonly SlopeClass[] = SLOPE_CLASSES,
): SpurPath | null {
  const { width } = surface
  const [start, end] = [cellOf(surface, from), cellOf(surface, to)]
  const [x, y] = [start % width, Math.floor(start / width)]
  const [dx, dy] = [(end % width) - x, Math.floor(end / width) - y]
  const steps = Math.max(Math.abs(dx), Math.abs(dy), 1)
  const cells = Array.from({ length: steps + 1 }, (_, i) => {
    const [column, row] = [x + Math.round((dx * i) / steps), y + Math.round((dy * i) / steps)]
    return row * width + column
  })
  const path = told(surface, start === end ? [start] : cells, classes)
  return path.levelKm < Number.POSITIVE_INFINITY ? path : null
}

function cellOf({ west, south, cellDeg, width, height }: CostSurface, [lon, lat]: Position): number {
  const [x, y] = [Math.round((lon - west) / cellDeg), Math.round((lat - south) / cellDeg)]
  if (x < 0 || y < 0 || x >= width || y >= height) throw new RangeError('an end of the spur lies outside the grid')
  return y * width + x
}

function stepsFrom(
  surface: CostSurface,
  cell: number,
  classes: readonly SlopeClass[],
): { next: number; price: number }[] {
  const { width, height } = surface
  const [x, y] = [cell % width, Math.floor(cell / width)]
  const steps: { next: number; price: number }[] = []
  for (const [dx, dy] of STEPS) {
    const [nx, ny] = [x + dx, y + dy]
    if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
    const next = ny * width + nx
    const price = priceOf(surface, cell, next, classes)
    if (price < Number.POSITIVE_INFINITY) steps.push({ next, price })
  }
  return steps
}

/** Infinity where the step cannot be built. */
function priceOf(surface: CostSurface, a: number, b: number, classes: readonly SlopeClass[]): number {
  const { penalty } = surface
  const km = stepKm(surface, a, b)
  const price = km * factorOf(slopeOf(surface, a, b, km), classes) * (((penalty[a] ?? 1) + (penalty[b] ?? 1)) / 2)
  return Number.isNaN(price) ? Number.POSITIVE_INFINITY : price
}

function factorOf(slope: number, classes: readonly SlopeClass[]): number {
  return classes.find(({ upTo }) => slope <= upTo)?.factor ?? Number.POSITIVE_INFINITY
}

function stepKm({ south, cellDeg, width }: CostSurface, a: number, b: number): number {
  const [dx, dy] = [(a % width) - (b % width), Math.floor(a / width) - Math.floor(b / width)]
  const lat = south + ((Math.floor(a / width) + Math.floor(b / width)) / 2) * cellDeg
  return Math.hypot(dx * Math.cos((lat * Math.PI) / 180), dy) * cellDeg * KM_PER_DEGREE
}

/** Rise over run, either way; NaN where a height is not known. */
function slopeOf({ heights }: CostSurface, a: number, b: number, km: number): number {
  return Math.abs((heights[a] ?? Number.NaN) - (heights[b] ?? Number.NaN)) / (km * 1000)
}

function cellsBack(before: Int32Array, end: number): number[] {
  const cells = [end]
  for (let at = before[end] ?? -1; at >= 0; at = before[at] ?? -1) cells.push(at)
  return cells.reverse()
}

function told(surface: CostSurface, cells: readonly number[], classes: readonly SlopeClass[]): SpurPath {
  const { west, south, cellDeg, width, heights } = surface
  const steps = cells.slice(1).map((cell, index) => {
    const from = cells[index] ?? 0
    const km = stepKm(surface, from, cell)
    return { km, slope: slopeOf(surface, from, cell, km), price: priceOf(surface, from, cell, classes) }
  })
  const classOf = (slope: number): number => classes.findIndex(({ upTo }) => slope <= upTo)
  const sum = (of: (step: (typeof steps)[number]) => number): number =>
    steps.reduce((total, step) => total + of(step), 0)
  return {
    line: cells.map((cell): Position => [west + (cell % width) * cellDeg, south + Math.floor(cell / width) * cellDeg]),
    lengthKm: sum(({ km }) => km),
    levelKm: sum(({ price }) => price),
    profileM: cells.map((cell) => heights[cell] ?? Number.NaN),
    steepest: Math.max(0, ...steps.map(({ slope }) => slope)),
    kmByClass: classes.map((_, at) => sum(({ km, slope }) => (classOf(slope) === at ? km : 0))),
  }
}
