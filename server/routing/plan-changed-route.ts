/** One way under changes; none left is an answer like any other. */
import type { Assumption, Route } from '#geodata/contract/logistics.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { changedWorld, type TouchedEffect } from './changed-world.ts'
import { type AskedRoute, planRoute } from './plan-route.ts'
import type { RoutingWorld } from './routing-world.ts'

export interface PlannedChangedRoute {
  routes: Route[]
  effects: TouchedEffect[]
  assumptions: Assumption[]
  networkVersion: string
}

export function planChangedRoute(
  world: RoutingWorld,
  { changes, ...asked }: AskedRoute & { changes: Change[] },
): PlannedChangedRoute {
  const changed = changedWorld(world, changes)
  const planned = planRoute(changed.world, asked, changed.conditions)
  return {
    routes: planned.kind === 'routes' ? planned.routes : [],
    effects: changed.effects,
    assumptions: [...changed.world.assumptions.values()],
    networkVersion: world.graph.network.version,
  }
}
