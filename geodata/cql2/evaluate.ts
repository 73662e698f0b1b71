/**
 * What a filter says of one feature: true, false, or null where it cannot be known (a value is missing), joined by the
 * standard's truth table. This is the meaning; stores that compile filters must come to the same.
 */
import type { Geometry } from '../contract/geo.ts'
import { calculate } from './arithmetic.ts'
import { listIn } from './check.ts'
import { DERIVATIONS } from './derivations.ts'
import { areWithin, metresOf } from './distance.ts'
import type { ComparisonOp, Expression, IntervalEnd, Operand, PropertyRef } from './expression.ts'
import { isExpression } from './expression.ts'
import { fold } from './fold.ts'
import { isLike } from './like.ts'
import type { Queryable, Queryables } from './queryables.ts'
import { relates } from './relate.ts'
import { type Shape, shapeOf, shapeOfBBox } from './shapes.ts'
import { AFTER_ALL, BEFORE_ALL, type Side, sortableInstant, TEMPORAL_RELATIONS } from './temporal.ts'

export interface EvaluatedFeature {
  id: string
  geometry: Geometry | null
  properties: Readonly<Record<string, unknown>>
}

type Truth = boolean | null
type Scalar = string | number | boolean | null

/** `expression` has passed `check` with these queryables. */
export function evaluate(expression: Expression, feature: EvaluatedFeature, queryables: Queryables): Truth {
  return new Evaluation(feature, queryables).truth(expression)
}

export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true
  for (const truth of truths) {
    if (truth === false) return false
    if (truth === null) result = null
  }
  return result
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth
}

function anyOf(truths: Iterable<Truth>): Truth {
  return not(allOf([...truths].map(not)))
}

class Evaluation {
  readonly #feature: EvaluatedFeature
  readonly #queryables: Queryables
  /** The value of a list that is being looked at, by the name of the list. */
  #item: { name: string; value: Scalar } | null = null

  constructor(feature: EvaluatedFeature, queryables: Queryables) {
    this.#feature = feature
    this.#queryables = queryables
  }

  truth(node: Expression): Truth {
    switch (node.kind) {
      case 'and':
        return allOf(node.args.map((arg) => this.truth(arg)))
      case 'or':
        return anyOf(node.args.map((arg) => this.truth(arg)))
      case 'not':
        return not(this.truth(node.arg))
      case 'boolean':
        return node.value
      case 'isNull':
        return this.isNull(node.arg)
      case 'spatial': {
        const [left, right] = [this.shape(node.left), this.shape(node.right)]
        return left && right && relates(node.op, left, right)
      }
      case 'dwithin': {
        const [left, right] = [this.shape(node.left), this.shape(node.right)]
        return left && right && areWithin(left, right, metresOf(node.distance, node.unit))
      }
      case 'temporal':
        return this.temporal(node)
      case 'compare':
        if (node.op === '<>') return not(this.tested(node.left, () => this.compare('=', node.left, node.right)))
        return this.tested(node.left, () => this.compare(node.op, node.left, node.right))
      case 'between':
        return this.tested(node.value, () =>
          allOf([this.compare('>=', node.value, node.low), this.compare('<=', node.value, node.high)]),
        )
      case 'in':
        return this.tested(node.value, () => anyOf(node.list.map((item) => this.compare('=', node.value, item))))
      case 'like':
        return this.tested(node.value, () => this.like(node.value, node.pattern))
    }
  }

  /** Of a list: true for any of its values, else false. */
  private tested(value: Operand, test: () => Truth): Truth {
    const list = listIn(value, this.#queryables)
    if (!list) return test()
    return this.items(list).some((item) => {
      this.#item = { name: list.name, value: item }
      const truth = test()
      this.#item = null
      return truth === true
    })
  }

  private isNull(node: Operand | Expression): boolean {
    if (isExpression(node)) return this.truth(node) === null
    const list = listIn(node, this.#queryables)
    if (list) return this.items(list).length === 0
    if (node.kind === 'geometry' || node.kind === 'bbox') return false
    if (node.kind === 'interval') return this.end(node.start, '') === null || this.end(node.end, '') === null
    if (node.kind === 'property' && this.#queryables.get(node.name)?.type === 'geometry')
      return this.#feature.geometry === null
    return this.scalar(node) === null
  }

  private compare(op: ComparisonOp, leftNode: Operand, rightNode: Operand): Truth {
    const [left, right] = [this.scalar(leftNode), this.scalar(rightNode)]
    return left === null || right === null ? null : holds(op, orderOf(left, right))
  }

  private like(value: Operand, pattern: Operand): Truth {
    const [text, wanted] = [this.scalar(value), this.scalar(pattern)]
    return text === null || wanted === null ? null : isLike(String(text), String(wanted))
  }

  private temporal({ op, left, right }: Extract<Expression, { kind: 'temporal' }>): Truth {
    const { any, terms } = TEMPORAL_RELATIONS[op]
    const sides: Record<Side, string | null> = {
      ...{ leftStart: this.start(left), leftEnd: this.finish(left) },
      ...{ rightStart: this.start(right), rightEnd: this.finish(right) },
    }
    const truths = terms.map(([a, relation, b]) => {
      const [x, y] = [sides[a], sides[b]]
      return x === null || y === null ? null : holds(relation, orderOf(x, y))
    })
    return any ? anyOf(truths) : allOf(truths)
  }

  private start(node: Operand): string | null {
    return node.kind === 'interval' ? this.end(node.start, BEFORE_ALL) : this.instant(node)
  }

  private finish(node: Operand): string | null {
    return node.kind === 'interval' ? this.end(node.end, AFTER_ALL) : this.instant(node)
  }

  private end(end: IntervalEnd, open: string): string | null {
    return end.kind === 'open' ? open : this.instant(end)
  }

  private instant(node: Operand): string | null {
    const value = this.scalar(node)
    return value === null ? null : String(value)
  }

  private scalar(node: Operand): Scalar {
    switch (node.kind) {
      case 'text':
      case 'number':
      case 'boolean':
        return node.value
      case 'date':
      case 'timestamp':
        return sortableInstant(node.value)
      case 'property':
        return this.property(node)
      case 'fold': {
        const text = this.scalar(node.arg)
        return text === null ? null : fold(node.op, String(text))
      }
      case 'arithmetic': {
        const [left, right] = [this.scalar(node.left), this.scalar(node.right)]
        return left === null || right === null ? null : calculate(node.op, Number(left), Number(right))
      }
      default:
        throw new Error(`${node.kind} is no single value: the filter was not checked`)
    }
  }

  private property({ name }: PropertyRef): Scalar {
    if (this.#item?.name === name) return this.#item.value
    const queryable = this.#queryables.get(name)
    if (!queryable) throw new Error(`${name} is no queryable: the filter was not checked`)
    const value = scalarOf(this.stored(queryable))
    return queryable.type === 'timestamp' && typeof value === 'string' ? sortableInstant(value) : value
  }

  private items(list: Queryable): Scalar[] {
    const stored = this.stored(list)
    return Array.isArray(stored) ? stored.map(scalarOf) : []
  }

  private stored({ source }: Queryable): unknown {
    if (source.kind === 'id') return this.#feature.id
    if (source.kind === 'geometry') throw new Error('a geometry is no single value: the filter was not checked')
    let value: unknown = this.#feature.properties
    for (const key of source.path)
      value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
    return source.derivation === null ? value : DERIVATIONS[source.derivation](value)
  }

  private shape(node: Operand): Shape | null {
    if (node.kind === 'geometry') return shapeOf(node.geometry)
    if (node.kind === 'bbox') return shapeOfBBox(node.bbox)
    return this.#feature.geometry === null ? null : shapeOf(this.#feature.geometry)
  }
}

function scalarOf(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

/** Texts by their characters' code points, as stores compare UTF-8. */
function orderOf(left: string | number | boolean, right: string | number | boolean): number {
  if (typeof left !== 'string' || typeof right !== 'string') return left < right ? -1 : left > right ? 1 : 0
  const [a, b] = [left, right]
  for (let index = 0; index < a.length && index < b.length; index++) {
    const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (x !== y) return (isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1) < 0 ? -1 : 1
  }
  return Math.sign(a.length - b.length)
}

/** Characters beyond U+FFFF are pairs of these, and follow all others. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

function holds(op: ComparisonOp, order: number): boolean {
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
