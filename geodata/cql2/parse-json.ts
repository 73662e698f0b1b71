/** CQL2 JSON to a tree. Places are JSON pointers. */
import {
  ARITHMETIC,
  ARRAY_OPS,
  COMPARISONS,
  DISTANCE_UNITS,
  type DistanceUnit,
  type Expression,
  FOLDS,
  isExpression,
  type Node,
  type Operand,
  SPATIAL_OPS,
  TEMPORAL_OPS,
} from './expression.ts'
import { JsonReader } from './json-reader.ts'
import { checkLength, checkSize, DEEPEST } from './limits.ts'
import { parseJsonValue } from './parse-json-values.ts'
import type { Parsed } from './parsed.ts'

/** Throws a Cql2Refusal that names the place; nothing else. */
export function parseJson(text: string): Parsed {
  checkLength(text, { pointer: '' })
  const places = new WeakMap<Node, { pointer: string }>()
  const root = JsonReader.open(text, places)
  const expression = condition(root)
  const placeOf = (node: Node) => places.get(node) ?? { pointer: '' }
  checkSize(expression, placeOf)
  return { expression, placeOf }
}

function condition(at: JsonReader): Expression {
  const node = anything(at)
  return isExpression(node) ? node : at.refuse('expected', { expected: 'condition', found: 'value' })
}

function value(at: JsonReader): Operand {
  return asValue(at, anything(at))
}

function asValue(at: JsonReader, node: Node): Operand {
  if (node.kind === 'open' || (isExpression(node) && node.kind !== 'boolean'))
    return at.refuse('expected', { expected: 'value', found: 'condition' })
  return node
}

function anything(at: JsonReader): Node {
  // A list lies one level deeper in JSON than in the tree; `checkSize` is exact.
  if (at.depth > DEEPEST + 1) at.refuse('too-deep', { limit: String(DEEPEST) })
  const op = at.operator()
  return at.placed(op === undefined ? parseJsonValue(at) : operation(at, op))
}

function operation(at: JsonReader, op: string): Node {
  switch (op) {
    case 'and':
    case 'or':
      return { kind: op, args: at.args(2, Number.POSITIVE_INFINITY).map(condition) }
    case 'not':
      return { kind: 'not', arg: condition(at.arg(0, 1)) }
    case 'isNull': {
      const arg = anything(at.arg(0, 1))
      return { kind: 'isNull', arg: isExpression(arg) ? arg : asValue(at, arg) }
    }
    case 'like':
      return { kind: 'like', value: value(at.arg(0, 2)), pattern: value(at.arg(1, 2)) }
    case 'between':
      return { kind: 'between', value: value(at.arg(0, 3)), low: value(at.arg(1, 3)), high: value(at.arg(2, 3)) }
    case 'in':
      return { kind: 'in', value: value(at.arg(0, 2)), list: at.arg(1, 2).items().map(value) }
    case 's_dwithin':
      return {
        kind: 'dwithin',
        ...{ left: value(at.arg(0, 4)), right: value(at.arg(1, 4)) },
        ...{ distance: at.arg(2, 4).number(), unit: unit(at.arg(3, 4)) },
      }
    default:
      return twoSided(at, op)
  }
}

function twoSided(at: JsonReader, op: string): Node {
  const fold = FOLDS.find((known) => known === op)
  if (fold) return { kind: 'fold', op: fold, arg: value(at.arg(0, 1)) }
  const sides = () => ({ left: value(at.arg(0, 2)), right: value(at.arg(1, 2)) })
  const comparison = COMPARISONS.find((known) => known === op)
  if (comparison) return { kind: 'compare', op: comparison, ...sides() }
  const arithmetic = ARITHMETIC.find((known) => known === op)
  if (arithmetic) return { kind: 'arithmetic', op: arithmetic, ...sides() }
  const spatial = SPATIAL_OPS.find((known) => known === op)
  if (spatial) return { kind: 'spatial', op: spatial, ...sides() }
  const temporal = TEMPORAL_OPS.find((known) => known === op)
  if (temporal) return { kind: 'temporal', op: temporal, ...sides() }
  const isArray = ARRAY_OPS.some((known) => known === op)
  return at.member('op').refuse(isArray ? 'array-function' : 'unknown-function', { name: at.shown(op) })
}

function unit(at: JsonReader): DistanceUnit {
  const found = (Object.keys(DISTANCE_UNITS) as DistanceUnit[]).find((known) => known === at.json)
  return found ?? at.refuse('bad-unit', { found: at.shown() })
}
