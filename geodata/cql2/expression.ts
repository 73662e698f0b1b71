/**
 * The tree of a CQL2 filter (OGC 21-065r2), the same for both encodings. Plain data: parsers make it, `check.ts` judges
 * it against queryables, `evaluate.ts` gives it its meaning and stores compile it. No positions: parsers keep those aside.
 */
import type { Geometry, Position } from '../contract/geo.ts'

export const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const
export const ARITHMETIC = ['+', '-', '*', '/', '%', 'div', '^'] as const
/** Functions that fold a text before it is compared. */
export const FOLDS = ['casei', 'accenti'] as const
export const SPATIAL_OPS = [
  's_intersects',
  's_equals',
  's_disjoint',
  's_touches',
  's_within',
  's_overlaps',
  's_crosses',
  's_contains',
] as const
/** Our one extension: `S_DWITHIN(geometry, POINT(66 29), 50, 'km')`, geodesic on WGS 84. */
export const DISTANCE_OP = 's_dwithin'
export const DISTANCE_UNITS = { m: 1, km: 1000 } as const
/** Refused by name: the class Array Functions is not claimed. */
export const ARRAY_OPS = ['a_equals', 'a_contains', 'a_containedby', 'a_overlaps'] as const
export const TEMPORAL_OPS = [
  ...(['t_after', 't_before', 't_contains', 't_disjoint', 't_during', 't_equals', 't_finishedby'] as const),
  ...(['t_finishes', 't_intersects', 't_meets', 't_metby', 't_overlappedby', 't_overlaps'] as const),
  ...(['t_startedby', 't_starts'] as const),
] as const

export type ComparisonOp = (typeof COMPARISONS)[number]
export type ArithmeticOp = (typeof ARITHMETIC)[number]
export type FoldOp = (typeof FOLDS)[number]
export type SpatialOp = (typeof SPATIAL_OPS)[number]
export type TemporalOp = (typeof TEMPORAL_OPS)[number]
export type DistanceUnit = keyof typeof DISTANCE_UNITS

/** A condition: true, false or unknown of a feature. */
export type Expression =
  | { kind: 'and' | 'or'; args: readonly Expression[] }
  | { kind: 'not'; arg: Expression }
  | { kind: 'compare'; op: ComparisonOp; left: Operand; right: Operand }
  | { kind: 'like'; value: Operand; pattern: Operand }
  | { kind: 'between'; value: Operand; low: Operand; high: Operand }
  | { kind: 'in'; value: Operand; list: readonly Operand[] }
  | { kind: 'isNull'; arg: Operand | Expression }
  | { kind: 'spatial'; op: SpatialOp; left: Operand; right: Operand }
  | { kind: 'dwithin'; left: Operand; right: Operand; distance: number; unit: DistanceUnit }
  | { kind: 'temporal'; op: TemporalOp; left: Operand; right: Operand }
  | BooleanLiteral

/** A value: what conditions are about. */
export type Operand =
  | PropertyRef
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | BooleanLiteral
  | Instant
  | { kind: 'interval'; start: IntervalEnd; end: IntervalEnd }
  | { kind: 'geometry'; geometry: FilterGeometry }
  | { kind: 'bbox'; bbox: FilterBBox }
  | { kind: 'fold'; op: FoldOp; arg: Operand }
  | { kind: 'arithmetic'; op: ArithmeticOp; left: Operand; right: Operand }

export interface BooleanLiteral {
  kind: 'boolean'
  value: boolean
}

export interface PropertyRef {
  kind: 'property'
  name: string
}

/** A day (`2026-11-24`) or a moment in UTC (`2026-11-24T05:00:00Z`), as written. */
export interface Instant {
  kind: 'date' | 'timestamp'
  value: string
}

/** Open at this end: `'..'`. */
export interface OpenEnd {
  kind: 'open'
}
export type IntervalEnd = Instant | PropertyRef | OpenEnd

/** A geometry as a filter may write it: longitude first unless the filter's coordinate system says otherwise. */
export type FilterGeometry =
  | Geometry
  | { type: 'MultiPoint'; coordinates: Position[] }
  | { type: 'GeometryCollection'; geometries: FilterGeometry[] }

/** `[west, south, east, north]`; west beyond east spans the antimeridian. */
export type FilterBBox = readonly [number, number, number, number]

export type Node = Expression | Operand | OpenEnd

const CONDITIONS: ReadonlySet<string> = new Set<Expression['kind']>([
  ...(['and', 'or', 'not', 'compare', 'like', 'between', 'in'] as const),
  ...(['isNull', 'spatial', 'dwithin', 'temporal', 'boolean'] as const),
])

/** A boolean literal is both a condition and a value. */
export function isExpression(node: Node): node is Expression {
  return CONDITIONS.has(node.kind)
}

/** The nodes right below a node, in the order they are written. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.args
    case 'not':
    case 'isNull':
    case 'fold':
      return [node.arg]
    case 'compare':
    case 'spatial':
    case 'dwithin':
    case 'temporal':
    case 'arithmetic':
      return [node.left, node.right]
    case 'like':
      return [node.value, node.pattern]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.list]
    case 'interval':
      return [node.start, node.end]
    default:
      return []
  }
}
