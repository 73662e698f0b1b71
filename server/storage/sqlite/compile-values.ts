/** The values of a filter in SQL: bound literals, stored properties, items of lists, geometries with their boxes. */

import { type Bounds, boundsOf } from '#geodata/cql2/bounds.ts'
import { metresOf } from '#geodata/cql2/distance.ts'
import { ARITHMETIC, type Expression, type IntervalEnd, type Operand } from '#geodata/cql2/expression.ts'
import type { Queryable, QueryableSource, Queryables } from '#geodata/cql2/queryables.ts'
import { CONVERSE } from '#geodata/cql2/relate.ts'
import { AFTER_ALL, BEFORE_ALL, sortableInstant } from '#geodata/cql2/temporal.ts'
import { outward } from './boxes.ts'

/** Read by SQLite's own operators; the rest goes through `calculate`. */
const NATIVE_ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/'])

export class FilterValues {
  readonly bound: Record<string, string | number> = {}
  readonly #queryables: Queryables
  #count = 0
  /** The list whose items are being looked at, and the SQL of one item. */
  #item: { name: string; sql: string } | null = null

  constructor(queryables: Queryables) {
    this.#queryables = queryables
  }

  bind(value: string | number): string {
    const name = `f${this.#count++}`
    this.bound[name] = value
    return `:${name}`
  }

  scalar(node: Operand): string {
    switch (node.kind) {
      case 'text':
        return this.bind(node.value)
      case 'number':
        // Always a double: SQLite would divide whole numbers without remainder.
        return `CAST(${this.bind(node.value)} AS REAL)`
      case 'boolean':
        return node.value ? '1' : '0'
      case 'date':
      case 'timestamp':
        return this.bind(sortableInstant(node.value))
      case 'property':
        return this.property(node.name)
      case 'fold':
        return `cql2_${node.op}(${this.scalar(node.arg)})`
      case 'arithmetic': {
        const [left, right] = [this.scalar(node.left), this.scalar(node.right)]
        if (NATIVE_ARITHMETIC.has(node.op)) return `(${left} ${node.op} ${right})`
        return `cql2_arithmetic_${ARITHMETIC.indexOf(node.op)}(${left}, ${right})`
      }
      default:
        throw new Error(`${node.kind} is no single value: the filter was not checked`)
    }
  }

  /** True where the test holds for an item of the list, else false. */
  ofItems(list: Queryable, test: () => string): string {
    const alias = `item${this.#count++}`
    this.#item = { name: list.name, sql: typed(list, `${alias}.value`) }
    const condition = test()
    this.#item = null
    const { path, derivation } = propertySource(list.source)
    if (derivation !== null)
      return `EXISTS (SELECT 1 FROM json_each(cql2_derive_${derivation}(${jsonAt(path)})) AS ${alias} WHERE ${condition})`
    // A null in place of the list would be an item of its own.
    const isArray = `json_type(f.properties, ${pathText(path)}) = 'array'`
    return `EXISTS (SELECT 1 FROM json_each(f.properties, ${pathText(path)}) AS ${alias} WHERE ${isArray} AND ${condition})`
  }

  start(node: Operand): string {
    return node.kind === 'interval' ? this.end(node.start, BEFORE_ALL) : this.scalar(node)
  }

  finish(node: Operand): string {
    return node.kind === 'interval' ? this.end(node.end, AFTER_ALL) : this.scalar(node)
  }

  /** The relation, decided in geodata; the row's box answers first where it can. */
  spatial(node: Extract<Expression, { kind: 'spatial' | 'dwithin' }>): string {
    const isReversed = node.left.kind !== 'property'
    const other = this.geometry(isReversed ? node.left : node.right)
    if (node.kind === 'dwithin') {
      const distance = this.bind(metresOf(node.distance, node.unit))
      return this.narrowed(boundsOf(node), `cql2_s_dwithin(f.geometry, ${other}, ${distance})`)
    }
    const op = isReversed ? CONVERSE[node.op] : node.op
    return this.narrowed(boundsOf(node), `cql2_${op}(f.geometry, ${other})`)
  }

  private narrowed(bounds: Bounds, exact: string): string {
    if (typeof bounds === 'string') return exact
    const { west, south, east, north } = outward(bounds)
    const sides = [
      `f.west <= ${this.bind(east)}`,
      `f.east >= ${this.bind(west)}`,
      `f.south <= ${this.bind(north)}`,
      `f.north >= ${this.bind(south)}`,
    ]
    return `(${sides.join(' AND ')} AND ${exact})`
  }

  private geometry(node: Operand): string {
    if (node.kind === 'geometry') return this.bind(JSON.stringify(node.geometry))
    return node.kind === 'bbox' ? this.bind(JSON.stringify({ bbox: node.bbox })) : 'f.geometry'
  }

  private end(end: IntervalEnd, open: string): string {
    return end.kind === 'open' ? this.bind(open) : this.scalar(end)
  }

  private property(name: string): string {
    if (this.#item?.name === name) return this.#item.sql
    const queryable = this.#queryables.get(name)
    if (!queryable) throw new Error(`${name} is no queryable: the filter was not checked`)
    if (queryable.source.kind === 'id') return 'f.id'
    const { path, derivation } = propertySource(queryable.source)
    if (derivation !== null) return typed(queryable, `cql2_derive_${derivation}(${jsonAt(path)})`)
    return typed(queryable, `json_extract(f.properties, ${pathText(path)})`)
  }
}

function propertySource(source: QueryableSource): Extract<QueryableSource, { kind: 'property' }> {
  if (source.kind !== 'property') throw new Error(`${source.kind} is no property: the filter was not checked`)
  return source
}

/** What is stored at a path, as JSON text. */
function jsonAt(path: readonly string[]): string {
  return `(f.properties -> ${pathText(path)})`
}

function pathText(path: readonly string[]): string {
  return `'$${path.map((key) => `."${key}"`).join('')}'`
}

function typed({ type }: Queryable, sql: string): string {
  if (type === 'number' || type === 'integer') return `CAST(${sql} AS REAL)`
  return type === 'timestamp' ? `cql2_instant(${sql})` : sql
}
