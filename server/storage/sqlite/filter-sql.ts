/**
 * The tree of a filter as SQL over the feature table. What stands on attributes alone becomes an exact condition; where
 * geometry has a say the condition is the weakest that lets every match through, and geodata/cql2/evaluate.ts decides.
 * Both must agree in every corner of three-valued logic: tests/contract/storage-contract-filters.ts holds them to it.
 */
import { commonType, listIn, type ValueType } from '#geodata/cql2/check.ts'
import { FIRST_MS, instantMs, LAST_MS, RELATIONS, type Side, type Term } from '#geodata/cql2/dates.ts'
import type { Derivation } from '#geodata/cql2/derivations.ts'
import { constantScalar } from '#geodata/cql2/evaluate.ts'
import {
  type Arithmetic,
  type Comparison,
  type Expression,
  hasSpatial,
  type IntervalEnd,
  isArithmetic,
  isComparison,
  isConstant,
  isTemporal,
  type Node,
  type OperationNode,
  type Temporal,
} from '#geodata/cql2/expression.ts'
import type { Queryable, Queryables } from '#geodata/cql2/queryables.ts'
import { bound, joined, type Sql, sql } from './sql-fragment.ts'

const [TRUE, FALSE] = [sql`1`, sql`0`]
const [AND, OR, COMMA] = [sql` AND `, sql` OR `, sql`, `]
const COMPARISON_SQL: Readonly<Record<Comparison | '=', Sql>> = {
  '=': sql`=`,
  '<>': sql`<>`,
  '<': sql`<`,
  '>': sql`>`,
  '<=': sql`<=`,
  '>=': sql`>=`,
}
interface SpanSql {
  start: Sql
  end: Sql
}

/** True of every row that can meet the expression; of no other where `hasSpatial(expression)` is false. */
export function filterSql(expression: Expression, queryables: Queryables): Sql {
  return truth(expression, true)

  /** `upper`: let through what is undecided; else keep it out (under NOT). */
  function truth(node: Node, upper: boolean): Sql {
    if (node.kind === 'boolean') return node.value ? TRUE : FALSE
    if (node.kind !== 'operation') throw new Error(`no condition: ${node.kind}`)
    const { op, args } = node
    if (op === 'and' || op === 'or')
      return sql`(${joined(
        args.map((arg) => truth(arg, upper)),
        op === 'and' ? AND : OR,
      )})`
    if (op === 'not') return sql`(NOT ${truth(at(args, 0), !upper)})`
    if (hasSpatial(node)) return upper ? TRUE : FALSE
    if (op === 'isNull') return isNull(at(args, 0))
    if (isTemporal(op)) return temporal(op, span(at(args, 0)), span(at(args, 1)))
    return overItems(node, scalarCondition(node))
  }

  function scalarCondition({ op, args }: OperationNode): Sql {
    const type = op === 'between' ? 'number' : op === 'like' ? 'text' : (commonType(args, queryables) ?? 'text')
    const [head = FALSE, first = FALSE, ...others] = args.map((arg) => scalar(arg, type))
    if (isComparison(op)) return sql`(${head} ${COMPARISON_SQL[op]} ${first})`
    if (op === 'like') return sql`cql2_like(${head}, ${first})`
    if (op === 'between') return sql`(${head} BETWEEN ${first} AND ${others[0] ?? first})`
    return sql`(${head} IN (${joined([first, ...others], COMMA)}))`
  }

  function overItems(node: OperationNode, predicate: Sql): Sql {
    const list = listIn(node, queryables)
    if (!list) return predicate
    const items = stored(list)
    return sql`CASE WHEN json_type(${items}) = 'array' THEN (
      SELECT CASE WHEN max(met) = 1 THEN 1 WHEN count(met) < count(*) THEN NULL ELSE 0 END
      FROM (SELECT ${predicate} AS met FROM json_each(${items}) AS item)) END`
  }

  function isNull(node: Node): Sql {
    if (node.kind === 'interval') return sql`((${span(node).start} + ${span(node).end}) IS NULL)`
    if (node.kind === 'geometry' || node.kind === 'bbox') return FALSE
    if (node.kind === 'operation' && !isArithmetic(node.op) && node.op !== 'casei' && node.op !== 'accenti')
      return sql`(${truth(node, true)} IS NULL)`
    if (node.kind !== 'property') return sql`(${scalar(node, typeHint(node))} IS NULL)`
    const queryable = known(node.name)
    return queryable.type === 'geometry' ? sql`(feature.geometry IS NULL)` : sql`(${stored(queryable)} IS NULL)`
  }

  function scalar(node: Node, type: ValueType): Sql {
    if (isConstant(node)) {
      const value = constantScalar(node, type, queryables)
      return bound(typeof value === 'boolean' ? Number(value) : value)
    }
    if (node.kind === 'property') {
      const queryable = known(node.name)
      const value = queryable.isList ? sql`item.value` : stored(queryable)
      if (type === 'instant') return sql`cql2_start(${value})`
      return type === 'number' ? sql`CAST(${value} AS REAL)` : value
    }
    if (node.kind !== 'operation') throw new Error(`no value: ${node.kind}`)
    const { op, args } = node
    if (isArithmetic(op)) return arithmetic(op, scalar(at(args, 0), 'number'), scalar(at(args, 1), 'number'))
    const inner = scalar(at(args, 0), 'text')
    return op === 'casei' ? sql`cql2_casei(${inner})` : sql`cql2_accenti(${inner})`
  }

  function span(node: Node): SpanSql {
    if (node.kind === 'date' || node.kind === 'timestamp') {
      const ms = bound(instantMs(node.value))
      return { start: ms, end: ms }
    }
    if (node.kind === 'property') {
      const value = stored(known(node.name))
      return { start: sql`cql2_start(${value})`, end: sql`cql2_end(${value})` }
    }
    if (node.kind !== 'interval') throw new Error(`no time: ${node.kind}`)
    return { start: intervalEnd(node.start, 'start'), end: intervalEnd(node.end, 'end') }
  }

  function intervalEnd(end: IntervalEnd, side: keyof SpanSql): Sql {
    return end.kind === 'open' ? bound(side === 'start' ? FIRST_MS : LAST_MS) : span(end)[side]
  }

  function known(name: string): Queryable {
    const queryable = queryables.get(name)
    if (!queryable) throw new Error(`unknown property ${name}`)
    return queryable
  }
}

function temporal(op: Temporal, a: SpanSql, b: SpanSql): Sql {
  const value = (side: Side): Sql => (side.startsWith('a') ? a : b)[side.endsWith('start') ? 'start' : 'end']
  const terms = RELATIONS[op].map(
    ([left, relation, right]: Term) => sql`${value(left)} ${COMPARISON_SQL[relation]} ${value(right)}`,
  )
  const holds = joined(terms, op === 't_disjoint' ? OR : AND)
  return sql`CASE WHEN (${a.start} + ${a.end} + ${b.start} + ${b.end}) IS NOT NULL THEN (${holds}) END`
}

function arithmetic(op: Arithmetic, a: Sql, b: Sql): Sql {
  switch (op) {
    case '+':
      return sql`(${a} + ${b})`
    case '-':
      return sql`(${a} - ${b})`
    case '*':
      return sql`(${a} * ${b})`
    case '/':
      return sql`(${a} / ${b})`
    case '%':
      return sql`cql2_remainder(${a}, ${b})`
    case 'div':
      return sql`cql2_div(${a}, ${b})`
    case '^':
      return sql`cql2_power(${a}, ${b})`
  }
}

function typeHint(node: Node): ValueType {
  if (node.kind === 'date' || node.kind === 'timestamp') return 'instant'
  return node.kind === 'operation' && isArithmetic(node.op) ? 'number' : 'text'
}

const DERIVED_SQL: Readonly<Record<Derivation, Sql>> = {
  slug: sql`cql2_slug`,
  critical: sql`cql2_critical`,
  groups: sql`cql2_groups`,
  confidence: sql`cql2_confidence`,
}

/** The value of a row, lists as JSON text; NULL where there is none. */
function stored(queryable: Queryable): Sql {
  if (queryable.path.length === 0) return sql`feature.id`
  const path = bound(pathOf(queryable))
  if (queryable.derivation !== null) return sql`${DERIVED_SQL[queryable.derivation]}(feature.properties -> ${path})`
  return sql`json_extract(feature.properties, ${path})`
}

/** `$."resource"."tonnageMt"`; keys come from the schemas of datasets, and are bound, not written into the SQL. */
export function pathOf({ path }: Queryable): string {
  return `$${path.map((key) => `.${JSON.stringify(key)}`).join('')}`
}

function at(args: readonly Node[], index: number): Node {
  const found = args[index]
  if (!found) throw new Error('an operand is missing')
  return found
}
