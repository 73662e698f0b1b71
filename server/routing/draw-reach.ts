/** Areas within budgets, and how many of the points given lie in each. */
import type { Position } from '#geodata/contract/geo.ts'
import { isSeaIn } from '#geodata/network/cost-surface.ts'
import { isWithin, reachField } from '#geodata/network/reach.ts'
import { type Area, areaWithin } from '#geodata/network/reach-area.ts'
import { groundGrid } from './ground.ts'
import { isAtHome } from './home-ground.ts'
import { type AskedConditions, type AskedPlace, footholdsOf, type RoutingWorld, settingOf } from './routing-world.ts'

/** Sides of borders. Provinces come first: the grid of heights has low ground by the coast for sea. */
const [SEA, HOME, ABROAD] = [0, 1, 2]

export interface AskedReach {
  from: AskedPlace[]
  conditions: AskedConditions
  /** Ascending. */
  budgets: number[]
  /** By kind: where something stands, and how much it counts. */
  points: Record<string, { position: Position; amount: number }[]>
}

export interface DrawnReach {
  /** Widest first. */
  areas: { budget: number; area: Area; counts: Record<string, { number: number; amount: number }> }[]
  networkVersion: string
}

export function drawReach(world: RoutingWorld, { from, conditions, budgets, points }: AskedReach): DrawnReach {
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  // Within reach means on this side of the border, unless transit is allowed.
  const setting = settingOf(world, conditions, { stayInside: conditions.transit === 'avoid' })
  const ground = groundGrid()
  const sideOf = (position: Position): number => (isAtHome(position) ? HOME : isSeaIn(ground, position) ? SEA : ABROAD)
  const field = reachField(world.graph, setting.weighting, origins, budgets.at(-1) ?? 0, sideOf)
  const counted = (budget: number) =>
    Object.fromEntries(
      Object.entries(points).map(([kind, all]) => {
        const inside = field ? all.filter(({ position }) => isWithin(field, position, budget)) : []
        return [kind, { number: inside.length, amount: inside.reduce((sum, { amount }) => sum + amount, 0) }]
      }),
    )
  const nothing: Area = { type: 'MultiPolygon', coordinates: [] }
  const areas = budgets
    .toReversed()
    .map((budget) => ({ budget, area: field ? areaWithin(field, budget) : nothing, counts: counted(budget) }))
  return { areas, networkVersion: world.graph.network.version }
}
