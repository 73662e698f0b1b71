/** The answer of `planRoute` written as JSON where it is reckoned: a line of some thousand positions is never copied to the main thread as values. */
import type { Output } from '#geodata/contract/endpoints.ts'
import type { Gap } from './explain-gap.ts'
import { type AskedRoute, planRoute } from './plan-route.ts'
import type { RoutingWorld } from './routing-world.ts'

export type WrittenRoute = { kind: 'routes'; json: Uint8Array } | { kind: 'no-route'; gap: Gap }

export function writeRoute(world: RoutingWorld, asked: AskedRoute): WrittenRoute {
  const planned = planRoute(world, asked)
  if (planned.kind === 'no-route') return planned
  const { routes, assumptions, networkVersion } = planned
  const answer: Output<'planRoute'> = { routes, by: asked.conditions.by, assumptions, networkVersion }
  return { kind: 'routes', json: new TextEncoder().encode(JSON.stringify(answer)) }
}
