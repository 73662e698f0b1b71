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
  type Expression,
  hasSpatial,
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
import { accentFolded, caseFolded } from './text.ts'
import { CONVERSE, relates } from './topology.ts'
import {
  both,
  chain,
  compared,
  conjunction,
  disjunction,
  like,
  negated,
  type Read,
  type Scalar,
  type Truth,
} from './truth.ts'

/** What a filter looks at. */
export interface Filtered {
  id: string
  geometry: Geometry | null
  properties: object
}
export type { Scalar, Truth }

/** How the parts of a feature are read, whatever stands for it: a record, or a row of columns. */
export interface Reader<F> {
  value(queryable: Queryable): (feature: F) => unknown
  geometry(feature: F): Geometry | null
}

const OF_RECORDS: Reader<Filtered> = {
  value: (queryable) => (feature) => storedValue(queryable, feature),
  geometry: ({ geometry }) => geometry,
}

/** Compiled once, asked for each feature. The expression must come from a parser, or fit the queryables as if it did. */
export function evaluator(expression: Expression, queryables: Queryables): (feature: Filtered) => Truth {
  const read = createCompiler(queryables, OF_RECORDS).truth(expression)
  return (feature) => read(feature)
}

/** The same over whatever a reader reads. */
export function matcherOver<F>(
  expression: Expression,
  queryables: Queryables,
  reader: Reader<F>,
): (feature: F) => boolean {
  const read = createCompiler(queryables, reader).truth(expression)
  return (feature) => read(feature) === true
}

/** True where the filter holds; what is unknown does not match. */
export function matcher(expression: Expression, queryables: Queryables): (feature: Filtered) => boolean {
  const evaluate = evaluator(expression, queryables)
  return (feature) => evaluate(feature) === true
}

/** The value of a part without properties. */
export function constantScalar(node: Node, type: ValueType, queryables: Queryables): Scalar {
  return createCompiler(queryables, OF_RECORDS).scalar(node, type)(NOTHING)
}

const NOTHING: Filtered = { id: '', geometry: null, properties: {} }

function createCompiler<F>(queryables: Queryables, reader: Reader<F>) {
  // A constant reads nothing of the feature.
  const nothing = NOTHING as unknown as F
  function truth(node: Node): Read<F, Truth> {
    if (node.kind === 'boolean') return () => node.value
    if (node.kind !== 'operation') throw new Error(`no condition: ${node.kind}`)
    const compiled = condition(node)
    if (!isConstant(node)) return compiled
    const value = compiled(nothing)
    return () => value
  }

  function condition(node: OperationNode): Read<F, Truth> {
    const { op, args } = node
    if (op === 'and' || op === 'or') return chain(cheapFirst(args).map(truth), op === 'or')
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
  function scalarCondition({ op, args }: OperationNode): Read<F, Truth> {
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
  function overItems(node: OperationNode, predicate: Read<F, Truth>): Read<F, Truth> {
    const list = listIn(node, queryables)
    if (!list) return predicate
    const stored = reader.value(list)
    return (feature) => {
      const items = stored(feature)
      return Array.isArray(items) ? disjunction(items.map((item) => predicate(feature, asScalar(item)))) : null
    }
  }

  function isNull(node: Node): Read<F, Truth> {
    if (node.kind === 'operation' && !isArithmetic(node.op) && node.op !== 'casei' && node.op !== 'accenti') {
      const inner = truth(node)
      return (feature) => inner(feature) === null
    }
    if (node.kind === 'interval') {
      const inner = span(node)
      return (feature) => inner(feature) === null
    }
    const queryable = node.kind === 'property' ? queryables.get(node.name) : undefined
    if (queryable?.type === 'geometry') return (feature) => reader.geometry(feature) === null
    if (queryable) {
      const stored = reader.value(queryable)
      return (feature) => stored(feature) === null
    }
    if (node.kind === 'operation') {
      const inner = scalar(node, isArithmetic(node.op) ? 'number' : 'text')
      return (feature) => inner(feature) === null
    }
    return () => false
  }

  function scalar(node: Node, type: ValueType): Read<F, Scalar> {
    const compiled = compileScalar(node, type)
    if (node.kind !== 'operation' || !isConstant(node)) return compiled
    const value = compiled(nothing)
    return () => value
  }

  function compileScalar(node: Node, type: ValueType): Read<F, Scalar> {
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
        const stored = reader.value(queryable)
        if (type === 'instant') return (feature) => spanOfStored(stored(feature))?.startMs ?? null
        return (feature) => asScalar(stored(feature))
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

  function span(node: Node): Read<F, Span | null> {
    if (node.kind === 'date' || node.kind === 'timestamp') {
      const ms = instantMs(node.value)
      return () => ({ startMs: ms, endMs: ms })
    }
    if (node.kind === 'property') {
      const stored = reader.value(known(node.name))
      return (feature) => spanOfStored(stored(feature))
    }
    if (node.kind !== 'interval') throw new Error(`no time: ${node.kind}`)
    const [start, end] = [intervalEnd(node.start, 'startMs'), intervalEnd(node.end, 'endMs')]
    return (feature) => both(start(feature), end(feature), (startMs, endMs) => ({ startMs, endMs }))
  }

  function intervalEnd(end: IntervalEnd, side: keyof Span): Read<F, number | null> {
    if (end.kind === 'open') return () => (side === 'startMs' ? FIRST_MS : LAST_MS)
    const inner = span(end)
    return (feature) => inner(feature)?.[side] ?? null
  }

  function shape(node: Node): Read<F, ShapeLiteral | null> {
    if (node.kind === 'property') return (feature) => reader.geometry(feature)
    if (node.kind === 'geometry') return () => node.value
    if (node.kind !== 'bbox') throw new Error(`no geometry: ${node.kind}`)
    const box = shapeOfBox(node.value)
    return () => box
  }

  /** The feature first, since the second shape is the one that is prepared. */
  function topology(op: Topology, one: Node, other: Node): Read<F, Truth> {
    if (other.kind === 'property' && one.kind !== 'property') return topology(CONVERSE[op], other, one)
    const [a, b] = [shape(one), shape(other)]
    return (feature) => both(a(feature), b(feature), (x, y) => relates(op, x, y))
  }

  function within(args: readonly Node[]): Read<F, Truth> {
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

/** What stands on attributes before what needs geometry: the order changes no answer. */
function cheapFirst(args: readonly Node[]): readonly Node[] {
  return [...args.filter((arg) => !hasSpatial(arg)), ...args.filter(hasSpatial)]
}
