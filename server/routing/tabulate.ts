/** Tables of ways: every origin to every destination, and what the loss of each edge would cost. */
import type { Position } from '#geodata/contract/geo.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Foothold } from '#geodata/network/access.ts'
import { lossesOf } from '#geodata/network/criticality.ts'
import { type MatrixCell, matrixOf } from '#geodata/network/matrix.ts'
import { measureTable } from '#geodata/network/measure.ts'
import { growDestinationTree, readWay } from '#geodata/network/nearest-destination.ts'
import { MODES } from '#geodata/network/network.ts'
import { edgeDisjointWays } from '#geodata/network/redundancy.ts'
import { factsOf } from '#geodata/network/routing-graph.ts'
import { shapeOf } from '#geodata/network/stretches.ts'
import {
  type AskedConditions,
  type AskedPlace,
  footholdsOf,
  holdTogether,
  type RoutingWorld,
  settingOf,
} from './routing-world.ts'

export interface AskedTable {
  from: AskedPlace[]
  to: AskedPlace[]
  conditions: AskedConditions
}

export function tabulate(
  world: RoutingWorld,
  { from, to, conditions }: AskedTable,
): { cells: (MatrixCell | null)[][]; networkVersion: string } {
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const open = settingOf(world, conditions)
  const inside = settingOf(world, conditions, { stayInside: true })
  const destinations = to.map((place) => {
    const footholds = footholdsOf(world, place, conditions.modes)
    return {
      footholds,
      weighting: staysInside(world, conditions, [footholds, ...origins]) ? inside.weighting : open.weighting,
    }
  })
  const cells = matrixOf(
    measureTable(world.graph, open.tariffs, conditions.applied?.speedFactor),
    origins,
    destinations,
  )
  return { cells, networkVersion: world.graph.network.version }
}

/** An origin that joins nothing decides nothing; of many origins, most decide. */
export function staysInside(
  world: RoutingWorld,
  { transit }: AskedConditions,
  [end = [], ...origins]: readonly (readonly Foothold[])[],
): boolean {
  if (transit === 'allow') return false
  const joined = origins.filter(({ length }) => length > 0)
  return joined.filter((origin) => holdTogether(world, [origin, end])).length > joined.length / 2
}

export interface EdgeLoss {
  reference: string | null
  name: LocalName | null
  mode: string
  lengthKm: number
  extra: number
  affected: number
  /** Positions in the list of origins. */
  cutOff: number[]
  line: Position[]
}

const MOST_WAYS = 4

export function rankLosses(world: RoutingWorld, { from, to, conditions, limit }: AskedTable & { limit: number }) {
  const { graph } = world
  const origins = from.map((place) => footholdsOf(world, place, conditions.modes))
  const ends = to.map((place) => footholdsOf(world, place, conditions.modes))
  const stayInside = ends.every((end) => staysInside(world, conditions, [end, ...origins]))
  const { weighting } = settingOf(world, conditions, { stayInside })
  const grown = growDestinationTree(graph, weighting, ends)
  const losses = lossesOf(grown, origins)
  const destinations = new Set(grown.seeds.map(({ node }) => node))
  return {
    tried: losses.length,
    edges: losses.slice(0, limit).map(({ edge, extra, affected, cutOff }): EdgeLoss => {
      const facts = factsOf(graph.network, edge)
      const mode = MODES[graph.network.edgeMode[edge] ?? 0] ?? 'road'
      const about = {
        reference: facts?.reference ?? null,
        name: facts?.name ?? null,
        mode,
        lengthKm: graph.edgeKm[edge] ?? 0,
      }
      return { ...about, extra, affected, cutOff, line: shapeOf(graph, edge) }
    }),
    deposits: origins.map((origin) => ({
      hasAccess: readWay(grown, origin) !== null,
      ways: edgeDisjointWays(graph, weighting, origin, { destinations, guide: grown.tree.distance, most: MOST_WAYS }),
    })),
    networkVersion: graph.network.version,
  }
}
