/** The network as a set of changes leaves it, and what each change touched, to be drawn. */
import type { Position } from '#geodata/contract/geo.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { factsOf, type RoutingGraph } from '#geodata/network/routing-graph.ts'
import { shapeOf } from '#geodata/network/stretches.ts'
import { type Applied, applyChanges } from '#geodata/scenario/apply-changes.ts'
import { createRoutingWorld, type RoutingWorld } from './routing-world.ts'

export interface TouchedEffect {
  kind: string
  edges: number
  km: number
  /** Of a single stretch. */
  reference: string | null
  /** null where nothing is touched, or more than can be drawn. */
  lines: Position[][] | null
}

export interface ChangedWorld {
  world: RoutingWorld
  conditions: Applied['conditions']
  effects: TouchedEffect[]
}

/** More than this is a picture of everything. */
const MOST_POSITIONS = 40_000

/** The world given is left as it is: drawn lines make one of their own. */
export function changedWorld(world: RoutingWorld, changes: readonly Change[]): ChangedWorld {
  const { berths, assumptions } = world
  const applied = applyChanges({ graph: world.graph, berths, assumptions }, changes)
  const hasOwnGraph = applied.graph !== world.graph
  return {
    world: hasOwnGraph
      ? createRoutingWorld(applied.graph.network, berths, applied.assumptions, applied.graph)
      : { ...world, assumptions: applied.assumptions },
    conditions: applied.conditions,
    effects: applied.effects.map((effect, index) => {
      const edges = applied.touched[index] ?? []
      const [only] = edges
      const isSingle = effect.kind === 'close-edge' && only !== undefined
      const reference = isSingle ? (factsOf(applied.graph.network, only)?.reference ?? null) : null
      return { ...effect, reference, lines: linesOf(applied.graph, edges) }
    }),
  }
}

function linesOf(graph: RoutingGraph, edges: readonly number[]): Position[][] | null {
  const lines = edges.map((edge) => shapeOf(graph, edge)).filter(({ length }) => length > 1)
  const positions = lines.reduce((sum, { length }) => sum + length, 0)
  return positions > 0 && positions <= MOST_POSITIONS ? lines : null
}
