/**
 * A checked filter as a condition in SQL over a row `f` of `feature`, in three-valued logic like `evaluate`. Values are
 * bound, never written; names of properties come from the dataset's own schema and hold nothing but letters, digits and _.
 */
import { listIn } from '#geodata/cql2/check.ts'
import { evaluate } from '#geodata/cql2/evaluate.ts'
import { childrenOf, type Expression, isExpression, type Node, type Operand } from '#geodata/cql2/expression.ts'
import type { Queryables } from '#geodata/cql2/queryables.ts'
import { TEMPORAL_RELATIONS } from '#geodata/cql2/temporal.ts'
import { FilterValues } from './compile-values.ts'

export interface CompiledFilter {
  sql: string
  values: Readonly<Record<string, string | number>>
}

/** `expression` has passed `check` with these queryables. */
export function compileFilter(expression: Expression, queryables: Queryables): CompiledFilter {
  const compiler = new Compiler(queryables)
  const sql = compiler.condition(expression)
  return { sql, values: compiler.values.bound }
}

class Compiler {
  readonly values: FilterValues
  readonly #queryables: Queryables

  constructor(queryables: Queryables) {
    this.#queryables = queryables
    this.values = new FilterValues(queryables)
  }

  condition(node: Expression): string {
    if (isConstant(node)) return this.constant(node)
    switch (node.kind) {
      case 'and':
      case 'or':
        return `(${node.args.map((arg) => this.condition(arg)).join(` ${node.kind.toUpperCase()} `)})`
      case 'not':
        return `(NOT ${this.condition(node.arg)})`
      case 'boolean':
        return node.value ? '1' : '0'
      case 'isNull':
        return this.isNull(node.arg)
      case 'spatial':
      case 'dwithin':
        return this.values.spatial(node)
      case 'temporal':
        return this.temporal(node)
      default:
        return this.test(node)
    }
  }

  private test(node: Extract<Expression, { kind: 'compare' | 'between' | 'in' | 'like' }>): string {
    const scalar = (value: Operand) => this.values.scalar(value)
    switch (node.kind) {
      case 'compare':
        if (node.op === '<>')
          return `(NOT ${this.tested(node.left, () => `(${scalar(node.left)} = ${scalar(node.right)})`)})`
        return this.tested(node.left, () => `(${scalar(node.left)} ${node.op} ${scalar(node.right)})`)
      case 'between':
        return this.tested(
          node.value,
          () => `(${scalar(node.value)} BETWEEN ${scalar(node.low)} AND ${scalar(node.high)})`,
        )
      case 'in':
        return this.tested(node.value, () => `(${scalar(node.value)} IN (${node.list.map(scalar).join(', ')}))`)
      case 'like':
        return this.tested(node.value, () => `cql2_like(${scalar(node.value)}, ${scalar(node.pattern)})`)
    }
  }

  /** Of a list: true for any of its values, else false. */
  private tested(value: Operand, test: () => string): string {
    const list = listIn(value, this.#queryables)
    return list ? this.values.ofItems(list, test) : test()
  }

  private isNull(node: Operand | Expression): string {
    if (isExpression(node)) return `(${this.condition(node)} IS NULL)`
    const list = listIn(node, this.#queryables)
    if (list) return `(NOT ${this.values.ofItems(list, () => '1')})`
    if (node.kind === 'interval') return `(${this.values.start(node)} IS NULL OR ${this.values.finish(node)} IS NULL)`
    if (node.kind === 'property' && this.#queryables.get(node.name)?.type === 'geometry') return '(f.geometry IS NULL)'
    return `(${this.values.scalar(node)} IS NULL)`
  }

  private temporal({ op, left, right }: Extract<Expression, { kind: 'temporal' }>): string {
    const { any, terms } = TEMPORAL_RELATIONS[op]
    const sides = {
      leftStart: () => this.values.start(left),
      leftEnd: () => this.values.finish(left),
      rightStart: () => this.values.start(right),
      rightEnd: () => this.values.finish(right),
    }
    return `(${terms.map(([a, relation, b]) => `${sides[a]()} ${relation} ${sides[b]()}`).join(any ? ' OR ' : ' AND ')})`
  }

  /** Without a property the answer is the same for every feature. */
  private constant(node: Expression): string {
    const truth = evaluate(node, { id: '', geometry: null, properties: {} }, this.#queryables)
    return truth === null ? 'NULL' : String(Number(truth))
  }
}

function isConstant(node: Node): boolean {
  return node.kind !== 'property' && childrenOf(node).every(isConstant)
}
