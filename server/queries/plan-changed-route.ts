/** From one place to another under the reader's changes. */
import type { ChangeEffect } from '#geodata/contract/scenario.ts'
import type { TouchedEffect } from '../routing/changed-world.ts'
import { conditionsOf, resolvePlace } from './network-question.ts'
import type { Query } from './query.ts'

export const planChangedRoute: Query<'planChangedRoute'> = async ({ body }, context) => {
  const [from, to] = await Promise.all([resolvePlace(body.from, 'from', context), resolvePlace(body.to, 'to', context)])
  const { by, modes, month, links, changes, alternatives } = body
  const conditions = conditionsOf({ by, modes, month, status: links })
  const asked = { from, to, conditions, alternatives: alternatives ?? 0, changes }
  const { effects, ...planned } = await context.graph.ask('planChangedRoute', asked, context.signal)
  return { by: conditions.by, ...planned, effects: effects.map(effectOf) }
}

export function effectOf({ lines, ...effect }: TouchedEffect): ChangeEffect {
  return { ...effect, geometry: lines && { type: 'MultiLineString', coordinates: lines } }
}
