/** The values of CQL2 text: arithmetic, literals, properties, functions. */
import {
  ARRAY_OPS,
  DISTANCE_OP,
  DISTANCE_UNITS,
  type DistanceUnit,
  FOLDS,
  type IntervalEnd,
  isExpression,
  type Node,
  type Operand,
  SPATIAL_OPS,
  TEMPORAL_OPS,
} from './expression.ts'
import type { Token } from './lexer.ts'
import { isGeometryWord, readBBox, readGeometry, signedNumber } from './parse-text-geometry.ts'
import { excerpt } from './refusal.ts'
import { isDay, isMoment } from './temporal.ts'
import type { TokenReader } from './token-reader.ts'

/** Words that are no property unless in double quotes. */
export const RESERVED = ['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE', 'DIV'] as const

type Inner = (reader: TokenReader) => Node

/** Sums of products of powers; left to right. `inner` reads what stands in parentheses. */
export function arithmetic(reader: TokenReader, inner: Inner): Node {
  return leftToRight(reader, ['+', '-'], () =>
    leftToRight(reader, ['*', '/', '%', 'div'], () => power(reader, () => factor(reader, inner))),
  )
}

function leftToRight(
  reader: TokenReader,
  ops: readonly ('+' | '-' | '*' | '/' | '%' | 'div')[],
  read: () => Node,
): Node {
  const start = reader.peek()
  let left = read()
  for (;;) {
    const op = ops.find((sign) => (sign === 'div' ? reader.isWord('DIV') : reader.isSign(sign)))
    if (op === undefined) return left
    reader.next()
    left = reader.placed({ kind: 'arithmetic', op, left: value(reader, left), right: value(reader, read()) }, start)
  }
}

function power(reader: TokenReader, read: () => Node): Node {
  const start = reader.peek()
  const left = read()
  if (!reader.takeSign('^')) return left
  return reader.placed({ kind: 'arithmetic', op: '^', left: value(reader, left), right: value(reader, read()) }, start)
}

function factor(reader: TokenReader, inner: Inner): Node {
  const start = reader.peek()
  if (reader.isSign('(')) return reader.inParentheses(() => inner(reader))
  const isNumberNext = reader.peek(1).kind === 'number'
  if (start.kind === 'number' || ((reader.isSign('-') || reader.isSign('+')) && isNumberNext))
    return reader.placed({ kind: 'number', value: signedNumber(reader) }, start)
  if (!reader.takeSign('-')) return simple(reader, inner)
  // `-height` has no form of its own in the tree.
  const minus = reader.placed({ kind: 'number', value: -1 } as const, start)
  return reader.placed({ kind: 'arithmetic', op: '*', left: minus, right: value(reader, simple(reader, inner)) }, start)
}

function simple(reader: TokenReader, inner: Inner): Node {
  const token = reader.peek()
  if (token.kind === 'text') return reader.placed({ kind: 'text', value: reader.next().value }, token)
  if (token.kind === 'name') return reader.placed({ kind: 'property', name: reader.next().value }, token)
  if (token.kind !== 'word') reader.refuseNext('value')
  const word = token.value.toUpperCase()
  if (word === 'TRUE' || word === 'FALSE') {
    reader.next()
    return reader.placed({ kind: 'boolean', value: word === 'TRUE' }, token)
  }
  if (RESERVED.some((reserved) => reserved === word)) reader.refuseNext('value')
  if (isGeometryWord(reader)) return reader.placed({ kind: 'geometry', geometry: readGeometry(reader) }, token)
  reader.next()
  if (reader.isSign('(')) return called(reader, token, inner)
  return reader.placed({ kind: 'property', name: token.value }, token)
}

type Read = () => Node

/** A function; its parenthesis is next. */
function called(reader: TokenReader, token: Token, inner: Inner): Node {
  const name = token.value.toLowerCase()
  const read = readerOf(name, reader, inner)
  if (read) return reader.placed(reader.inParentheses(read), token)
  const isArray = ARRAY_OPS.some((op) => op === name)
  reader.refuse(isArray ? 'array-function' : 'unknown-function', token, { name: excerpt(token.value) })
}

/** Reads what stands between the parentheses of a function; undefined for functions that are not offered. */
function readerOf(name: string, reader: TokenReader, inner: Inner): Read | undefined {
  const operand = () => value(reader, arithmetic(reader, inner))
  const pair = () => {
    const left = operand()
    reader.needSign(',')
    return { left, right: operand() }
  }
  if (name === 'bbox') return () => ({ kind: 'bbox', bbox: readBBox(reader) })
  if (name === 'date' || name === 'timestamp') return () => ({ kind: name, value: instantText(reader, name) })
  if (name === 'interval') return () => interval(reader, inner)
  const fold = FOLDS.find((op) => op === name)
  if (fold) return () => ({ kind: 'fold', op: fold, arg: operand() })
  const spatial = SPATIAL_OPS.find((op) => op === name)
  if (spatial) return () => ({ kind: 'spatial', op: spatial, ...pair() })
  const temporal = TEMPORAL_OPS.find((op) => op === name)
  if (temporal) return () => ({ kind: 'temporal', op: temporal, ...pair() })
  if (name === DISTANCE_OP) return () => ({ kind: 'dwithin', ...pair(), ...distance(reader) })
  return undefined
}

function distance(reader: TokenReader): { distance: number; unit: DistanceUnit } {
  reader.needSign(',')
  const distance = signedNumber(reader)
  reader.needSign(',')
  const token = reader.next()
  const unit = (Object.keys(DISTANCE_UNITS) as DistanceUnit[]).find((known) => known === token.value)
  if (token.kind !== 'text' || !unit) reader.refuse('bad-unit', token, { found: reader.foundAt(token) })
  return { distance, unit }
}

function instantText(reader: TokenReader, kind: 'date' | 'timestamp'): string {
  const token = reader.peek()
  if (token.kind !== 'text') reader.refuseNext(kind)
  const isGood = kind === 'date' ? isDay(token.value) : isMoment(token.value)
  if (!isGood) reader.refuse('bad-date', token, { found: reader.foundAt(token) })
  return reader.next().value
}

function interval(reader: TokenReader, inner: Inner): Operand {
  const start = intervalEnd(reader, inner)
  reader.needSign(',')
  return { kind: 'interval', start, end: intervalEnd(reader, inner) }
}

function intervalEnd(reader: TokenReader, inner: Inner): IntervalEnd {
  const token = reader.peek()
  if (token.kind === 'text') {
    reader.next()
    if (token.value === '..') return reader.placed({ kind: 'open' }, token)
    if (isDay(token.value)) return reader.placed({ kind: 'date', value: token.value }, token)
    if (isMoment(token.value)) return reader.placed({ kind: 'timestamp', value: token.value }, token)
    return reader.refuse('bad-date', token, { found: reader.foundAt(token) })
  }
  if (token.kind !== 'word' && token.kind !== 'name') reader.refuseNext('moment')
  const end = simple(reader, inner)
  if (end.kind === 'property' || end.kind === 'date' || end.kind === 'timestamp') return end
  return reader.refuse('expected', token, { expected: 'moment', found: reader.foundAt(token) })
}

/** The node as a value; a condition is refused where it stands. */
export function value(reader: TokenReader, node: Node): Operand {
  if (node.kind === 'open' || (isExpression(node) && node.kind !== 'boolean'))
    return reader.refuseNode(node, { expected: 'value', found: 'condition' })
  return node
}
