/** The best way and others between two places, told as journeys; where there is none, what stands between. */
import type { Assumption, Route } from '#geodata/contract/logistics.ts'
import { findAlternatives } from '#geodata/network/find-route.ts'
import { type End, itineraryOf } from '#geodata/network/itinerary.ts'
import type { Conditions } from '#geodata/network/weighting.ts'
import { explainGap, type Gap } from './explain-gap.ts'
import {
  type AskedConditions,
  type AskedPlace,
  footholdsOf,
  holdTogether,
  landmarksFor,
  type RoutingWorld,
  settingOf,
} from './routing-world.ts'

export interface AskedRoute {
  from: AskedPlace & End
  to: AskedPlace & End
  conditions: AskedConditions
  alternatives: number
}

export type PlannedRoute =
  | { kind: 'routes'; routes: Route[]; assumptions: Assumption[]; networkVersion: string }
  | { kind: 'no-route'; gap: Gap }

export function planRoute(
  world: RoutingWorld,
  { from, to, conditions, alternatives }: AskedRoute,
  changes: Partial<Conditions> | null = null,
): PlannedRoute {
  const { graph, finder } = world
  const ends = { from: footholdsOf(world, from, conditions.modes), to: footholdsOf(world, to, conditions.modes) }
  const stayInside = conditions.transit === 'avoid' && holdTogether(world, [ends.from, ends.to])
  const setting = settingOf(world, conditions, { ...changes, stayInside })
  // Landmarks know neither drawn lines nor quicker stretches.
  const guided = changes === null ? { landmarks: landmarksFor(world, conditions.by) } : {}
  const paths = findAlternatives({ graph, weighting: setting.weighting, finder, ...ends, ...guided }, alternatives)
  if (paths.length === 0) return { kind: 'no-route', gap: explainGap(world, conditions, ends) }
  const speed = changes?.speedFactor ? { speedFactor: changes.speedFactor } : {}
  const routes = paths.map((path) => itineraryOf({ graph, tariffs: setting.tariffs, path, from, to, ...speed }))
  return {
    kind: 'routes',
    routes,
    assumptions: [...setting.assumptions.values()],
    networkVersion: graph.network.version,
  }
}
