/** The cheapest course of a new road or railway over the ground, beside the straight one. */
import type { BBox, Geometry, Position } from '#geodata/contract/geo.ts'
import type { SPUR_MODES } from '#geodata/contract/spur.ts'
import { nearestRoad } from '#geodata/network/access.ts'
import { type Crossing, costSurface } from '#geodata/network/cost-surface.ts'
import {
  type CostSurface,
  leastCostPath,
  RAIL_SLOPE_CLASSES,
  SLOPE_CLASSES,
  type SlopeClass,
  type SpurPath,
  straightPath,
} from '#geodata/network/least-cost-path.ts'
import { factsOf } from '#geodata/network/routing-graph.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { groundGrid } from './ground.ts'
import type { RoutingWorld } from './routing-world.ts'

export interface AskedSpur {
  from: Position
  /** null: the nearest road. */
  to: Position | null
  mode: (typeof SPUR_MODES)[number]
  box: BBox
  /** A road farther than this is not looked for. */
  withinKm: number
  protectedLand: Geometry[]
  water: Geometry[]
  factors: { protected: number; water: number }
}

export type PlannedSpur =
  | { kind: 'outside' }
  | { kind: 'no-road' }
  | { kind: 'no-way' }
  | {
      kind: 'spur'
      to: Position
      reference: string | null
      path: SpurPath
      straight: SpurPath | null
      classes: readonly SlopeClass[]
      protectedKm: number
      waterKm: number
    }

export function planSpur(world: RoutingWorld, asked: AskedSpur): PlannedSpur {
  const { from, mode, box, factors } = asked
  const join = asked.to === null ? nearestRoad(world.graph, world.access, from, asked.withinKm) : null
  const to = asked.to ?? join?.point
  if (!to) return { kind: 'no-road' }
  const withFactor = (shapes: readonly Geometry[], factor: number): Crossing[] =>
    shapes.map((geometry) => ({ geometry, factor }))
  const crossings = [...withFactor(asked.protectedLand, factors.protected), ...withFactor(asked.water, factors.water)]
  const grid = groundGrid()
  const surface = costSurface(grid, box, crossings)
  if (!surface) return { kind: 'outside' }
  const classes = mode === 'rail' ? RAIL_SLOPE_CLASSES : SLOPE_CLASSES
  const path = leastCostPath(surface, from, to, classes)
  if (!path) return { kind: 'no-way' }
  const kmOn = (shapes: readonly Geometry[]): number => {
    const marked = costSurface(grid, box, withFactor(shapes, 2))
    return marked ? kmThrough(marked, path) : 0
  }
  return {
    kind: 'spur',
    to,
    reference: join?.kind === 'edge' ? (factsOf(world.graph.network, join.edge)?.reference ?? null) : null,
    path,
    straight: straightPath(surface, from, to, classes),
    classes,
    protectedKm: kmOn(asked.protectedLand),
    waterKm: kmOn(asked.water),
  }
}

/** Kilometres of the path in marked cells: each step half in the cell that it leaves and half in the one that it enters. */
function kmThrough({ west, south, cellDeg, width, penalty }: CostSurface, { line }: SpurPath): number {
  const shareAt = ([lon, lat]: Position): number => {
    const cell = Math.round((lat - south) / cellDeg) * width + Math.round((lon - west) / cellDeg)
    return (penalty[cell] ?? 1) > 1 ? 0.5 : 0
  }
  return line.reduce((sum, here, at) => {
    const before = line[at - 1]
    return before ? sum + (shareAt(before) + shareAt(here)) * (distanceM(before, here) / 1000) : sum
  }, 0)
}
