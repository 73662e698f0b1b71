/**
 * What lies within a budget of time, cost or distance: the network's true reach and the straight ways of access off it.
 * Every reached stretch of road is sampled onto a fixed grid; from there the grid fills outward at the price of access
 * (eight neighbours), over land and over no border. Not further than a stated distance from the network. reach-area.ts draws it.
 */
import FlatQueue from 'flatqueue'
import type { Position } from '#geodata/contract/geo.ts'
import { type Foothold, seedsOf } from './access.ts'
import { MODES } from './network.ts'
import type { RoutingGraph } from './routing-graph.ts'
import { shortestTree } from './shortest-tree.ts'
import { shapeOf } from './stretches.ts'
import type { Weighting } from './weighting.ts'

/** Cells of a lattice that is the same for every question, so that a larger budget holds the smaller one's area. */
export const CELL_DEG = 0.04
/** How far from a road access may lead. */
export const ACCESS_WITHIN_KM = 30
const KM_PER_DEGREE = 111.195

export interface ReachField {
  /** Cell column and row of the field's corner on the lattice. */
  west: number
  south: number
  width: number
  height: number
  /** Least weight to each cell, row by row from the south; Infinity where nothing leads within the widest budget. */
  values: Float64Array
  /** What access across one cell weighs, from south to north. */
  cellWeight: number
}

/**
 * `budget`: in the weighting's unit; the widest that will be asked for. `sideOf`: 0 is sea, which access does not lead over;
 * other numbers are sides of borders, which it does not cross. null where nothing is reached.
 */
export function reachField(
  graph: RoutingGraph,
  weighting: Weighting,
  origins: readonly (readonly Foothold[])[],
  budget: number,
  sideOf: (position: Position) => number = () => 1,
): ReachField | null {
  const { seeds } = seedsOf(graph, weighting, origins.flat(), 'out')
  const { distance } = shortestTree({
    rows: graph.out,
    weights: weighting.weights,
    seeds,
    nodeCount: graph.nodeCount,
    budget,
  })
  const samples = samplesOf(graph, weighting, distance, budget)
  for (const { point, straightKm } of origins.flat())
    samples.push({ position: point, weight: straightKm * weighting.accessPerKm })
  const inside = samples.filter(({ weight }) => weight <= budget)
  if (inside.length === 0) return null
  const field = emptyField(
    inside.map(({ position }) => position),
    weighting.accessPerKm,
  )
  const queue = new FlatQueue<number>()
  const sides = new Int8Array(field.values.length).fill(-1)
  for (const { position, weight } of inside) {
    const cell = cellOf(field, position)
    if (weight < (field.values[cell] ?? 0)) {
      field.values[cell] = weight
      // That of the road itself: the middle of its cell may lie across the border.
      sides[cell] = sideOf(position)
      queue.push(cell, weight)
    }
  }
  fill(field, queue, { perKm: weighting.accessPerKm, budget, sides, sideOf })
  return field
}

interface Sample {
  position: Position
  weight: number
}

/** Points along the reached parts of roads, half a cell apart at most. */
function samplesOf(graph: RoutingGraph, { weights }: Weighting, distance: Float64Array, budget: number): Sample[] {
  const { network } = graph
  const road = MODES.indexOf('road')
  const samples: Sample[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [a, b] = [
      distance[network.edgeFrom[edge] ?? 0] ?? Number.POSITIVE_INFINITY,
      distance[network.edgeTo[edge] ?? 0] ?? Number.POSITIVE_INFINITY,
    ]
    const whole = weights[edge] ?? Number.POSITIVE_INFINITY
    if (network.edgeMode[edge] !== road || whole === Number.POSITIVE_INFINITY || Math.min(a, b) > budget) continue
    const line = shapeOf(graph, edge)
    const pieces = line.slice(1).map((to, index) => ({
      from: line[index] ?? to,
      to,
      length: Math.hypot(to[0] - (line[index]?.[0] ?? 0), to[1] - (line[index]?.[1] ?? 0)),
    }))
    const total = pieces.reduce((sum, { length }) => sum + length, 0) || 1
    let along = 0
    for (const { from, to, length } of pieces) {
      const steps = Math.max(1, Math.ceil(length / (CELL_DEG / 2)))
      for (let step = 0; step <= steps; step++) {
        const t = step / steps
        const share = (along + t * length) / total
        samples.push({
          position: [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1])],
          weight: Math.min(a + share * whole, b + (1 - share) * whole),
        })
      }
      along += length
    }
  }
  return samples
}

function emptyField(positions: readonly Position[], perKm: number): ReachField {
  const rim = Math.ceil(ACCESS_WITHIN_KM / (KM_PER_DEGREE * CELL_DEG)) + 3
  let [w, s, e, n] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const [lon, lat] of positions)
    [w, s, e, n] = [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)]
  const [west, south] = [Math.floor(w / CELL_DEG) - rim, Math.floor(s / CELL_DEG) - rim]
  const [width, height] = [Math.floor(e / CELL_DEG) + rim - west + 1, Math.floor(n / CELL_DEG) + rim - south + 1]
  const values = new Float64Array(width * height).fill(Number.POSITIVE_INFINITY)
  return { west, south, width, height, values, cellWeight: perKm * CELL_DEG * KM_PER_DEGREE }
}

function cellOf({ west, south, width }: ReachField, [lon, lat]: Position): number {
  return (Math.floor(lat / CELL_DEG) - south) * width + Math.floor(lon / CELL_DEG) - west
}

const NEIGHBOURS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const

interface Access {
  perKm: number
  budget: number
  /** By cell; −1 where it is not known yet. */
  sides: Int8Array
  sideOf(position: Position): number
}

function fill(field: ReachField, queue: FlatQueue<number>, { perKm, budget, sides, sideOf }: Access): void {
  const { west, south, width, height, values } = field
  const walked = new Float64Array(values.length)
  // One ring of cells beyond the budget is kept, so that contours run between known values.
  const most = budget + 2 * perKm * CELL_DEG * KM_PER_DEGREE
  while (queue.length > 0) {
    const here = queue.peekValue() ?? 0
    const cell = queue.pop() ?? 0
    if (here > (values[cell] ?? 0)) continue
    const [x, y] = [cell % width, Math.floor(cell / width)]
    const cosine = Math.cos(((south + y + 0.5) * CELL_DEG * Math.PI) / 180)
    for (const [dx, dy] of NEIGHBOURS) {
      const [nx, ny] = [x + dx, y + dy]
      if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
      const next = ny * width + nx
      const km = Math.hypot(dx * cosine, dy) * CELL_DEG * KM_PER_DEGREE
      const [there, far] = [here + km * perKm, (walked[cell] ?? 0) + km]
      if (there >= (values[next] ?? 0) || there > most || far > ACCESS_WITHIN_KM) continue
      if (sides[next] === -1) sides[next] = sideOf([(west + nx + 0.5) * CELL_DEG, (south + ny + 0.5) * CELL_DEG])
      if (sides[next] === 0 || (sides[cell] !== 0 && sides[cell] !== sides[next])) continue
      values[next] = there
      walked[next] = far
      queue.push(next, there)
    }
  }
}

/** Whether the cell of a position is within the budget. */
export function isWithin(field: ReachField, position: Position, budget: number): boolean {
  const { west, south, width, height, values } = field
  const [x, y] = [Math.floor(position[0] / CELL_DEG) - west, Math.floor(position[1] / CELL_DEG) - south]
  if (x < 0 || y < 0 || x >= width || y >= height) return false
  return (values[y * width + x] ?? Number.POSITIVE_INFINITY) <= budget
}
