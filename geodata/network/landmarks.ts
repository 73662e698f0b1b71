/**
 * Landmarks: nodes at the rim of the network whose distances to and from all others are known, so that the triangle law
 * gives a least distance between any two. Reckoned once on the default rates with everything open that may ever be open;
 * closing only lengthens ways, and lower rates are met by scaling the bound with the least ratio of new to old.
 */

import type { RoutingGraph } from './routing-graph.ts'
import type { LowerBound, Seed } from './shortest-path.ts'
import { shortestTree } from './shortest-tree.ts'

export interface Landmarks {
  /** The weights under which the distances hold. */
  weights: Float64Array
  nodes: number[]
  /** From landmark l to node n at `l * nodeCount + n`, and from the node to the landmark; Infinity where there is no way. */
  from: Float64Array
  to: Float64Array
}

const HOW_MANY = 10
/** A bound uses the landmarks that are best for its two ends. */
const USED = 4
/** Bounds give way by more than sums of weights round. */
const SLACK = 1e-9

/** Farthest-first: each landmark is the node farthest from those before it, among what `start` reaches. */
export function findLandmarks(graph: RoutingGraph, weights: Float64Array, start: number): Landmarks {
  const { nodeCount } = graph
  const nearest = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const from = new Float64Array(HOW_MANY * nodeCount)
  const to = new Float64Array(HOW_MANY * nodeCount)
  const nodes: number[] = []
  let next = farthest(
    shortestTree({ rows: graph.out, weights, seeds: [{ node: start, weight: 0 }], nodeCount }).distance,
  )
  for (let l = 0; l < HOW_MANY; l++) {
    const seeds: Seed[] = [{ node: next, weight: 0 }]
    const away = shortestTree({ rows: graph.out, weights, seeds, nodeCount }).distance
    from.set(away, l * nodeCount)
    to.set(shortestTree({ rows: graph.in, weights, seeds, nodeCount }).distance, l * nodeCount)
    nodes.push(next)
    for (let node = 0; node < nodeCount; node++)
      nearest[node] = Math.min(nearest[node] ?? 0, away[node] ?? Number.POSITIVE_INFINITY)
    next = farthest(nearest)
  }
  return { weights, nodes, from, to }
}

function farthest(distance: Float64Array): number {
  let best = 0
  for (let node = 0; node < distance.length; node++) {
    const [here = 0, most = 0] = [distance[node], distance[best]]
    if (here !== Number.POSITIVE_INFINITY && (here > most || most === Number.POSITIVE_INFINITY)) best = node
  }
  return best
}

/** The least ratio of new to old weights: 1 where nothing became lighter. */
export function leastRatio(before: Float64Array, now: Float64Array): number {
  let ratio = 1
  for (let edge = 0; edge < before.length; edge++) {
    const [old = 0, fresh = 0] = [before[edge], now[edge]]
    if (fresh < ratio * old) ratio = fresh / old
  }
  return ratio
}

/** A bound towards the targets; `ratio` as `leastRatio` gives it. */
export function boundTowards(
  { from, to, nodes }: Landmarks,
  nodeCount: number,
  { sources, targets, ratio }: { sources: readonly Seed[]; targets: readonly Seed[]; ratio: number },
): LowerBound {
  const scale = ratio * (1 - SLACK)
  const between = (l: number, node: number, target: number): number => {
    const base = l * nodeCount
    const ahead = (from[base + target] ?? 0) - (from[base + node] ?? 0)
    const behind = (to[base + node] ?? 0) - (to[base + target] ?? 0)
    // NaN (Infinity less Infinity) says nothing; Infinity alone means no way, which only `behind` or `ahead` can prove.
    return Math.max(ahead > 0 ? ahead : 0, behind > 0 ? behind : 0)
  }
  const chosen = nodes
    .map((_, l) => ({
      l,
      gain: Math.max(0, ...sources.flatMap((s) => targets.map((t) => between(l, s.node, t.node)))),
    }))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, USED)
    .map(({ l }) => l)
  return (node) => {
    let least = Number.POSITIVE_INFINITY
    for (const target of targets) {
      let bound = 0
      for (const l of chosen) bound = Math.max(bound, between(l, node, target.node))
      least = Math.min(least, finite(bound) * scale + target.weight)
    }
    return least === Number.POSITIVE_INFINITY ? 0 : least
  }
}

/** "No way" under the open network is left to the search to find out: bounds stay finite. */
function finite(bound: number): number {
  return bound === Number.POSITIVE_INFINITY ? 0 : bound
}
