/** The network as it is built: plain numbered nodes and edges, before they are written as bytes. */
import type { EdgeFacts, NamedNode } from '#geodata/network/network.ts'
import { distanceM } from '#geodata/spatial/geodesic.ts'
import { degreesOf } from './places.ts'

/** An edge as it is written: codes are indexes into the lists of network.ts. */
export interface NumberedEdge {
  from: number
  to: number
  mode: number
  class: number
  terrain: number
  status: number
  flags: number
  closedMonths: number
  lengthM: number
  facts: number
  vertices: readonly number[]
}

export interface BuiltNetwork {
  /** x, y of each node. */
  nodes: number[]
  edges: NumberedEdge[]
  facts: EdgeFacts[]
  named: NamedNode[]
}

export function geodesicLengthM(vertices: readonly number[]): number {
  let total = 0
  for (let at = 0; at + 3 < vertices.length; at += 2)
    total += distanceM(
      degreesOf(vertices[at] ?? 0, vertices[at + 1] ?? 0),
      degreesOf(vertices[at + 2] ?? 0, vertices[at + 3] ?? 0),
    )
  return total
}
