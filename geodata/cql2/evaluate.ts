/**
 * Whether one feature meets a filter: true, false or null (unknown), by three-valued logic. What no other part of the atlas
 * may contradict: stores narrow and push down, and must agree with this. Spatial predicates are exact: topology in
 * topology.ts, geodesic distance in distance.ts.
 */
import type { Geometry } from '#geodata/contract/geo.ts'
import { shapeOfBox } from './box.ts'
import { commonType, listIn, type ValueType } from './check.ts'
import { FIRST_MS, instantMs, LAST_MS, type Span, spanOfStored, temporalHolds } from './dates.ts'
import { isWithinDistance, metresOf } from './distance.ts'
import {
  type Comparison,
  type Expression,
  type IntervalEnd,
  isArithmetic,
  isComparison,
  isConstant,
  isTemporal,
  isTopology,
  type Node,
  type OperationNode,
  type ShapeLiteral,
  type Topology,
} from './expression.ts'
import { reckon } from './numbers.ts'
import { type Queryable, type Queryables, storedValue } from './queryables.ts'
import { accentFolded, caseFolded, compareText, isLike } from './text.ts'
import { CONVERSE, relates } from './topology.ts'

/** What a filter looks at. */
export interface Filtered {
  id: string
  geometry: Geometry | null
  properties: object
}
export type Truth = boolean | null
export type Scalar = string | number | boolean | null
/** `items` stands for the value of the list that a predicate is at, one item at a time. */
type Read<T> = (feature: Filtered, item?: Scalar) => T

/** Compiled once, asked for each feature. The expression must come from a parser, or fit the queryables as if it did. */
export function evaluator(expression: Expression, queryables: Queryables): (feature: Filtered) => Truth {
  const read = createCompiler(queryables).truth(expression)
  return (feature) => read(feature)
}

/** True where the filter holds; what is unknown does not match. */
export function matcher(expression: Expression, queryables: Queryables): (feature: Filtered) => boolean {
  const evaluate = evaluator(expression, queryables)
  return (feature) => evaluate(feature) === true
}

/** The value of a part without properties. */
export function constantScalar(node: Node, type: ValueType, queryables: Queryables): Scalar {
  return createCompiler(queryables).scalar(node, type)(NOTHING)
}

const NOTHING: Filtered = { id: '', geometry: null, properties: {} }

function createCompiler(queryables: Queryables) {
  function truth(node: Node): Read<Truth> {
    if (node.kind === 'boolean') return () => node.value
    if (node.kind !== 'operation') throw new Error(`no condition: ${node.kind}`)
    const compiled = condition(node)
    if (!isConstant(node)) return compiled
    const value = compiled(NOTHING)
    return () => value
  }

  function condition(node: OperationNode): Read<Truth> {
    const { op, args } = node
    if (op === 'and' || op === 'or') return chain(args.map(truth), op === 'or')
    if (op === 'not') return negated(truth(at(args, 0)))
    if (op === 'isNull') return isNull(at(args, 0))
    if (isTemporal(op)) {
      const [a, b] = [span(at(args, 0)), span(at(args, 1))]
      return (feature) => both(a(feature), b(feature), (x, y) => temporalHolds(op, x, y))
    }
    if (isTopology(op)) return topology(op, at(args, 0), at(args, 1))
    if (op === 's_dwithin') return within(args)
    return overItems(node, scalarCondition(node))
  }

  /** Comparison, BETWEEN, IN and LIKE. */
  function scalarCondition({ op, args }: OperationNode): Read<Truth> {
    const type = op === 'between' ? 'number' : op === 'like' ? 'text' : (commonType(args, queryables) ?? 'text')
    const [head, ...others] = args.map((arg) => scalar(arg, type))
    const [first, second] = others
    if (!head || !first) throw new Error(`${op} lacks an operand`)
    if (isComparison(op)) return (feature, item) => compared(op, head(feature, item), first(feature, item))
    if (op === 'like') return (feature, item) => like(head(feature, item), first(feature, item))
    if (op === 'between' && second)
      return (feature, item) => {
        const value = head(feature, item)
        return conjunction(compared('>=', value, first(feature)), compared('<=', value, second(feature)))
      }
    return (feature, item) => {
      const value = head(feature, item)
      return disjunction(others.map((other) => compared('=', value, other(feature, item))))
    }
  }

  /** A predicate on a list: true where any item makes it true. */
  function overItems(node: OperationNode, predicate: Read<Truth>): Read<Truth> {
    const list = listIn(node, queryables)
    if (!list) return predicate
    return (feature) => {
      const items = storedValue(list, feature)
      return Array.isArray(items) ? disjunction(items.map((item) => predicate(feature, asScalar(item)))) : null
    }
  }

  function isNull(node: Node): Read<Truth> {
    if (node.kind === 'operation' && !isArithmetic(node.op) && node.op !== 'casei' && node.op !== 'accenti') {
      const inner = truth(node)
      return (feature) => inner(feature) === null
    }
    if (node.kind === 'interval') {
      const inner = span(node)
      return (feature) => inner(feature) === null
    }
    const queryable = node.kind === 'property' ? queryables.get(node.name) : undefined
    if (queryable?.type === 'geometry') return (feature) => feature.geometry === null
    if (queryable) return (feature) => storedValue(queryable, feature) === null
    if (node.kind === 'operation') {
      const inner = scalar(node, isArithmetic(node.op) ? 'number' : 'text')
      return (feature) => inner(feature) === null
    }
    return () => false
  }

  function scalar(node: Node, type: ValueType): Read<Scalar> {
    const compiled = compileScalar(node, type)
    if (node.kind !== 'operation' || !isConstant(node)) return compiled
    const value = compiled(NOTHING)
    return () => value
  }

  function compileScalar(node: Node, type: ValueType): Read<Scalar> {
    switch (node.kind) {
      case 'text':
      case 'number':
      case 'boolean':
        return () => node.value
      case 'date':
      case 'timestamp': {
        const ms = instantMs(node.value)
        return () => ms
      }
      case 'property': {
        const queryable = known(node.name)
        if (queryable.isList)
          return (_feature, item = null) => (type === 'instant' ? (spanOfStored(item)?.startMs ?? null) : item)
        if (type === 'instant') return (feature) => spanOfStored(storedValue(queryable, feature))?.startMs ?? null
        return (feature) => asScalar(storedValue(queryable, feature))
      }
      case 'operation': {
        const { op, args } = node
        if (isArithmetic(op)) {
          const [a, b] = [scalar(at(args, 0), 'number'), scalar(at(args, 1), 'number')]
          return (feature, item) => {
            const [x, y] = [a(feature, item), b(feature, item)]
            return typeof x === 'number' && typeof y === 'number' ? reckon(op, x, y) : null
          }
        }
        const fold = op === 'casei' ? caseFolded : accentFolded
        const inner = scalar(at(args, 0), 'text')
        return (feature, item) => {
          const text = inner(feature, item)
          return typeof text === 'string' ? fold(text) : null
        }
      }
      default:
        throw new Error(`no value: ${node.kind}`)
    }
  }

  function span(node: Node): Read<Span | null> {
    if (node.kind === 'date' || node.kind === 'timestamp') {
      const ms = instantMs(node.value)
      return () => ({ startMs: ms, endMs: ms })
    }
    if (node.kind === 'property') {
      const queryable = known(node.name)
      return (feature) => spanOfStored(storedValue(queryable, feature))
    }
    if (node.kind !== 'interval') throw new Error(`no time: ${node.kind}`)
    const [start, end] = [intervalEnd(node.start, 'startMs'), intervalEnd(node.end, 'endMs')]
    return (feature) => both(start(feature), end(feature), (startMs, endMs) => ({ startMs, endMs }))
  }

  function intervalEnd(end: IntervalEnd, side: keyof Span): Read<number | null> {
    if (end.kind === 'open') return () => (side === 'startMs' ? FIRST_MS : LAST_MS)
    const inner = span(end)
    return (feature) => inner(feature)?.[side] ?? null
  }

  function shape(node: Node): Read<ShapeLiteral | null> {
    if (node.kind === 'property') return (feature) => feature.geometry
    if (node.kind === 'geometry') return () => node.value
    if (node.kind !== 'bbox') throw new Error(`no geometry: ${node.kind}`)
    const box = shapeOfBox(node.value)
    return () => box
  }

  /** The feature first, since the second shape is the one that is prepared. */
  function topology(op: Topology, one: Node, other: Node): Read<Truth> {
    if (other.kind === 'property' && one.kind !== 'property') return topology(CONVERSE[op], other, one)
    const [a, b] = [shape(one), shape(other)]
    return (feature) => both(a(feature), b(feature), (x, y) => relates(op, x, y))
  }

  function within(args: readonly Node[]): Read<Truth> {
    const [a, b, distance, unit] = [shape(at(args, 0)), shape(at(args, 1)), at(args, 2), at(args, 3)]
    if (distance.kind !== 'number' || unit.kind !== 'text') throw new Error('S_DWITHIN lacks its distance')
    const metres = metresOf(distance.value, unit.value)
    return (feature) => both(a(feature), b(feature), (x, y) => isWithinDistance(x, y, metres))
  }

  function known(name: string): Queryable {
    const queryable = queryables.get(name)
    if (!queryable) throw new Error(`unknown property ${name}`)
    return queryable
  }

  return { truth, scalar }
}

function at(args: readonly Node[], index: number): Node {
  const found = args[index]
  if (!found) throw new Error('an operand is missing')
  return found
}

function asScalar(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function both<A, B, T>(a: A | null, b: B | null, holds: (a: A, b: B) => T): T | null {
  return a === null || b === null ? null : holds(a, b)
}

function negated(read: Read<Truth>): Read<Truth> {
  return (feature) => {
    const value = read(feature)
    return value === null ? null : !value
  }
}

/** AND ends at the first false, OR at the first true; unknown weighs less than either. */
function chain(reads: readonly Read<Truth>[], decisive: boolean): Read<Truth> {
  return (feature) => {
    let found: Truth = !decisive
    for (const read of reads) {
      const value = read(feature)
      if (value === decisive) return decisive
      if (value === null) found = null
    }
    return found
  }
}

function disjunction(values: readonly Truth[]): Truth {
  return values.includes(true) ? true : values.includes(null) ? null : false
}

function conjunction(a: Truth, b: Truth): Truth {
  return a === false || b === false ? false : a === null || b === null ? null : true
}

function like(text: Scalar, pattern: Scalar): Truth {
  return typeof text === 'string' && typeof pattern === 'string' ? isLike(text, pattern) : null
}

/** Both of one type, by check.ts. */
function compared(op: Comparison, a: Scalar, b: Scalar): Truth {
  if (a === null || b === null) return null
  const order = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : orderOf(a, b)
  switch (op) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '<=':
      return order <= 0
    case '>=':
      return order >= 0
  }
}

function orderOf(a: string | number | boolean, b: string | number | boolean): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
