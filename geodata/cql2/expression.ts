/**
 * CQL2 (OGC 21-065r2) as a tree: what both encodings are read into and written from. Nodes are plain data, so that trees
 * compare, travel and print as they are; types and property names are checked by check.ts, never assumed here.
 * Left out by choice: array functions and functions of one's own. Added by us: S_DWITHIN, see SPATIAL_OPERATORS.
 */

export const MOST_DEPTH = 32
export const MOST_NODES = 256
export const MOST_BYTES = 16_384

/** Positions hold two or three finite numbers, longitude first, degrees; heights are kept and never compared. */
export type ShapeLiteral =
  | { type: 'Point'; coordinates: readonly number[] }
  | { type: 'MultiPoint' | 'LineString'; coordinates: readonly (readonly number[])[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: readonly (readonly (readonly number[])[])[] }
  | { type: 'MultiPolygon'; coordinates: readonly (readonly (readonly (readonly number[])[])[])[] }
  | { type: 'GeometryCollection'; geometries: readonly ShapeLiteral[] }

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const
export const ARITHMETIC = ['+', '-', '*', '/', '%', 'div', '^'] as const
/** Topology on longitude and latitude as a plane. */
export const TOPOLOGY = [
  's_intersects',
  's_within',
  's_disjoint',
  's_contains',
  's_crosses',
  's_equals',
  's_overlaps',
  's_touches',
] as const
/** `s_dwithin(a, b, distance, 'km')`: geodesic distance on WGS 84 between the nearest points is at most the distance. */
export const SPATIAL_OPERATORS = [...TOPOLOGY, 's_dwithin'] as const
export const TEMPORAL = [
  't_after',
  't_before',
  't_contains',
  't_disjoint',
  't_during',
  't_equals',
  't_finishedBy',
  't_finishes',
  't_intersects',
  't_meets',
  't_metBy',
  't_overlappedBy',
  't_overlaps',
  't_startedBy',
  't_starts',
] as const
export const TEXT_FOLDS = ['casei', 'accenti'] as const
const LOGIC_AND_LISTS = ['and', 'or', 'not', 'like', 'between', 'in', 'isNull'] as const
export const OPERATORS = [
  ...LOGIC_AND_LISTS,
  ...COMPARISONS,
  ...ARITHMETIC,
  ...SPATIAL_OPERATORS,
  ...TEMPORAL,
  ...TEXT_FOLDS,
] as const

export type Comparison = (typeof COMPARISONS)[number]
export type Arithmetic = (typeof ARITHMETIC)[number]
export type Topology = (typeof TOPOLOGY)[number]
export type Temporal = (typeof TEMPORAL)[number]
export type Operator = (typeof OPERATORS)[number]

export interface PropertyNode {
  kind: 'property'
  name: string
}
/** `YYYY-MM-DD`, or an RFC 3339 instant in UTC. */
export interface InstantNode {
  kind: 'date' | 'timestamp'
  value: string
}
export type IntervalEnd = PropertyNode | InstantNode | { kind: 'open' }
export interface IntervalNode {
  kind: 'interval'
  start: IntervalEnd
  end: IntervalEnd
}
export interface OperationNode {
  kind: 'operation'
  op: Operator
  /** `in`: the value, then the items. `between`: the value, the lower, the upper. `s_dwithin`: a, b, distance, unit. */
  args: readonly Node[]
}
export type Node =
  | PropertyNode
  | InstantNode
  | IntervalNode
  | OperationNode
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'geometry'; value: ShapeLiteral }
  /** west, south, east, north (or west, south, lowest, east, north, highest); west > east crosses the antimeridian. */
  | { kind: 'bbox'; value: readonly number[] }

/** A node that is true, false or unknown of a feature: a predicate, or `TRUE` or `FALSE`. */
export type Expression = OperationNode | { kind: 'boolean'; value: boolean }

const SETS = {
  comparison: new Set<string>(COMPARISONS),
  arithmetic: new Set<string>(ARITHMETIC),
  topology: new Set<string>(TOPOLOGY),
  temporal: new Set<string>(TEMPORAL),
  fold: new Set<string>(TEXT_FOLDS),
}
export const isComparison = (op: string): op is Comparison => SETS.comparison.has(op)
export const isArithmetic = (op: string): op is Arithmetic => SETS.arithmetic.has(op)
export const isTopology = (op: string): op is Topology => SETS.topology.has(op)
export const isTemporal = (op: string): op is Temporal => SETS.temporal.has(op)
export const isTextFold = (op: string): op is 'casei' | 'accenti' => SETS.fold.has(op)
export const isSpatial = (op: string): boolean => isTopology(op) || op === 's_dwithin'

export function operation(op: Operator, ...args: Node[]): OperationNode {
  return { kind: 'operation', op, args }
}

/** All must hold. One stands alone; none is `TRUE`. */
export function allOf(expressions: readonly Expression[]): Expression {
  const [first] = expressions
  if (first === undefined) return { kind: 'boolean', value: true }
  return expressions.length === 1 ? first : { kind: 'operation', op: 'and', args: expressions }
}

/** Some node of the tree, itself included, passes. */
export function someNode(node: Node, passes: (node: Node) => boolean): boolean {
  if (passes(node)) return true
  if (node.kind === 'operation') return node.args.some((arg) => someNode(arg, passes))
  return node.kind === 'interval' && [node.start, node.end].some((end) => end.kind === 'property' && passes(end))
}

/** Nothing in it depends on the feature. */
export function isConstant(node: Node): boolean {
  return !someNode(node, ({ kind }) => kind === 'property')
}

/** Has a part that only the exact geometry decides. */
export function hasSpatial(node: Node): boolean {
  return someNode(node, (each) => each.kind === 'operation' && isSpatial(each.op))
}
