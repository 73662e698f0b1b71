/** Baseline beside scenario: each deposit's way to the cheapest of the destinations, before and after the changes. */
import type { Change } from '#geodata/contract/scenario.ts'
import { type Measure, measureOf, measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import type { Applied } from '#geodata/scenario/apply-changes.ts'
import { changedWorld, type TouchedEffect } from './changed-world.ts'
import { footholdsOf, type RoutingWorld, settingOf } from './routing-world.ts'
import { type AskedTable, staysInside } from './tabulate.ts'
import { type UsedWay, waysUsed } from './ways-used.ts'

export interface AskedScenario extends AskedTable {
  changes: Change[]
  withWays: boolean
}

export interface OutcomeOfOne {
  /** Position in the list of destinations. */
  destination: number
  measure: Measure
  /** Names the way: equal texts, equal way. */
  way: string
}

interface PathOfOne extends Omit<OutcomeOfOne, 'way'> {
  edges: readonly number[]
}

export interface Outcome {
  effects: TouchedEffect[]
  before: (OutcomeOfOne | null)[]
  after: (OutcomeOfOne | null)[]
  ways: Record<'before' | 'after', UsedWay[]> | null
  networkVersion: string
}

export function runScenario(world: RoutingWorld, { changes, withWays, ...asked }: AskedScenario): Outcome {
  const changed = changedWorld(world, changes)
  const [before, after] = [outcomes(world, asked, {}), outcomes(changed.world, asked, changed.conditions)]
  return {
    effects: changed.effects,
    before: before.map(told),
    after: after.map(told),
    ways: withWays ? { before: waysUsed(world.graph, before), after: waysUsed(changed.world.graph, after) } : null,
    networkVersion: world.graph.network.version,
  }
}

function outcomes(
  world: RoutingWorld,
  { from, to, conditions }: AskedTable,
  changes: Partial<Applied['conditions']>,
): (PathOfOne | null)[] {
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const ends = to.map((place) => footholdsOf(world, place, conditions.modes))
  const stayInside = ends.every((end) => staysInside(world, conditions, [end, ...origins]))
  const setting = settingOf(world, conditions, { ...changes, stayInside })
  const grown = growDestinationTree(world.graph, setting.weighting, ends)
  const table = measureTable(world.graph, setting.tariffs, changes.speedFactor)
  return origins.map((origin) => {
    const way = readWay(grown, origin)
    return way && { destination: way.destination, measure: measureOf(table, way.path), edges: way.path.edges }
  })
}

function told(one: PathOfOne | null): OutcomeOfOne | null {
  return one && { destination: one.destination, measure: one.measure, way: one.edges.join() }
}
