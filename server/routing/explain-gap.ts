/** Why no way exists: an end too far from any road, or two parts of the network and the shortest distance between them; and which condition would open a way. */
import Flatbush from 'flatbush'
import type { Position } from '#geodata/contract/geo.ts'
import { ROUTE_MODES } from '#geodata/contract/logistics.ts'
import { type Foothold, seedsOf } from '#geodata/network/access.ts'
import { findRoute } from '#geodata/network/find-route.ts'
import { shortestTree } from '#geodata/network/shortest-tree.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { type AskedConditions, type RoutingWorld, settingOf } from './routing-world.ts'

export interface Gap {
  /** The end that joins no part of the network, or null where both do. */
  unjoined: 'from' | 'to' | null
  /** Between what the origin reaches and what reaches the destination. */
  between: { from: Position; to: Position; km: number } | null
  /** Conditions each of which, let go, opens a way. */
  openedBy: ('modes' | 'month' | 'status' | 'close')[]
}

interface Ends {
  from: readonly Foothold[]
  to: readonly Foothold[]
}

export function explainGap(world: RoutingWorld, asked: AskedConditions, ends: Ends): Gap {
  if (ends.from.length === 0) return { unjoined: 'from', between: null, openedBy: [] }
  if (ends.to.length === 0) return { unjoined: 'to', between: null, openedBy: [] }
  return { unjoined: null, between: nearestParts(world, asked, ends), openedBy: openedBy(world, asked, ends) }
}

function openedBy(world: RoutingWorld, asked: AskedConditions, ends: Ends): Gap['openedBy'] {
  const relaxed: Record<Gap['openedBy'][number], Partial<AskedConditions>> = {
    modes: { modes: [...ROUTE_MODES] },
    month: { month: null },
    status: { statuses: ['operational', 'under_construction', 'planned', 'stalled'] },
    close: { closedReferences: [] },
  }
  const { graph, finder } = world
  return (Object.keys(relaxed) as (keyof typeof relaxed)[]).filter((name) => {
    const { weighting } = settingOf(world, { ...asked, ...relaxed[name] })
    return findRoute({ graph, weighting, finder, ...ends }) !== null
  })
}

function nearestParts(world: RoutingWorld, asked: AskedConditions, { from, to }: Ends): Gap['between'] {
  const { graph } = world
  const { weighting } = settingOf(world, asked)
  const common = { weights: weighting.weights, nodeCount: graph.nodeCount }
  const ahead = shortestTree({ ...common, rows: graph.out, seeds: seedsOf(graph, weighting, from, 'out').seeds }).order
  const behind = shortestTree({ ...common, rows: graph.in, seeds: seedsOf(graph, weighting, to, 'in').seeds }).order
  if (ahead.length === 0 || behind.length === 0) return null
  const [few, many] = ahead.length < behind.length ? [ahead, behind] : [behind, ahead]
  const at = (node: number): Position => [graph.network.nodeLon[node] ?? 0, graph.network.nodeLat[node] ?? 0]
  const index = new Flatbush(many.length)
  for (const node of many) index.add(...at(node))
  index.finish()
  let best: { a: Position; b: Position; km: number } | null = null
  // A sample bounds the work; the parts in question are small or far apart.
  const step = Math.max(1, Math.floor(few.length / 20_000))
  for (let i = 0; i < few.length; i += step) {
    const a = at(few[i] ?? 0)
    const [nearest] = index.neighbors(a[0], a[1], 1)
    const b = nearest === undefined ? a : at(many[nearest] ?? 0)
    const km = distanceM(a, b) / 1000
    if (!best || km < best.km) best = { a, b, km }
  }
  if (!best) return null
  return few === ahead ? { from: best.a, to: best.b, km: best.km } : { from: best.b, to: best.a, km: best.km }
}
