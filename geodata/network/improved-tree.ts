/**
 * Distances towards destinations after ways have become lighter or been added, from the distances before: only nodes that
 * gain are visited (Ramalingam and Reps, An incremental algorithm for a generalization of the shortest-path problem, 1996).
 */
import FlatQueue from 'flatqueue'
import type { ArcRows } from './routing-graph.ts'

/** A way that is new or lighter: from a node, directly to another. */
export interface NewWay {
  from: number
  to: number
  weight: number
}

export interface Improvement {
  /** Ways into a node (`graph.in`), and what edges weigh now. */
  rows: ArcRows
  weights: Float64Array
  /** Of each node before. */
  distance: Float64Array
  ways: readonly NewWay[]
}

/** Distances of the nodes that gained; all others keep theirs. */
export function improvedDistances({ rows, weights, distance, ways }: Improvement): Map<number, number> {
  const { start, head, edge } = rows
  const gained = new Map<number, number>()
  const queue = new FlatQueue<number>()
  const waysTo = new Map<number, NewWay[]>()
  for (const way of ways) waysTo.set(way.to, [...(waysTo.get(way.to) ?? []), way])
  const now = (node: number): number => gained.get(node) ?? distance[node] ?? Number.POSITIVE_INFINITY
  const offer = (node: number, there: number): void => {
    if (!(there < now(node))) return
    gained.set(node, there)
    queue.push(node, there)
  }
  for (const { from, to, weight } of ways) offer(from, weight + now(to))
  while (queue.length > 0) {
    const here = queue.peekValue() ?? 0
    const node = queue.pop() ?? 0
    if (here > now(node)) continue
    // A new way may lead on from what another has brought nearer.
    for (const { from, weight } of waysTo.get(node) ?? []) offer(from, weight + here)
    const end = start[node + 1] ?? 0
    for (let arc = start[node] ?? 0; arc < end; arc++)
      offer(head[arc] ?? 0, here + (weights[edge[arc] ?? 0] ?? Number.POSITIVE_INFINITY))
  }
  return gained
}
