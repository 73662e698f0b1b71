/** Where sites should stand, and which link should be built next. */
import type { Position } from '#geodata/contract/geo.ts'
import { seedsOf } from '#geodata/network/access.ts'
import { appraiserOf, missingLinks, plannedLinks, waysOver } from '#geodata/network/best-links.ts'
import { chooseSites, type Siting } from '#geodata/network/choose-sites.ts'
import { weightOf } from '#geodata/network/impedance.ts'
import { matrixOf } from '#geodata/network/matrix.ts'
import { measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import { shapeOf } from '#geodata/network/stretches.ts'
import { weightingOf } from '#geodata/network/weighting.ts'
import { type AskedConditions, type AskedPlace, footholdsOf, type RoutingWorld, settingOf } from './routing-world.ts'
import { type AskedTable, staysInside } from './tabulate.ts'

export interface AskedSites {
  from: AskedPlace[]
  candidates: AskedPlace[]
  /** Positions in `candidates`. */
  standing: number[]
  count: number
  market: AskedPlace | null
  yield: number
  conditions: AskedConditions
}

export function siteFor(
  world: RoutingWorld,
  { from, candidates, standing, count, market, yield: share, conditions }: AskedSites,
) {
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const sites = candidates.map((place) => footholdsOf(world, place, conditions.modes))
  const ends = market ? [footholdsOf(world, market, conditions.modes)] : []
  const { tariffs, weighting } = settingOf(world, conditions, { stayInside: conditions.transit === 'avoid' })
  const onward = ends.map((footholds) =>
    growDestinationTree(
      world.graph,
      settingOf(world, conditions, { stayInside: staysInside(world, conditions, [footholds, ...sites]) }).weighting,
      [footholds],
    ),
  )
  const after = sites.map((site) =>
    onward.reduce((sum, grown) => sum + share * (readWay(grown, site)?.path.weight ?? Number.POSITIVE_INFINITY), 0),
  )
  const cells = matrixOf(
    measureTable(world.graph, tariffs, conditions.applied?.speedFactor),
    origins,
    sites.map((footholds) => ({ footholds, weighting })),
  )
  const cost = cells.map((row) =>
    row.map((cell, site) => (cell?.weight ?? Number.POSITIVE_INFINITY) + (after[site] ?? 0)),
  )
  const question = { cost, demand: from.map(() => 1), standing }
  const siting: Siting = chooseSites({ ...question, count })
  const before = standing.length > 0 ? chooseSites({ ...question, count: 0 }).total : null
  return { siting, before, weights: cost, networkVersion: world.graph.network.version }
}

export interface RankedLink {
  kind: 'planned' | 'missing'
  reference: string | null
  km: number
  saving: number
  gained: number
  lines: Position[][]
}

const MOST_PLANNED = 60
const MOST_MISSING = 25
const ROAD_DETOUR = 1.3

export function rankLinks(world: RoutingWorld, { from, to, conditions, limit }: AskedTable & { limit: number }) {
  const { graph } = world
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const ends = to.map((place) => footholdsOf(world, place, conditions.modes))
  const stayInside = ends.every((end) => staysInside(world, conditions, [end, ...origins]))
  const setting = settingOf(world, conditions, { stayInside })
  const grown = growDestinationTree(graph, setting.weighting, ends)
  const appraise = appraiserOf(grown, origins)
  const links = plannedLinks(graph).slice(0, MOST_PLANNED)
  const planned = links.map(({ reference, edges, km }): RankedLink => {
    const openedEdges = Uint8Array.from(setting.conditions.openedEdges ?? new Uint8Array(graph.edgeCount))
    for (const edge of edges) openedEdges[edge] = 1
    const { weights } = weightingOf(graph, setting.tariffs.base, { ...setting.conditions, openedEdges })
    const won = appraise(waysOver(graph, weights, edges))
    return { kind: 'planned', reference, km, ...won, lines: edges.map((edge) => shapeOf(graph, edge)) }
  })
  const kmWeights = settingOf(world, { ...conditions, by: 'distance' }, { stayInside }).weighting.weights
  const starts = origins.flatMap((origin) =>
    seedsOf(graph, setting.weighting, origin, 'out').seeds.map(({ node }) => node),
  )
  const gaps = missingLinks(graph, { tree: grown.tree, kmWeights, starts, most: MOST_MISSING, detour: ROAD_DETOUR })
  const perKm = newRoadPerKm(world, setting)
  const at = (node: number): Position => [graph.network.nodeLon[node] ?? 0, graph.network.nodeLat[node] ?? 0]
  const missing = gaps.map(({ from: a, to: b, km }): RankedLink => {
    const won = appraise([
      { from: a, to: b, weight: km * perKm },
      { from: b, to: a, weight: km * perKm },
    ])
    return { kind: 'missing', reference: null, km, ...won, lines: [[at(a), at(b)]] }
  })
  const all = [...planned, ...missing].filter(({ saving, gained }) => saving > 0 || gained > 0)
  all.sort((a, b) => b.saving / b.km - a.saving / a.km)
  return {
    links: all.slice(0, limit),
    tried: { planned: planned.length, missing: missing.length },
    networkVersion: graph.network.version,
  }
}

/** Weight of a kilometre of a new road: as a paved secondary road in rolling country. */
function newRoadPerKm(
  { graph }: RoutingWorld,
  { weighting, conditions, tariffs }: ReturnType<typeof settingOf>,
): number {
  const like = graph.kinds.findIndex(
    ({ class: kind, terrain, isUnpaved }) => kind === 'secondary' && terrain === 'rolling' && !isUnpaved,
  )
  const passage = tariffs.base.perKm[like]
  // A network without such a road: as access is.
  return passage ? weightOf(conditions.by, 1, passage, tariffs.base.rates) : weighting.accessPerKm
}
