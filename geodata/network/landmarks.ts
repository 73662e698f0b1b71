/**
 * Landmarks: nodes at the rim of a network's core whose distances to and from all others are known, so that the triangle
 * law gives a least distance between any two. Reckoned once, under one or two sets of rates, with everything open that may
 * ever be open; closing only lengthens ways, and other rates are met by mixing the sets and scaling by the least ratio of
 * new to old.
 */
import type { Hierarchy } from './hierarchy.ts'
import type { ArcRows } from './routing-graph.ts'
import type { Seed } from './seed.ts'
import type { BoundMaker } from './shortest-path.ts'
import { shortestTree } from './shortest-tree.ts'
import { type EdgeTerms, WayWeights } from './way-weights.ts'

export interface Landmarks {
  /** The terms under which the distances hold, one set or two. */
  terms: readonly EdgeTerms[]
  count: number
  /** Figures of one node, which lie together. */
  row: number
  /** From landmark l to core node n under terms t at `n * row + t * HOW_MANY + l`, and back; Infinity where no way leads. */
  from: Float64Array
  to: Float64Array
}

const HOW_MANY = 16
/** A bound uses the landmarks that are best for its two ends. */
const USED = 6
/** Mixtures tried for one question, and how finely they are told apart. */
const MOST_SHARES = 8
const FINEST_SHARE = 1000
/** Bounds give way by more than sums of weights round. */
const SLACK = 1e-9

/**
 * Farthest-first: each landmark is the core node farthest from those before it, among the candidates (the nodes of one
 * country: landmarks overseas bound little). `candidates[node]` is 1 for a candidate. `byEdge` of the terms must be null.
 */
export function findLandmarks(hierarchy: Hierarchy, terms: readonly EdgeTerms[], candidates: Uint8Array): Landmarks {
  const { core, coreStart, nodeOf } = hierarchy
  const { nodeCount } = core
  const inCore = Uint8Array.from({ length: nodeCount }, (_, node) => candidates[nodeOf[coreStart + node] ?? 0] ?? 0)
  const row = HOW_MANY * terms.length
  const landmarks = {
    ...{ terms, row, count: inCore.includes(1) ? HOW_MANY : 0 },
    from: new Float64Array(row * nodeCount),
    to: new Float64Array(row * nodeCount),
  }
  if (landmarks.count === 0) return landmarks
  const ways = new WayWeights(hierarchy)
  const chosen: number[] = []
  for (const [t, one] of terms.entries()) {
    ways.begin(one)
    const weights = ways.all()
    const tree = (rows: ArcRows, node: number) =>
      shortestTree({ rows, weights, seeds: [{ node, weight: 0 }], nodeCount }).distance
    const nearest = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
    for (let l = 0; l < HOW_MANY; l++) {
      // The first terms choose, the others take the same.
      const node = chosen[l] ?? farthest(l === 0 ? tree(core.out, inCore.indexOf(1)) : nearest, inCore)
      chosen[l] = node
      const away = tree(core.out, node)
      fill(landmarks.from, away, row, t * HOW_MANY + l)
      fill(landmarks.to, tree(core.in, node), row, t * HOW_MANY + l)
      for (const [other, distance] of away.entries()) if (distance < (nearest[other] ?? 0)) nearest[other] = distance
    }
  }
  return landmarks
}

function fill(rows: Float64Array, column: Float64Array, row: number, at: number): void {
  for (let node = 0; node < column.length; node++) rows[node * row + at] = column[node] ?? 0
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
export function leastRatio(before: Pick<EdgeTerms, 'perKm' | 'once'>, now: Pick<EdgeTerms, 'perKm' | 'once'>): number {
  let ratio = Number.POSITIVE_INFINITY
  for (const part of ['perKm', 'once'] as const) {
    const [olds, news] = [before[part], now[part]]
    for (let kind = 0; kind < olds.length; kind++) {
      const [old, fresh] = [olds[kind] ?? 0, news[kind] ?? 0]
      if (old > 0 && old < Number.POSITIVE_INFINITY && fresh < ratio * old) ratio = fresh / old
    }
  }
  return ratio === Number.POSITIVE_INFINITY ? 0 : ratio
}

/** Bounds under terms of which landmarks may know others only: the mixture of theirs that sees the farthest is used. */
export function boundsFrom(landmarks: Landmarks, now: EdgeTerms): BoundMaker {
  const mixtures = mixturesFor(landmarks.terms, now)
  return (sources, targets) => {
    let best: Sight[] = []
    let most = -1
    for (const mixture of mixtures) {
      const sights = sightsOf(landmarks, mixture, sources, targets)
      const gain = sources.reduce((far, { node }) => Math.max(far, boundOf(landmarks, sights, node)), 0)
      if (gain > most) [best, most] = [sights, gain]
    }
    return (node) => boundOf(landmarks, best, node)
  }
}

/** How much of each of the landmarks' terms is taken, so that their sum nowhere exceeds the terms in question. */
type Mixture = readonly { of: number; share: number }[]

/**
 * Weights are linear in rates and least sums of weights are concave: so much of one set of terms and so much of another
 * bound whatever weighs at least the same mixture of both, each edge for itself. Tried are the shares at which some kind
 * of edge is met exactly.
 */
export function mixturesFor(terms: readonly EdgeTerms[], now: EdgeTerms): Mixture[] {
  const [low, high] = terms
  if (!low) return []
  const sharesOfHigh = high ? meetingShares(low, high, now) : [0]
  return sharesOfHigh.map((share) => {
    const scale = (1 - SLACK) * leastRatio(high ? mixed(low, high, share) : low, now)
    const both = [
      { of: 0, share: scale * (1 - share) },
      { of: 1, share: scale * share },
    ]
    // Infinity times nothing would be no number.
    return both.filter((part) => part.share > 0)
  })
}

function meetingShares(low: EdgeTerms, high: EdgeTerms, now: EdgeTerms): number[] {
  const shares = new Set([0, 1])
  for (const [kind, least] of low.perKm.entries()) {
    const share = ((now.perKm[kind] ?? 0) - least) / ((high.perKm[kind] ?? 0) - least)
    if (share > 0 && share < 1) shares.add(Math.floor(share * FINEST_SHARE) / FINEST_SHARE)
    if (shares.size === MOST_SHARES) break
  }
  return [...shares]
}

function mixed(low: EdgeTerms, high: EdgeTerms, share: number): Pick<EdgeTerms, 'perKm' | 'once'> {
  const mix = (part: 'perKm' | 'once'): Float64Array =>
    low[part].map((least, kind) => (1 - share) * least + share * (high[part][kind] ?? 0))
  return { perKm: mix('perKm'), once: mix('once') }
}

/** What one landmark sees of the targets under one of its terms: the nearest of them from it, and the least that is left of a way to it. */
interface Sight {
  share: number
  seen: { at: number; ahead: number; behind: number }[]
}

/** Of each part of a mixture, the landmarks that see farthest from the sources. */
function sightsOf(landmarks: Landmarks, mixture: Mixture, sources: readonly Seed[], targets: readonly Seed[]): Sight[] {
  const total = mixture.reduce((sum, { share }) => sum + share, 0)
  return mixture.map(({ of, share }) => {
    const all = Array.from({ length: landmarks.count }, (_, l) => {
      const at = of * HOW_MANY + l
      const seen = [{ at, ...edgesOfSight(landmarks, at, total, targets) }]
      const one = [{ share, seen }]
      return { seen, gain: sources.reduce((far, { node }) => Math.max(far, boundOf(landmarks, one, node)), 0) }
    })
    const best = all.sort((a, b) => b.gain - a.gain).slice(0, USED)
    return { share, seen: best.flatMap(({ seen }) => seen) }
  })
}

/** What is paid beyond the targets is divided by all shares together, by which it comes back whole. */
function edgesOfSight({ from, to, row }: Landmarks, at: number, total: number, targets: readonly Seed[]) {
  let [ahead, behind] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { node, weight } of targets) {
    ahead = Math.min(ahead, (from[node * row + at] ?? 0) + weight / total)
    behind = Math.min(behind, weight / total - (to[node * row + at] ?? 0))
  }
  return { ahead, behind }
}

function boundOf({ from, to, row }: Landmarks, sights: readonly Sight[], node: number): number {
  let sum = 0
  for (const { share, seen } of sights) {
    let bound = 0
    for (const { at, ahead, behind } of seen) {
      const there = ahead - (from[node * row + at] ?? 0)
      const back = behind + (to[node * row + at] ?? 0)
      // NaN (Infinity less Infinity) says nothing, and no comparison with it holds.
      if (there > bound) bound = there
      if (back > bound) bound = back
    }
    sum += share * bound
  }
  return sum
}
