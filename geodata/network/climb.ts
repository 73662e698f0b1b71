/** From seeds up a hierarchy to its core: every way over ranks that rise, lowest rank first, so each rank is reckoned once. */
import FlatQueue from 'flatqueue'
import type { Hierarchy } from './hierarchy.ts'
import type { Seed } from './seed.ts'
import type { WayWeights } from './way-weights.ts'

export class Climb {
  readonly #hierarchy: Hierarchy
  readonly #weight: Float64Array
  /** The way by which a rank was reached; `-1 - seed` where it was not climbed to. */
  readonly #by: Int32Array
  readonly #seen: Uint32Array
  readonly #queue = new FlatQueue<number>()
  #round = 0
  /** Ranks reached, lowest first; those of the core come last. */
  readonly reached: number[] = []

  constructor(hierarchy: Hierarchy) {
    this.#hierarchy = hierarchy
    this.#weight = new Float64Array(hierarchy.nodeCount)
    this.#by = new Int32Array(hierarchy.nodeCount)
    this.#seen = new Uint32Array(hierarchy.nodeCount)
  }

  /** `forth`: with the ways from the seeds; `back`: against the ways to them. */
  run(ways: WayWeights, seeds: readonly Seed[], direction: 'forth' | 'back'): void {
    const { start, head, rankOf, coreStart } = this.#hierarchy
    const side = direction === 'forth' ? 0 : 1
    this.#round += 1
    this.reached.length = 0
    for (const [index, { node, weight }] of seeds.entries()) this.#offer(rankOf[node] ?? 0, weight, -1 - index)
    for (let rank = this.#queue.pop(); rank !== undefined; rank = this.#queue.pop()) {
      this.reached.push(rank)
      const here = this.#weight[rank] ?? 0
      const end = rank < coreStart ? (start[rank + 1] ?? 0) : 0
      for (let arc = start[rank] ?? 0; arc < end; arc++)
        this.#offer(head[arc] ?? 0, here + ways.of(2 * arc + side), 2 * arc + side)
    }
  }

  #offer(rank: number, weight: number, by: number): void {
    if (!(weight < this.weightOf(rank))) return
    if (this.#seen[rank] !== this.#round) this.#queue.push(rank, rank)
    this.#seen[rank] = this.#round
    this.#weight[rank] = weight
    this.#by[rank] = by
  }

  /** Infinity where the last run did not come. */
  weightOf(rank: number): number {
    return this.#seen[rank] === this.#round ? (this.#weight[rank] ?? 0) : Number.POSITIVE_INFINITY
  }

  /** The ways between a rank and its seed, from the rank down, and the position of the seed. */
  trace(rank: number): { ways: number[]; seed: number } {
    const ways: number[] = []
    let by = this.#by[rank] ?? -1
    while (by >= 0) {
      ways.push(by)
      by = this.#by[this.#hierarchy.foot[by >> 1] ?? 0] ?? -1
    }
    return { ways, seed: -1 - by }
  }
}
