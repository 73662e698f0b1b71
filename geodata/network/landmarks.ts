/**
 * Landmarks: nodes at the rim of a network's core whose distances to and from all others are known, so that the triangle
 * law gives a least distance between any two. Reckoned once on the default rates with everything open that may ever be
 * open; closing only lengthens ways, and other rates are met by scaling the bound with the least ratio of new to old.
 */
import type { Hierarchy } from './hierarchy.ts'
import type { ArcRows } from './routing-graph.ts'
import type { Seed } from './seed.ts'
import type { BoundMaker, LowerBound } from './shortest-path.ts'
import { shortestTree } from './shortest-tree.ts'
import { type EdgeTerms, WayWeights } from './way-weights.ts'

export interface Landmarks {
  /** The terms under which the distances hold. */
  terms: EdgeTerms
  count: number
  /** From landmark l to core node n at `n * HOW_MANY + l` (one node's figures lie together), and back; Infinity where no way leads. */
  from: Float64Array
  to: Float64Array
}

const HOW_MANY = 16
/** A bound uses the landmarks that are best for its two ends. */
const USED = 6
/** Bounds give way by more than sums of weights round. */
const SLACK = 1e-9

/**
 * Farthest-first: each landmark is the core node farthest from those before it, among the candidates (the nodes of one
 * country: landmarks overseas bound little). `candidates[node]` is 1 for a candidate. `terms.byEdge` must be null.
 */
export function findLandmarks(hierarchy: Hierarchy, terms: EdgeTerms, candidates: Uint8Array): Landmarks {
  const { core, coreStart, nodeOf } = hierarchy
  const { nodeCount } = core
  const ways = new WayWeights(hierarchy)
  ways.begin(terms)
  const weights = ways.all()
  const tree = (rows: ArcRows, node: number) =>
    shortestTree({ rows, weights, seeds: [{ node, weight: 0 }], nodeCount }).distance
  const inCore = Uint8Array.from({ length: nodeCount }, (_, node) => candidates[nodeOf[coreStart + node] ?? 0] ?? 0)
  const landmarks = {
    terms,
    count: inCore.includes(1) ? HOW_MANY : 0,
    from: new Float64Array(HOW_MANY * nodeCount),
    to: new Float64Array(HOW_MANY * nodeCount),
  }
  if (landmarks.count === 0) return landmarks
  const nearest = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  let next = farthest(tree(core.out, inCore.indexOf(1)), inCore)
  for (let l = 0; l < HOW_MANY; l++) {
    const [away, back] = [tree(core.out, next), tree(core.in, next)]
    for (let node = 0; node < nodeCount; node++) {
      const distance = away[node] ?? Number.POSITIVE_INFINITY
      landmarks.from[node * HOW_MANY + l] = distance
      landmarks.to[node * HOW_MANY + l] = back[node] ?? Number.POSITIVE_INFINITY
      nearest[node] = Math.min(nearest[node] ?? 0, distance)
    }
    next = farthest(nearest, inCore)
  }
  return landmarks
}

function farthest(distance: Float64Array, candidates: Uint8Array): number {
  let [best, most] = [Math.max(0, candidates.indexOf(1)), -1]
  for (let node = 0; node < distance.length; node++) {
    const here = distance[node] ?? Number.POSITIVE_INFINITY
    if (candidates[node] === 1 && here !== Number.POSITIVE_INFINITY && here > most) [best, most] = [node, here]
  }
  return best
}

/** The least ratio of new to old weights of any kind of edge; 0 where nothing is known of the new ones. */
export function leastRatio(before: EdgeTerms, now: EdgeTerms): number {
  let ratio = Number.POSITIVE_INFINITY
  for (const part of ['perKm', 'once'] as const)
    for (const [kind, old] of before[part].entries()) {
      const fresh = now[part][kind] ?? 0
      if (old > 0 && old < Number.POSITIVE_INFINITY && fresh < ratio * old) ratio = fresh / old
    }
  return ratio === Number.POSITIVE_INFINITY ? 0 : ratio
}

/** Bounds under terms that are at least `ratio` times the landmarks' own. */
export function boundsFrom(landmarks: Landmarks, ratio: number): BoundMaker {
  const scale = ratio * (1 - SLACK)
  return (sources, targets) => {
    const all = Array.from({ length: landmarks.count }, (_, l) => sightOf(landmarks, { l, scale, targets }))
    const gain = (sight: Sight): number =>
      Math.max(0, ...sources.map(({ node }) => boundOf(landmarks, [sight], scale, node)))
    const best = all.map((sight) => ({ sight, gain: gain(sight) })).sort((a, b) => b.gain - a.gain)
    return boundBy(
      landmarks,
      best.slice(0, USED).map(({ sight }) => sight),
      scale,
    )
  }
}

/** What one landmark sees of the targets: the nearest of them from it, and the least that is left of a way to it. */
interface Sight {
  l: number
  ahead: number
  behind: number
}

function sightOf(
  { from, to }: Landmarks,
  { l, scale, targets }: { l: number; scale: number; targets: readonly Seed[] },
): Sight {
  let [ahead, behind] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { node, weight } of targets) {
    ahead = Math.min(ahead, scale * (from[node * HOW_MANY + l] ?? 0) + weight)
    behind = Math.min(behind, weight - scale * (to[node * HOW_MANY + l] ?? 0))
  }
  return { l, ahead, behind }
}

function boundBy(landmarks: Landmarks, sights: readonly Sight[], scale: number): LowerBound {
  return (node) => boundOf(landmarks, sights, scale, node)
}

function boundOf({ from, to }: Landmarks, sights: readonly Sight[], scale: number, node: number): number {
  let bound = 0
  for (const { l, ahead, behind } of sights) {
    const there = ahead - scale * (from[node * HOW_MANY + l] ?? 0)
    const back = behind + scale * (to[node * HOW_MANY + l] ?? 0)
    // NaN (Infinity less Infinity) says nothing, and no comparison with it holds.
    if (there > bound) bound = there
    if (back > bound) bound = back
  }
  return bound
}
