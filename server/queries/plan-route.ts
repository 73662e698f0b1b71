/** From one place to another over the network: the best way and others, or a problem that says which gap is in the way. */
import { Refusal } from '../refusal.ts'
import type { Gap } from '../routing/explain-gap.ts'
import { conditionsOf, type ResolvedPlace, resolvePlace } from './network-question.ts'
import type { WrittenQuery } from './query.ts'
import { WrittenAnswer } from './written-answer.ts'

export const planRoute: WrittenQuery<'planRoute'> = async ({ query }, context) => {
  const [from, to] = await Promise.all([
    resolvePlace(query.from, 'from', context),
    resolvePlace(query.to, 'to', context),
  ])
  const conditions = conditionsOf(query)
  const asked = { from, to, conditions, alternatives: query.alternatives ?? 0 }
  const planned = await context.graph.ask('writeRoute', asked, context.signal)
  if (planned.kind === 'no-route') throw noRoute(planned.gap, { from, to })
  return new WrittenAnswer(planned.json)
}

const LET_GO = {
  modes: { field: 'modes', expected: 'all of road, rail and sea: then there is a way' },
  month: { field: 'month', expected: 'another month, or none: then there is a way' },
  status: { field: 'status', expected: 'links that are planned or being built as well: then there is a way' },
  close: { field: 'close', expected: 'nothing closed: then there is a way' },
} as const

function noRoute({ unjoined, between, openedBy }: Gap, ends: Record<'from' | 'to', ResolvedPlace>): Refusal {
  const faults = openedBy.map((name) => ({ ...LET_GO[name], received: null }))
  if (unjoined) {
    const [lon, lat] = ends[unjoined].position
    return new Refusal('no-route', `Nothing that these modes may use lies near ${lon}, ${lat} (${unjoined}).`, faults)
  }
  if (!between) return new Refusal('no-route', 'No way leads from one to the other under these conditions.', faults)
  const at = ([lon, lat]: readonly [number, number]): string => `${lon.toFixed(4)},${lat.toFixed(4)}`
  return new Refusal(
    'no-route',
    `No way under these conditions: what the origin reaches ends at ${at(between.from)}, ` +
      `${between.km.toFixed(1)} km in a straight line from ${at(between.to)}, whence the destination can be reached.`,
    faults,
  )
}
