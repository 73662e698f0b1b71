/** Judges a parsed filter against what a dataset can be filtered by: names, types, places, intervals, lists. */
import { closest } from 'fastest-levenshtein'
import {
  childrenOf,
  type Expression,
  type IntervalEnd,
  isExpression,
  type Node,
  type Operand,
  type TemporalOp,
} from './expression.ts'
import { literalPositions } from './geometry-fault.ts'
import { FARTHEST_KM } from './limits.ts'
import type { Parsed } from './parsed.ts'
import type { Queryable, Queryables } from './queryables.ts'
import { Cql2Refusal, excerpt, type ReasonCode, type Thing } from './refusal.ts'
import { INSTANT_RELATIONS, sortableInstant } from './temporal.ts'

export type ValueType = 'text' | 'number' | 'boolean' | 'date' | 'timestamp' | 'interval' | 'geometry'

/** Throws a Cql2Refusal at the first fault. Positions must be longitude and latitude by now. */
export function check({ expression, placeOf }: Parsed, queryables: Queryables): void {
  new Checker(placeOf, queryables).condition(expression)
}

export function valueTypeOf({ type }: Queryable): ValueType {
  if (type === 'string') return 'text'
  return type === 'integer' ? 'number' : type
}

/** The list that a value stands for, folded or not; undefined for single values. */
export function listIn(value: Operand, queryables: Queryables): Queryable | undefined {
  if (value.kind === 'fold') return listIn(value.arg, queryables)
  const found = value.kind === 'property' ? queryables.get(value.name) : undefined
  return found?.isList ? found : undefined
}

class Checker {
  readonly #placeOf: Parsed['placeOf']
  readonly #queryables: Queryables

  constructor(placeOf: Parsed['placeOf'], queryables: Queryables) {
    this.#placeOf = placeOf
    this.#queryables = queryables
  }

  condition(node: Expression): void {
    switch (node.kind) {
      case 'and':
      case 'or':
        for (const arg of node.args) this.condition(arg)
        break
      case 'not':
        this.condition(node.arg)
        break
      case 'isNull':
        if (isExpression(node.arg)) this.condition(node.arg)
        else this.typeOf(node.arg, true)
        break
      case 'boolean':
        break
      default:
        this.predicate(node)
    }
  }

  private predicate(node: Exclude<Expression, { kind: 'and' | 'or' | 'not' | 'isNull' | 'boolean' }>): void {
    switch (node.kind) {
      case 'compare':
        this.alike(node.left, [node.right])
        break
      case 'in':
        this.alike(node.value, node.list)
        break
      case 'between':
        this.tested(node.value, [node.low, node.high], 'number')
        break
      case 'like':
        this.tested(node.value, [node.pattern], 'text')
        this.pattern(node.pattern)
        break
      case 'spatial':
        this.all([node.left, node.right], 'geometry')
        break
      case 'dwithin':
        this.dwithin(node)
        break
      case 'temporal':
        this.temporal(node, node.op)
    }
  }

  /** A tested value, a list or not, beside values of one type. */
  private tested(value: Operand, others: readonly Operand[], expected: ValueType): void {
    const found = this.typeOf(value, true)
    if (found !== expected) this.refuse(value, 'wrong-type', { expected, found })
    this.all(others, expected)
  }

  private all(values: readonly Operand[], expected: ValueType): void {
    for (const value of values) {
      const found = this.typeOf(value)
      if (found !== expected) this.refuse(value, 'wrong-type', { expected, found })
    }
  }

  /** Comparable values of one type, whichever it is. */
  private alike(value: Operand, others: readonly Operand[]): void {
    const left = this.typeOf(value, true)
    if (left === 'geometry' || left === 'interval') this.refuse(value, 'wrong-type', { expected: 'value', found: left })
    for (const other of others) {
      const right = this.typeOf(other)
      if (right !== left) this.refuse(other, 'different-types', { left, right })
    }
  }

  private pattern(node: Operand): void {
    if (node.kind === 'fold') this.pattern(node.arg)
    else if (node.kind !== 'text') this.refuse(node, 'expected', { expected: 'pattern', found: 'value' })
  }

  private dwithin(node: Extract<Expression, { kind: 'dwithin' }>): void {
    this.all([node.left, node.right], 'geometry')
    const km = node.unit === 'km' ? node.distance : node.distance / 1000
    if (!(km >= 0 && km <= FARTHEST_KM)) this.refuse(node, 'bad-distance', { limit: String(FARTHEST_KM) })
  }

  private temporal(node: Extract<Expression, { kind: 'temporal' }>, op: TemporalOp): void {
    const [left, right] = [this.moments(node.left), this.moments(node.right)]
    if (left !== null && right !== null && left !== right) this.refuse(node.right, 'different-types', { left, right })
    if (INSTANT_RELATIONS.has(op)) return
    for (const side of [node.left, node.right])
      if (side.kind !== 'interval') this.refuse(side, 'instant-in-interval-function', { name: op.toUpperCase() })
  }

  /** Days or moments; null for an interval open at both ends. */
  private moments(node: Operand): 'date' | 'timestamp' | null {
    const found = this.typeOf(node)
    if (found === 'date' || found === 'timestamp') return found
    if (node.kind !== 'interval') return this.refuse(node, 'wrong-type', { expected: 'moment', found })
    return this.endType(node.start) ?? this.endType(node.end)
  }

  private endType(end: IntervalEnd): 'date' | 'timestamp' | null {
    if (end.kind === 'open') return null
    const type = this.typeOf(end)
    return type === 'date' || type === 'timestamp'
      ? type
      : this.refuse(end, 'wrong-type', { expected: 'moment', found: type })
  }

  private typeOf(node: Operand, mayBeList = false): ValueType {
    switch (node.kind) {
      case 'property':
        return valueTypeOf(this.queryable(node, mayBeList))
      case 'fold': {
        const found = this.typeOf(node.arg, mayBeList)
        return found === 'text' ? 'text' : this.refuse(node.arg, 'wrong-type', { expected: 'text', found })
      }
      case 'arithmetic':
        this.all([node.left, node.right], 'number')
        return 'number'
      case 'interval':
        return this.interval(node)
      case 'geometry':
        for (const [x, y] of literalPositions(node.geometry)) this.inWorld(node, x, y)
        return 'geometry'
      case 'bbox':
        return this.box(node)
      default:
        return node.kind
    }
  }

  private queryable(node: Extract<Operand, { kind: 'property' }>, mayBeList: boolean): Queryable {
    const found = this.#queryables.get(node.name)
    if (found?.isList && !mayBeList) return this.refuse(node, 'list-property', { name: node.name })
    if (found) return found
    const nearest = closest(node.name, [...this.#queryables.keys()])
    return this.refuse(node, 'unknown-property', { name: excerpt(node.name), nearest })
  }

  private interval(node: Extract<Operand, { kind: 'interval' }>): 'interval' {
    const { start, end } = node
    const [first, last] = [this.endType(start), this.endType(end)]
    if (first !== null && last !== null && first !== last) this.refuse(node, 'bad-interval')
    const isFixed = (side: IntervalEnd) => side.kind === 'date' || side.kind === 'timestamp'
    if (isFixed(start) && isFixed(end) && 'value' in start && 'value' in end)
      if (sortableInstant(start.value) > sortableInstant(end.value)) this.refuse(node, 'bad-interval')
    return 'interval'
  }

  private box(node: Extract<Operand, { kind: 'bbox' }>): 'geometry' {
    const [west, south, east, north] = node.bbox
    this.inWorld(node, west, south)
    this.inWorld(node, east, north)
    if (south > north) this.refuse(node, 'bad-geometry', { detail: 'box-upside-down' })
    return 'geometry'
  }

  private inWorld(node: Node, x: number, y: number): void {
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) this.refuse(node, 'outside-world', { found: `${x} ${y}` })
  }

  private refuse(node: Node, code: ReasonCode, values: Record<string, Thing | (string & {})> = {}): never {
    throw new Cql2Refusal(code, this.#placeOf(node), values)
  }
}

/** The names of every property that a filter speaks of. */
export function propertiesIn(node: Node): Set<string> {
  const names = new Set<string>()
  const visit = (each: Node): void => {
    if (each.kind === 'property') names.add(each.name)
    childrenOf(each).forEach(visit)
  }
  visit(node)
  return names
}
