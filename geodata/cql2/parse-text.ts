/**
 * CQL2 text to a checked tree, by recursive descent over the grammar of OGC 21-065r2, annex B. Every refusal carries its
 * position. Bounded: 16 kB, 256 nodes, 32 levels of tree and of parentheses.
 */
import { checked } from './check.ts'
import { COMPARISONS, type Comparison, type Expression, MOST_DEPTH, type Node, type Operator } from './expression.ts'
import { type Token, tokensOf } from './lexer.ts'
import { createMeter, tooDeep, weigh } from './meter.ts'
import { parseCall } from './parse-calls.ts'
import { AS_WRITTEN, type Placing } from './placing.ts'
import type { Queryables } from './queryables.ts'
import { shown } from './refusal.ts'
import { type Cursor, createCursor } from './token-cursor.ts'

/** Throws a Cql2Refusal, and nothing else, for whatever is not a filter over these queryables. `placing`: of coordinates. */
export function parseText(text: string, queryables: Queryables, placing: Placing = AS_WRITTEN): Expression {
  const start = { encoding: 'text', offset: 0 } as const
  weigh(text, start)
  const meter = createMeter(start)
  const cursor = createCursor(tokensOf(text), meter, placing)
  const node = createGrammar(cursor).condition()
  if (cursor.peek().kind !== 'end') throw cursor.unexpected('connective')
  return checked(node, queryables, meter)
}

export interface Grammar {
  /** booleanExpression, or whatever stands there: types are checked when the whole is read. */
  condition(): Node
  /** scalarExpression, arithmetic included. */
  value(): Node
  /** Reads one level of parentheses deeper. */
  nested<T>(at: Token, read: () => T): T
}

const RESERVED: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'DIV'])

function createGrammar(cursor: Cursor): Grammar {
  let depth = 0
  const operation = (op: Operator, args: Node[], { offset }: Token) =>
    cursor.made({ kind: 'operation', op, args }, offset)

  function nested<T>(at: Token, read: () => T): T {
    depth++
    if (depth > MOST_DEPTH) throw tooDeep({ encoding: 'text', offset: at.offset })
    const found = read()
    depth--
    return found
  }
  function chain(word: 'AND' | 'OR', next: () => Node): Node {
    const at = cursor.peek()
    const args = [next()]
    while (cursor.takeWord(word)) args.push(next())
    const [only] = args
    return only && args.length === 1 ? only : operation(word === 'AND' ? 'and' : 'or', args, at)
  }
  const condition = (): Node => chain('OR', () => chain('AND', factor))
  function factor(): Node {
    const not = cursor.takeWord('NOT')
    return not ? operation('not', [predicate()], not) : predicate()
  }
  function predicate(): Node {
    const at = cursor.peek()
    const left = value()
    const comparison = cursor.takeSymbol(...COMPARISONS)
    if (comparison) return operation(comparison.value as Comparison, [left, value()], at)
    if (cursor.takeWord('IS')) return isNull(left, at)
    const not = cursor.isWord('NOT') ? cursor.take() : undefined
    const found = listed(left, at)
    if (found === undefined) {
      if (not) throw cursor.unexpected(shown('LIKE, BETWEEN, IN'))
      return left
    }
    return not ? operation('not', [found], not) : found
  }
  function isNull(left: Node, at: Token): Node {
    const not = cursor.takeWord('NOT')
    cursor.needWord('NULL')
    const found = operation('isNull', [left], at)
    return not ? operation('not', [found], not) : found
  }
  function listed(left: Node, at: Token): Node | undefined {
    if (cursor.takeWord('LIKE')) return operation('like', [left, value()], at)
    if (cursor.takeWord('BETWEEN')) {
      const low = value()
      cursor.needWord('AND')
      return operation('between', [left, low, value()], at)
    }
    if (!cursor.takeWord('IN')) return undefined
    cursor.needSymbol('(')
    const items = [value()]
    while (cursor.takeSymbol(',')) items.push(value())
    cursor.needSymbol(')')
    return operation('in', [left, ...items], at)
  }
  function value(): Node {
    let left = product()
    for (let at = cursor.takeSymbol('+', '-'); at; at = cursor.takeSymbol('+', '-'))
      left = operation(at.value as '+' | '-', [left, product()], at)
    return left
  }
  function product(): Node {
    let left = power()
    for (;;) {
      const at = cursor.takeSymbol('*', '/', '%') ?? cursor.takeWord('DIV')
      if (!at) return left
      left = operation(at.kind === 'name' ? 'div' : (at.value as '*' | '/' | '%'), [left, power()], at)
    }
  }
  function power(): Node {
    const left = signed()
    const at = cursor.takeSymbol('^')
    return at ? operation('^', [left, signed()], at) : left
  }
  function signed(): Node {
    const sign = cursor.takeSymbol('-', '+')
    if (!sign) return atom()
    if (cursor.peek().kind === 'number') return cursor.number(sign.value === '-' ? -1 : 1, sign)
    if (sign.value === '+') throw cursor.unexpected('number')
    const minusOne = cursor.made({ kind: 'number', value: -1 }, sign.offset)
    return operation('*', [minusOne, atom()], sign)
  }
  function atom(): Node {
    const at = cursor.peek()
    if (at.kind === 'number') return cursor.number(1, at)
    if (cursor.takeSymbol('(')) {
      const inner = nested(at, condition)
      cursor.needSymbol(')')
      return inner
    }
    if (at.kind === 'text') return cursor.made({ kind: 'text', value: cursor.take().value }, at.offset)
    if (at.kind === 'quoted') return cursor.made({ kind: 'property', name: cursor.take().value }, at.offset)
    if (at.kind !== 'name' || RESERVED.has(at.value.toUpperCase())) throw cursor.unexpected('operand')
    const call = parseCall(cursor, { value, nested })
    if (call) return call
    cursor.take()
    const word = at.value.toUpperCase()
    if (word === 'TRUE' || word === 'FALSE') return cursor.made({ kind: 'boolean', value: word === 'TRUE' }, at.offset)
    return cursor.made({ kind: 'property', name: at.value }, at.offset)
  }
  return { condition, value, nested }
}
