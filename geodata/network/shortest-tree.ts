/** Lightest ways from one end to all nodes (Dijkstra), with the tree that they form and the order in which nodes were reached. */
import FlatQueue from 'flatqueue'
import type { ArcRows } from './routing-graph.ts'
import type { Seed } from './seed.ts'

export interface ShortestTree {
  /** Infinity where no way leads. */
  distance: Float64Array
  /** The edge and the node before; −1 at seeds and where no way leads. */
  parentEdge: Int32Array
  parentNode: Int32Array
  /** Nodes by distance, nearest first; a parent stands before its children. */
  order: Uint32Array
}

export interface TreeQuestion {
  /** `graph.out` for ways from the seeds, `graph.in` for ways to them. */
  rows: ArcRows
  weights: Float64Array
  seeds: readonly Seed[]
  nodeCount: number
  /** Nodes farther than this are left out. */
  budget?: number
}

export function shortestTree({
  rows,
  weights,
  seeds,
  nodeCount,
  budget = Number.POSITIVE_INFINITY,
}: TreeQuestion): ShortestTree {
  const distance = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY)
  const parentEdge = new Int32Array(nodeCount).fill(-1)
  const parentNode = new Int32Array(nodeCount).fill(-1)
  const isSettled = new Uint8Array(nodeCount)
  const order = new Uint32Array(nodeCount)
  const queue = new FlatQueue<number>()
  for (const { node, weight } of seeds)
    if (weight <= budget && weight < (distance[node] ?? 0)) {
      distance[node] = weight
      queue.push(node, weight)
    }
  const { start, head, edge } = rows
  let settled = 0
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isSettled[node] === 1) continue
    isSettled[node] = 1
    order[settled++] = node
    const here = distance[node] ?? 0
    const end = start[node + 1] ?? 0
    for (let arc = start[node] ?? 0; arc < end; arc++) {
      const [next, by] = [head[arc] ?? 0, edge[arc] ?? 0]
      const there = here + (weights[by] ?? 0)
      if (there < (distance[next] ?? 0) && there <= budget) {
        distance[next] = there
        parentEdge[next] = by
        parentNode[next] = node
        queue.push(next, there)
      }
    }
  }
  return { distance, parentEdge, parentNode, order: order.slice(0, settled) }
}
