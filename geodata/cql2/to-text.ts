/** A tree as CQL2 text: `parseText` reads it back into an equal tree. */

import {
  type Expression,
  type IntervalEnd,
  isArithmetic,
  isComparison,
  type Node,
  type OperationNode,
  type ShapeLiteral,
} from './expression.ts'
import { FUNCTIONS, SHAPE_WORDS } from './functions.ts'
import { Cql2Refusal, type Thing } from './refusal.ts'

/** Throws a Cql2Refusal for what text cannot say: a backslash where it would be an escape, a quote within a name. */
export function toText(expression: Expression): string {
  return written(expression)
}

function written(node: Node): string {
  switch (node.kind) {
    case 'property':
      return nameText(node.name)
    case 'text':
      return quoted(node.value)
    case 'number':
      return String(node.value)
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
    case 'date':
    case 'timestamp':
      return `${node.kind.toUpperCase()}('${node.value}')`
    case 'interval':
      return `INTERVAL(${endText(node.start)}, ${endText(node.end)})`
    case 'geometry':
      return shapeText(node.value)
    case 'bbox':
      return `BBOX(${node.value.join(', ')})`
    case 'operation':
      return operationText(node)
  }
}

function operationText({ op, args }: OperationNode): string {
  if (op === 'and' || op === 'or') return args.map(termText).join(` ${op.toUpperCase()} `)
  const [head, ...others] = args.map(operandText)
  if (op === 'not') return negatedText(args[0]) ?? `NOT ${head}`
  if (op === 'isNull') return `${head} IS NULL`
  if (op === 'like' || op === 'between' || op === 'in') return listedText({ kind: 'operation', op, args }, '')
  if (isComparison(op)) return `${head} ${op} ${others[0]}`
  if (isArithmetic(op)) return `${head} ${op === 'div' ? 'DIV' : op} ${others[0]}`
  return `${op.toUpperCase()}(${args.map(written).join(', ')})`
}

/** `a NOT IN (1, 2)` and its like, undefined for what has no such form. */
function negatedText(inner: Node | undefined): string | undefined {
  if (inner?.kind !== 'operation') return undefined
  if (inner.op === 'isNull') return `${inner.args.map(operandText).join('')} IS NOT NULL`
  return inner.op === 'like' || inner.op === 'between' || inner.op === 'in' ? listedText(inner, 'NOT ') : undefined
}

function listedText({ op, args }: OperationNode, not: 'NOT ' | ''): string {
  const [head, ...others] = args.map(operandText)
  if (op === 'in') return `${head} ${not}IN (${others.join(', ')})`
  return `${head} ${not}${op.toUpperCase()} ${others.join(' AND ')}`
}

/** AND and OR hold back all but each other. */
function termText(node: Node): string {
  return node.kind === 'operation' && (node.op === 'and' || node.op === 'or') ? `(${written(node)})` : written(node)
}

/** Operations inside operations stand in parentheses, but for calls, which have their own. */
function operandText(node: Node): string {
  const isCall = node.kind === 'operation' && FUNCTIONS.has(node.op.toUpperCase())
  return node.kind === 'operation' && !isCall ? `(${written(node)})` : written(node)
}

const WORDS: ReadonlySet<string> = new Set([
  ...['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'DIV', 'TRUE', 'FALSE', 'Z'],
  ...['DATE', 'TIMESTAMP', 'INTERVAL', 'BBOX'],
  ...SHAPE_WORDS,
  ...FUNCTIONS.keys(),
])

function nameText(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !WORDS.has(name.toUpperCase())) return name
  if (name.includes('"')) throw unwritable('quoted-name')
  return `"${name}"`
}

function quoted(text: string): string {
  if (/\\(['abtnvfr]|$)/.test(text)) throw unwritable('escaped-text')
  return `'${text.replaceAll("'", "''")}'`
}

function unwritable(detail: Thing): Cql2Refusal {
  return new Cql2Refusal('no-text-form', { encoding: 'text', offset: 0 }, { detail })
}

function endText(end: IntervalEnd): string {
  if (end.kind === 'open') return "'..'"
  return end.kind === 'property' ? nameText(end.name) : `'${end.value}'`
}

function shapeText(shape: ShapeLiteral): string {
  const word = shape.type.toUpperCase()
  if (shape.type === 'GeometryCollection') return `${word}(${shape.geometries.map(shapeText).join(', ')})`
  const text = coordinatesText(shape.coordinates, shape.type === 'MultiPoint')
  const mark = heightOf(shape.coordinates) ? ' Z' : ''
  return shape.type === 'Point' ? `${word}${mark}(${text})` : `${word}${mark}${text}`
}

type Coordinates = readonly number[] | readonly Coordinates[]

function isPosition(coordinates: Coordinates): coordinates is readonly number[] {
  return typeof coordinates[0] === 'number'
}

function coordinatesText(coordinates: Coordinates, pointsApart: boolean): string {
  if (isPosition(coordinates)) return coordinates.join(' ')
  const parts = coordinates.map((part) => coordinatesText(part, pointsApart))
  return `(${parts.map((part) => (pointsApart ? `(${part})` : part)).join(', ')})`
}

function heightOf(coordinates: Coordinates): boolean {
  if (isPosition(coordinates)) return coordinates.length === 3
  const [head] = coordinates
  return head !== undefined && heightOf(head)
}
