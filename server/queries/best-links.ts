/** Planned links and missing connections, by what the deposits would save for each kilometre built. */
import { UNITS } from './critical-edges.ts'
import { originsOf, resolvePlaces } from './network-origins.ts'
import { conditionsOf } from './network-question.ts'
import type { Query } from './query.ts'

const LISTED = 20

export const bestLinks: Query<'bestLinks'> = async ({ query }, context) => {
  const { to, by, modes, month, transit, set, close, links, changes, limit, ...origins } = query
  const conditions = conditionsOf({ by, modes, month, transit, set, close, status: links, changes })
  const [from, destinations] = await Promise.all([originsOf(origins, context), resolvePlaces(to, 'to', context)])
  const asked = { from, to: destinations, conditions, limit: limit ?? LISTED }
  const ranked = await context.graph.ask('rankLinks', asked, context.signal)
  return {
    by: conditions.by,
    unit: UNITS[conditions.by],
    links: ranked.links.map(({ kind, reference, km, saving, gained, lines }) => ({
      kind,
      reference,
      lengthKm: km,
      saving,
      savingPerKm: saving / km,
      gained,
      geometry: { type: 'MultiLineString' as const, coordinates: lines },
    })),
    tried: ranked.tried,
    networkVersion: ranked.networkVersion,
  }
}
