/** Baseline beside scenario: each deposit's way to the cheapest of the destinations, before and after the changes. */
import type { Change } from '#geodata/contract/scenario.ts'
import type { Berth } from '#geodata/economics/vehicles.ts'
import { type Measure, measureOf, measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import { type Applied, applyChanges } from '#geodata/scenario/apply-changes.ts'
import { createRoutingWorld, footholdsOf, type RoutingWorld, settingOf } from './routing-world.ts'
import { type AskedTable, staysInside } from './tabulate.ts'

export interface AskedScenario extends AskedTable {
  changes: Change[]
}

export interface OutcomeOfOne {
  /** Position in the list of destinations. */
  destination: number
  measure: Measure
  /** Names the way: equal texts, equal way. */
  way: string
}

export interface Outcome {
  effects: Applied['effects']
  before: (OutcomeOfOne | null)[]
  after: (OutcomeOfOne | null)[]
  networkVersion: string
}

export function runScenario(world: RoutingWorld, { changes, ...asked }: AskedScenario): Outcome {
  const berths: ReadonlyMap<string, Berth> = world.berths
  const applied = applyChanges({ graph: world.graph, berths, assumptions: world.assumptions }, changes)
  const hasOwnGraph = applied.graph !== world.graph
  const changed: RoutingWorld = hasOwnGraph
    ? createRoutingWorld(applied.graph.network, berths, applied.assumptions, applied.graph)
    : { ...world, assumptions: applied.assumptions }
  return {
    effects: applied.effects,
    before: outcomes(world, asked, {}),
    after: outcomes(changed, asked, applied.conditions),
    networkVersion: world.graph.network.version,
  }
}

function outcomes(
  world: RoutingWorld,
  { from, to, conditions }: AskedTable,
  changes: Partial<Applied['conditions']>,
): (OutcomeOfOne | null)[] {
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const ends = to.map((place) => footholdsOf(world, place, conditions.modes))
  const stayInside = ends.every((end) => staysInside(world, conditions, [end, ...origins]))
  const setting = settingOf(world, conditions, { ...changes, stayInside })
  const grown = growDestinationTree(world.graph, setting.weighting, ends)
  const table = measureTable(world.graph, setting.tariffs, changes.speedFactor)
  return origins.map((origin) => {
    const way = readWay(grown, origin)
    return way && { destination: way.destination, measure: measureOf(table, way.path), way: way.path.edges.join() }
  })
}
