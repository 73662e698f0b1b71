/** Which edges of the network cost the deposits most if they are lost, and how many ways each deposit has. */
import type { Criterion } from '#geodata/contract/logistics.ts'
import { lineOf, originsOf, resolvePlaces, textOf } from './network-origins.ts'
import { conditionsOf } from './network-question.ts'
import type { Query } from './query.ts'

const LISTED = 100
/** Unit of a sum over one tonne of each deposit. */
export const UNITS: Readonly<Record<Criterion, string>> = {
  cost: 'USD/t',
  time: 'h',
  distance: 'km',
  co2: 'kg CO₂/t',
  mix: 'USD/t',
}

export const criticalEdges: Query<'criticalEdges'> = async ({ query }, context) => {
  const { to, by, modes, month, transit, set, close, links, changes, limit, ...origins } = query
  const conditions = conditionsOf({ by, modes, month, transit, set, close, status: links, changes })
  const [from, destinations] = await Promise.all([originsOf(origins, context), resolvePlaces(to, 'to', context)])
  const asked = { from, to: destinations, conditions, limit: limit ?? LISTED }
  const ranked = await context.graph.ask('rankLosses', asked, context.signal)
  return {
    by: conditions.by,
    unit: UNITS[conditions.by],
    edges: ranked.edges.map(({ cutOff, line, ...edge }) => ({
      ...edge,
      cutOff: cutOff.flatMap((index) => (from[index] ? [textOf(from[index])] : [])),
      geometry: { type: 'LineString' as const, coordinates: line },
    })),
    tried: ranked.tried,
    deposits: from.map((place, index) => ({ ...lineOf(place), ways: 0, hasAccess: false, ...ranked.deposits[index] })),
    networkVersion: ranked.networkVersion,
  }
}
