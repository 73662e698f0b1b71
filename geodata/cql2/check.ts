/** Types of a tree against the queryables: every name known, every operand of a type that its operator takes. */
import { closest } from 'fastest-levenshtein'
import { LONGEST_M, metresOf, UNITS_M } from './distance.ts'
import {
  type Expression,
  isArithmetic,
  isComparison,
  isTemporal,
  isTextFold,
  isTopology,
  type Node,
  type OperationNode,
} from './expression.ts'
import { isBadText } from './literals.ts'
import type { Meter } from './meter.ts'
import type { Queryable, Queryables } from './queryables.ts'
import { Cql2Refusal, type Reason, shown, type Values } from './refusal.ts'

export type ValueType = 'text' | 'number' | 'boolean' | 'instant' | 'interval' | 'geometry'
const COMPARABLE: readonly ValueType[] = ['instant', 'number', 'text', 'boolean']
const BY_QUERYABLE: Readonly<Record<Queryable['type'], readonly ValueType[]>> = {
  string: ['text'],
  number: ['number'],
  integer: ['number'],
  boolean: ['boolean'],
  date: ['instant', 'text'],
  geometry: ['geometry'],
}

/** What a value can be taken as, the likeliest first; dates are stored as text and can be compared as either. */
export function typesOf(node: Node, queryables: Queryables): readonly ValueType[] {
  switch (node.kind) {
    case 'property': {
      const queryable = queryables.get(node.name)
      return queryable ? BY_QUERYABLE[queryable.type] : []
    }
    case 'date':
    case 'timestamp':
      return ['instant']
    case 'interval':
    case 'text':
    case 'number':
    case 'boolean':
    case 'geometry':
      return [node.kind]
    case 'bbox':
      return ['geometry']
    case 'operation':
      return [isTextFold(node.op) ? 'text' : isArithmetic(node.op) ? 'number' : 'boolean']
  }
}

/** The type that all can be compared as, or undefined. */
export function commonType(nodes: readonly Node[], queryables: Queryables): ValueType | undefined {
  return COMPARABLE.find((type) => nodes.every((node) => typesOf(node, queryables).includes(type)))
}

/** The list that a value stands for, folded or reckoned with or not; undefined where there is none. */
export function listIn(node: Node, queryables: Queryables): Queryable | undefined {
  if (node.kind === 'property') {
    const queryable = queryables.get(node.name)
    return queryable?.isList ? queryable : undefined
  }
  if (node.kind !== 'operation') return undefined
  for (const arg of node.args) {
    const found = listIn(arg, queryables)
    if (found) return found
  }
  return undefined
}

/** The tree as an expression, or a refusal that says what was expected where. */
export function checked(node: Node, queryables: Queryables, { placeOf }: Meter): Expression {
  const refuse = (reason: Reason, at: Node, values?: Values) => new Cql2Refusal(reason, placeOf(at), values)
  const expected = (what: Values['expected'], at: Node) => refuse('expected-here', at, what && { expected: what })

  function value(each: Node, ...wanted: readonly ValueType[]): void {
    if (each.kind === 'property') nameKnown(each.name, each)
    if (each.kind === 'text' && isBadText(each.value)) throw refuse('bad-text', each)
    if (each.kind === 'interval')
      for (const end of [each.start, each.end]) if (end.kind === 'property') value(end, 'instant')
    if (!typesOf(each, queryables).some((type) => wanted.includes(type))) throw expected(wanted, each)
    if (each.kind !== 'operation') return
    if (isTextFold(each.op)) value(operand(each, 0), 'text')
    else if (isArithmetic(each.op)) for (const arg of each.args) value(arg, 'number')
    else predicate(each)
  }
  function nameKnown(name: string, at: Node): void {
    if (queryables.has(name)) return
    const nearest = closest(name.slice(0, 100), [...queryables.keys()])
    throw refuse('unknown-property', at, { name: shown(name), nearest: shown(nearest) })
  }
  function comparable(nodes: readonly Node[], at: Node): void {
    for (const each of nodes) {
      value(each, ...COMPARABLE)
      if (each.kind === 'operation' && typesOf(each, queryables)[0] === 'boolean') throw expected('value', each)
    }
    if (commonType(nodes, queryables) === undefined) throw refuse('different-types', at)
  }
  function noList(nodes: readonly Node[], at: Node): void {
    const list = nodes.map((each) => listIn(each, queryables)).find((found) => found !== undefined)
    if (list) throw refuse('list-property', at, { name: shown(list.name) })
  }
  function predicate(operation: OperationNode): void {
    const { op, args } = operation
    const [head, ...others] = args
    const takesList = (isComparison(op) && op !== '<>') || op === 'in' || op === 'like' || op === 'between'
    if (op !== 'and' && op !== 'or' && op !== 'not' && op !== 'isNull') noList(takesList ? others : args, operation)
    if (op === 'and' || op === 'or' || op === 'not') for (const arg of args) condition(arg)
    else if (isComparison(op) || op === 'in') comparable(args, operation)
    else if (op === 'between') for (const arg of args) value(arg, 'number')
    else if (op === 'like') like(operand(operation, 0), operand(operation, 1))
    else if (op === 'isNull') isNull(operand(operation, 0))
    else if (isTemporal(op)) for (const arg of args) temporal(op, arg)
    else if (isTopology(op)) for (const arg of args) value(arg, 'geometry')
    else if (op === 's_dwithin') within(operation)
    else throw expected('condition', head ?? operation)
  }
  function condition(each: Node): void {
    if (each.kind === 'boolean') return
    if (each.kind !== 'operation' || typesOf(each, queryables)[0] !== 'boolean') throw expected('condition', each)
    predicate(each)
  }
  function like(text: Node, pattern: Node): void {
    value(text, 'text')
    value(pattern, 'text')
    let inner = pattern
    while (inner.kind === 'operation' && isTextFold(inner.op)) inner = operand(inner, 0)
    if (inner.kind !== 'text') throw expected('pattern', inner)
  }
  function isNull(each: Node): void {
    value(each, 'text', 'number', 'boolean', 'instant', 'interval', 'geometry')
    if (each.kind === 'operation' && typesOf(each, queryables)[0] !== 'boolean') noList([each], each)
  }
  function temporal(op: string, each: Node): void {
    value(each, 'instant', 'interval')
    const takesInstants = ['t_after', 't_before', 't_disjoint', 't_equals', 't_intersects'].includes(op)
    if (!takesInstants && (each.kind === 'date' || each.kind === 'timestamp'))
      throw refuse('interval-function', each, { name: shown(op.toUpperCase()) })
  }
  function within(operation: OperationNode): void {
    value(operand(operation, 0), 'geometry')
    value(operand(operation, 1), 'geometry')
    const [distance, unit] = [operand(operation, 2), operand(operation, 3)]
    if (distance.kind !== 'number') throw expected('number', distance)
    if (unit.kind !== 'text' || !Object.hasOwn(UNITS_M, unit.value))
      throw refuse('bad-unit', unit, { units: Object.keys(UNITS_M).map(shown).join(', ') })
    if (distance.value < 0 || metresOf(distance.value, unit.value) > LONGEST_M)
      throw refuse('bad-distance', distance, { limit: String(Math.floor(LONGEST_M / 1000)) })
  }
  function operand(operation: OperationNode, index: number): Node {
    const found = operation.args[index]
    if (!found) throw refuse('operands', operation, { name: shown(operation.op) })
    return found
  }

  condition(node)
  // `condition` has let through nothing else.
  return node as Expression
}
