/**
 * CQL2 text to a tree by recursive descent: OR over AND over NOT over predicates over sums. One descent serves conditions
 * and values, since a parenthesis may open either; what stands where it must not is refused with its place.
 */
import { COMPARISONS, type ComparisonOp, type Expression, isExpression, type Node, type Operand } from './expression.ts'
import { tokensOf } from './lexer.ts'
import { checkLength, checkSize } from './limits.ts'
import { arithmetic, value } from './parse-text-values.ts'
import type { Parsed } from './parsed.ts'
import { TokenReader } from './token-reader.ts'

/** Throws a Cql2Refusal that names the place; nothing else. */
export function parseText(text: string): Parsed {
  checkLength(text, { offset: 0, length: text.length })
  const reader = new TokenReader(tokensOf(text))
  const expression = condition(reader, anything(reader))
  if (reader.peek().kind !== 'end') reader.refuseNext('end')
  const placeOf = (node: Node) => reader.placeOf(node)
  checkSize(expression, placeOf)
  return { expression, placeOf }
}

/** A condition or, where no operator follows, a value. */
function anything(reader: TokenReader): Node {
  return joined(reader, 'or', () => joined(reader, 'and', () => negation(reader)))
}

function joined(reader: TokenReader, kind: 'and' | 'or', read: () => Node): Node {
  const start = reader.peek()
  const first = read()
  const word = kind.toUpperCase()
  if (!reader.isWord(word)) return first
  const args = [condition(reader, first)]
  while (reader.takeWord(word)) args.push(condition(reader, read()))
  return reader.placed({ kind, args }, start)
}

function negation(reader: TokenReader): Node {
  const starts = []
  while (reader.isWord('NOT')) starts.push(reader.next())
  let node = predicate(reader)
  for (const start of starts.reverse()) node = reader.placed({ kind: 'not', arg: condition(reader, node) }, start)
  return node
}

function predicate(reader: TokenReader): Node {
  const start = reader.peek()
  const left = arithmetic(reader, anything)
  const comparison = COMPARISONS.find((sign) => reader.isSign(sign))
  if (comparison) return compared(reader, left, comparison)
  if (reader.takeWord('IS')) {
    const isNot = reader.takeWord('NOT')
    reader.needWord('NULL')
    return negatedIf(
      reader,
      isNot,
      reader.placed({ kind: 'isNull', arg: isExpression(left) ? left : value(reader, left) }, start),
    )
  }
  const isNot = reader.isWord('NOT') && ['LIKE', 'BETWEEN', 'IN'].some((word) => reader.isWord(word, 1))
  if (isNot) reader.next()
  const made = advanced(reader, left)
  return made ? negatedIf(reader, isNot, reader.placed(made, start)) : left
}

function compared(reader: TokenReader, left: Node, op: ComparisonOp): Expression {
  const first = value(reader, left)
  reader.next()
  return reader.placed({ kind: 'compare', op, left: first, right: nextValue(reader) }, left)
}

function advanced(reader: TokenReader, left: Node): Expression | undefined {
  if (reader.takeWord('LIKE')) return { kind: 'like', value: value(reader, left), pattern: nextValue(reader) }
  if (reader.takeWord('BETWEEN')) {
    const tested = value(reader, left)
    const low = nextValue(reader)
    reader.needWord('AND')
    return { kind: 'between', value: tested, low, high: nextValue(reader) }
  }
  if (!reader.takeWord('IN')) return undefined
  const tested = value(reader, left)
  return { kind: 'in', value: tested, list: reader.inParentheses(() => reader.list(() => nextValue(reader))) }
}

function negatedIf(reader: TokenReader, isNot: boolean, arg: Expression): Expression {
  return isNot ? reader.placed({ kind: 'not', arg }, arg) : arg
}

/** The node as a condition. Behind a lone value a comparison is missing; that is the place to point at. */
function condition(reader: TokenReader, node: Node): Expression {
  if (isExpression(node)) return node
  const isLast = reader.endOf(node) === reader.endOfTaken()
  return isLast ? reader.refuseNext('comparison') : reader.refuseNode(node, { expected: 'condition', found: 'value' })
}

function nextValue(reader: TokenReader): Operand {
  return value(reader, arithmetic(reader, anything))
}
