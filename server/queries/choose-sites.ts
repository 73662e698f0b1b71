/** Where 1 to 5 plants or dry ports should stand to serve the deposits at least cost. */
import { labelPoint } from '#geodata/spatial/label-point.ts'
import { UNITS } from './critical-edges.ts'
import { lineOf, originsOf, resolvePlaces, textOf } from './network-origins.ts'
import { conditionsOf, type ResolvedPlace, resolvePlace } from './network-question.ts'
import type { Context, Query } from './query.ts'

const MOST_CANDIDATES = 100

export const chooseSites: Query<'chooseSites'> = async ({ query }, context) => {
  const {
    by,
    modes,
    month,
    transit,
    set,
    close,
    links,
    changes,
    candidates: asked,
    standing: standingAsked,
    count,
    market,
    yield: share,
    ...origins
  } = query
  const conditions = conditionsOf({ by, modes, month, transit, set, close, status: links, changes })
  const [from, free, standing, end] = await Promise.all([
    originsOf(origins, context),
    asked ? resolvePlaces(asked, 'candidates', context) : zones(context),
    resolvePlaces(standingAsked ?? [], 'standing', context),
    market ? resolvePlace(market, 'market', context) : null,
  ])
  const candidates = [...standing, ...free]
  const input = {
    from,
    candidates,
    standing: standing.map((_, index) => index),
    count: count ?? 1,
    market: end,
    yield: share ?? 1,
    conditions,
  }
  const { siting, before, weights, networkVersion } = await context.graph.ask('siteFor', input, context.signal)
  const open = [...input.standing, ...siting.sites]
  return {
    by: conditions.by,
    unit: UNITS[conditions.by],
    sites: open.flatMap((site) => {
      const place = candidates[site]
      const serves = siting.servedBy.filter((one) => one === site).length
      return place ? [{ ...lineOf(place), isStanding: site < standing.length, serves }] : []
    }),
    total: siting.total,
    totalBefore: before,
    method: siting.method,
    gap: siting.gap,
    deposits: from.map((place, index) => {
      const site = siting.servedBy[index] ?? null
      const served = site === null ? undefined : candidates[site]
      return {
        ...lineOf(place),
        site: served ? textOf(served) : null,
        weight: site === null ? null : (weights[index]?.[site] ?? null),
      }
    }),
    candidates: candidates.length,
    networkVersion,
  }
}

/** Zones of the atlas with a place. */
async function zones({ storage }: Context): Promise<ResolvedPlace[]> {
  const features = await storage.features('zones', { limit: MOST_CANDIDATES })
  return features.flatMap(({ id, geometry, properties }) =>
    geometry
      ? [
          {
            ref: `zones/${id}`,
            position: labelPoint(geometry),
            name: properties.name,
            isDistrictLevel: properties.geometryQuality === 'district',
          },
        ]
      : [],
  )
}
