/**
 * Landmarks: nodes at the rim of the network whose distances to and from all others are known, so that the triangle law
 * gives a least distance between any two. Reckoned once on the default rates with everything open that may ever be open;
 * closing only lengthens ways, and lower rates are met by scaling the bound with the least ratio of new to old.
 */

import type { RoutingGraph } from './routing-graph.ts'
import type { LowerBound, Seed } from './shortest-path.ts'
import { shortestTree } from './shortest-tree.ts'
import type { Weighting } from './weighting.ts'

/** Weights of a kilometre and once, by kind of edge. */
export type Terms = Pick<Weighting, 'perKm' | 'once'>

export interface Landmarks {
  /** The terms under which the distances hold. */
  terms: Terms
  nodes: number[]
  /** From landmark l to node n at `n * HOW_MANY + l` (one node's figures lie together), and back; Infinity where no way leads. */
  from: Float64Array
  to: Float64Array
}

const HOW_MANY = 16
/** A bound uses the landmarks that are best for its two ends. */
const USED = 6
/** Bounds give way by more than sums of weights round. */
const SLACK = 1e-9

/**
 * Farthest-first: each landmark is the node farthest from those before it, among the candidates (the nodes of one country:
 * landmarks overseas bound little). `candidates[node]` is 1 for a candidate.
 */
export function findLandmarks(graph: RoutingGraph, weighting: Weighting, candidates: Uint8Array): Landmarks {
  const { weights } = weighting
  const { nodeCount } = graph
  const nearest = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const from = new Float64Array(HOW_MANY * nodeCount)
  const to = new Float64Array(HOW_MANY * nodeCount)
  const nodes: number[] = []
  const tree = (rows: RoutingGraph['out'], node: number) =>
    shortestTree({ rows, weights, seeds: [{ node, weight: 0 }], nodeCount }).distance
  let next = farthest(tree(graph.out, Math.max(0, candidates.indexOf(1))), candidates)
  for (let l = 0; l < HOW_MANY; l++) {
    const [away, back] = [tree(graph.out, next), tree(graph.in, next)]
    for (let node = 0; node < nodeCount; node++) {
      from[node * HOW_MANY + l] = away[node] ?? Number.POSITIVE_INFINITY
      to[node * HOW_MANY + l] = back[node] ?? Number.POSITIVE_INFINITY
    }
    nodes.push(next)
    for (let node = 0; node < nodeCount; node++)
      nearest[node] = Math.min(nearest[node] ?? 0, away[node] ?? Number.POSITIVE_INFINITY)
    next = farthest(nearest, candidates)
  }
  return { terms: weighting, nodes, from, to }
}

function farthest(distance: Float64Array, candidates: Uint8Array): number {
  let [best, most] = [Math.max(0, candidates.indexOf(1)), -1]
  for (let node = 0; node < distance.length; node++) {
    const here = distance[node] ?? Number.POSITIVE_INFINITY
    if (candidates[node] === 1 && here !== Number.POSITIVE_INFINITY && here > most) [best, most] = [node, here]
  }
  return best
}

/** The least ratio of new to old weights of any kind of edge: 1 where nothing became lighter. */
export function leastRatio(before: Terms, now: Terms): number {
  let ratio = 1
  for (const part of ['perKm', 'once'] as const)
    for (const [kind, old] of before[part].entries()) {
      const fresh = now[part][kind] ?? 0
      if (fresh < ratio * old) ratio = fresh / old
    }
  return ratio
}

/** A bound towards the targets; `ratio` as `leastRatio` gives it. */
export function boundTowards(
  { from, to, nodes }: Landmarks,
  { sources, targets, ratio }: { sources: readonly Seed[]; targets: readonly Seed[]; ratio: number },
): LowerBound {
  const scale = ratio * (1 - SLACK)
  const between = (l: number, node: number, target: number): number => {
    const [here, there] = [node * HOW_MANY + l, target * HOW_MANY + l]
    const ahead = (from[there] ?? 0) - (from[here] ?? 0)
    const behind = (to[here] ?? 0) - (to[there] ?? 0)
    // NaN (Infinity less Infinity) says nothing; Infinity alone means that no way leads there.
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
      least = Math.min(least, bound * scale + target.weight)
    }
    // Infinity: not even the open network leads there.
    return targets.length === 0 ? 0 : least
  }
}
