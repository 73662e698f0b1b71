/** A tree as CQL2 text that reads back as the same tree, with no more parentheses than needed. */
import type { Position } from '../contract/geo.ts'
import { type Expression, type FilterGeometry, isExpression, type Node, type Operand } from './expression.ts'
import { IDENTIFIER } from './lexer.ts'
import { RESERVED } from './parse-text-values.ts'
import { Cql2Refusal } from './refusal.ts'

/** Throws a Cql2Refusal, `no-text-form`, for texts with a backslash before a quotation mark or at the end. */
export function toText(node: Node): string {
  return isExpression(node) ? conditionText(node) : valueText(node)
}

function conditionText(node: Expression): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.args.map((arg) => within(arg, node.kind)).join(` ${node.kind.toUpperCase()} `)
    case 'not':
      return negatedText(node.arg)
    case 'compare':
      return `${valueText(node.left)} ${node.op} ${valueText(node.right)}`
    case 'like':
    case 'between':
    case 'in':
    case 'isNull':
      return testText(node, '')
    case 'spatial':
    case 'temporal':
      return `${node.op.toUpperCase()}(${valueText(node.left)}, ${valueText(node.right)})`
    case 'dwithin':
      return `S_DWITHIN(${valueText(node.left)}, ${valueText(node.right)}, ${numberText(node.distance)}, '${node.unit}')`
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
  }
}

type Test = Extract<Expression, { kind: 'like' | 'between' | 'in' | 'isNull' }>

/** `negation` is '' or 'NOT '. */
function testText(node: Test, negation: '' | 'NOT '): string {
  switch (node.kind) {
    case 'like':
      return `${valueText(node.value)} ${negation}LIKE ${valueText(node.pattern)}`
    case 'between':
      return `${valueText(node.value)} ${negation}BETWEEN ${valueText(node.low)} AND ${valueText(node.high)}`
    case 'in':
      return `${valueText(node.value)} ${negation}IN (${node.list.map(valueText).join(', ')})`
    case 'isNull':
      return `${isExpression(node.arg) && node.arg.kind !== 'boolean' ? `(${toText(node.arg)})` : toText(node.arg)} IS ${negation}NULL`
  }
}

function negatedText(arg: Expression): string {
  if (arg.kind === 'like' || arg.kind === 'between' || arg.kind === 'in' || arg.kind === 'isNull')
    return testText(arg, 'NOT ')
  const isCall = arg.kind === 'spatial' || arg.kind === 'temporal' || arg.kind === 'dwithin' || arg.kind === 'boolean'
  return isCall ? `NOT ${conditionText(arg)}` : `NOT (${conditionText(arg)})`
}

/** `NOT x AND y` is `(NOT x) AND y`: only AND and OR below AND or OR need parentheses. */
function within(arg: Expression, outer: 'and' | 'or'): string {
  const isLoose = arg.kind === 'or' || (arg.kind === 'and' && outer === 'and')
  return isLoose ? `(${conditionText(arg)})` : conditionText(arg)
}

function valueText(node: Exclude<Node, Expression> | Operand): string {
  switch (node.kind) {
    case 'property':
      return nameText(node.name)
    case 'text':
      return quotedText(node.value)
    case 'number':
      return numberText(node.value)
    case 'boolean':
      return node.value ? 'TRUE' : 'FALSE'
    case 'date':
    case 'timestamp':
      return `${node.kind.toUpperCase()}('${node.value}')`
    case 'interval':
      return `INTERVAL(${endText(node.start)}, ${endText(node.end)})`
    case 'open':
      return "'..'"
    case 'geometry':
      return geometryText(node.geometry)
    case 'bbox':
      return `BBOX(${node.bbox.map(numberText).join(', ')})`
    case 'fold':
      return `${node.op.toUpperCase()}(${valueText(node.arg)})`
    case 'arithmetic':
      return arithmeticText(node)
  }
}

function endText(end: Extract<Operand, { kind: 'interval' }>['start']): string {
  return end.kind === 'date' || end.kind === 'timestamp' ? `'${end.value}'` : valueText(end)
}

function nameText(name: string): string {
  const isReserved = RESERVED.some((word) => word === name.toUpperCase())
  return IDENTIFIER.test(name) && !isReserved ? name : `"${name}"`
}

function quotedText(text: string): string {
  if (/\\(?:'|$)/.test(text)) throw new Cql2Refusal('no-text-form', { offset: 0, length: 0 })
  return `'${text.replaceAll("'", "''")}'`
}

function numberText(number: number): string {
  return String(number).replace('e', 'E')
}

const STRENGTH = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2, div: 2, '^': 3 } as const

/** Left to right among equals, so the right side of an equal needs parentheses; `^` takes no chain on either side. */
function arithmeticText({ op, left, right }: Extract<Operand, { kind: 'arithmetic' }>): string {
  const side = (node: Operand, isRight: boolean): string => {
    if (node.kind !== 'arithmetic') return valueText(node)
    const isTight = STRENGTH[node.op] > STRENGTH[op] || (STRENGTH[node.op] === STRENGTH[op] && !isRight && op !== '^')
    return isTight ? valueText(node) : `(${valueText(node)})`
  }
  return `${side(left, false)} ${op.toUpperCase()} ${side(right, true)}`
}

function geometryText(geometry: FilterGeometry): string {
  const parts =
    geometry.type === 'GeometryCollection'
      ? `(${geometry.geometries.map(geometryText).join(', ')})`
      : coordinatesText(geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates, geometry.type)
  return `${geometry.type.toUpperCase()}${parts}`
}

type Nested = Position | readonly Nested[]

function coordinatesText(list: readonly Nested[], type?: string): string {
  const items = list.map((item) => {
    if (!isPosition(item)) return coordinatesText(item)
    const text = item.map(numberText).join(' ')
    return type === 'MultiPoint' ? `(${text})` : text
  })
  return `(${items.join(', ')})`
}

function isPosition(item: Nested): item is Position {
  return typeof item[0] === 'number'
}
