/** Where a search begins or ends: a place within an edge is the two ends of the edge with the weight of the way to them. */
export interface Seed {
  node: number
  /** Weight between the place and the node, 0 or more. */
  weight: number
}
