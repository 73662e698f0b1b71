/**
 * What the loss of each edge costs all origins together. Only edges of the tree towards the destinations matter, and of
 * those only the ones that some origin uses. An edge on which an origin stands is cut between the origin and the end that
 * it makes for.
 */
import { type Foothold, seedsOf } from './access.ts'
import type { DestinationTree } from './nearest-destination.ts'
import { ReplacementFinder } from './replacement.ts'
import type { Seed } from './seed.ts'

export interface Loss {
  edge: number
  /** Sum over the origins that still find a way, in the weighting's unit. */
  extra: number
  /** Origins that lose all access, by position in the list. */
  cutOff: number[]
  /** Origins whose way leads over the edge. */
  affected: number
}

interface Choice extends Seed {
  /** The edge on which the origin stands, −1 at a node. */
  on: number
}

/** Losses of every edge that some origin uses, heaviest first: most cut off, then most extra. */
export function lossesOf(grown: DestinationTree, origins: readonly (readonly Foothold[])[]): Loss[] {
  const { graph, weighting, tree } = grown
  const choices = origins.map((origin): Choice[] => {
    const { seeds, footholdOf } = seedsOf(graph, weighting, origin, 'out')
    return seeds.map((seed, index) => {
      const foothold = origin[footholdOf[index] ?? -1]
      return { ...seed, on: foothold?.kind === 'edge' ? foothold.edge : -1 }
    })
  })
  const best = choices.map((options) => lightest(options, tree.distance))
  const finder = new ReplacementFinder(
    grown,
    choices.flatMap((options) => options.map(({ node }) => node)),
  )
  const usersOf = usersByEdge(grown, best)
  const lossOf = (edge: number, users: readonly number[]): Loss => {
    const asked = users.flatMap((user) => choices[user] ?? [])
    const lost = finder.lossesAt(
      edge,
      asked.map(({ node }) => node),
    )
    const after = new Map(asked.map(({ node }, at) => [node, (tree.distance[node] ?? 0) + (lost[at] ?? 0)]))
    const loss: Loss = { edge, extra: 0, cutOff: [], affected: users.length }
    for (const user of users) {
      const before = best[user]
      if (!before) continue
      // Standing on the lost edge, the origin can still leave by the other end.
      const left = (choices[user] ?? []).filter(({ node, on }) => on !== edge || node !== before.node)
      const now = Math.min(
        Number.POSITIVE_INFINITY,
        ...left.map(({ node, weight }) => weight + (after.get(node) ?? Number.POSITIVE_INFINITY)),
      )
      const was = before.weight + (tree.distance[before.node] ?? 0)
      if (now === Number.POSITIVE_INFINITY) loss.cutOff.push(user)
      else loss.extra += Math.max(0, now - was)
    }
    return loss
  }
  const known = new Map<number, Loss>()
  const losses = [...usersOf].map(([edge, users]): Loss => {
    const first = finder.firstOfRun(edge)
    const loss = known.get(first) ?? lossOf(first, users)
    known.set(first, loss)
    return { ...loss, edge }
  })
  return losses.sort((a, b) => b.cutOff.length - a.cutOff.length || b.extra - a.extra)
}

function lightest(options: readonly Choice[], distance: Float64Array): Choice | null {
  const total = ({ node, weight }: Choice): number => weight + (distance[node] ?? Number.POSITIVE_INFINITY)
  const best = options.reduce<Choice | null>((a, b) => (a === null || total(b) < total(a) ? b : a), null)
  return best && total(best) < Number.POSITIVE_INFINITY ? best : null
}

function usersByEdge({ tree }: DestinationTree, best: readonly (Choice | null)[]): Map<number, number[]> {
  const users = new Map<number, number[]>()
  const use = (edge: number, user: number): void => {
    const known = users.get(edge)
    if (known) known.push(user)
    else users.set(edge, [user])
  }
  for (const [user, choice] of best.entries()) {
    if (!choice) continue
    const seen = new Set<number>()
    if (choice.on >= 0) seen.add(choice.on)
    for (let at = choice.node; (tree.parentEdge[at] ?? -1) >= 0; at = tree.parentNode[at] ?? 0)
      seen.add(tree.parentEdge[at] ?? 0)
    for (const edge of seen) use(edge, user)
  }
  return users
}
