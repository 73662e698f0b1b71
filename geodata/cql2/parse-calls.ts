/** What begins with a name and an opening parenthesis in CQL2 text: functions, dates, intervals, boxes and shapes. */

import { isReversed } from './dates.ts'
import type { IntervalEnd, Node, Operator } from './expression.ts'
import { FUNCTIONS, SHAPE_WORDS } from './functions.ts'
import type { Token } from './lexer.ts'
import { dateFault, timestampFault } from './literals.ts'
import { coordinate, parseShape } from './parse-shape.ts'
import type { Grammar } from './parse-text.ts'
import { type Reason, shown, type Values } from './refusal.ts'
import type { Cursor } from './token-cursor.ts'

/** undefined where the next tokens are no call. */
export function parseCall(cursor: Cursor, grammar: Pick<Grammar, 'value' | 'nested'>): Node | undefined {
  const at = cursor.peek()
  const word = at.value.toUpperCase()
  const isCall = cursor.isSymbol('(', 1)
  if (SHAPE_WORDS.has(word.replace(/Z$/, '')) && (isCall || isHeightMark(cursor))) {
    return cursor.placed({ kind: 'geometry', value: parseShape(cursor) }, at)
  }
  if (!isCall) return undefined
  if (word === 'DATE' || word === 'TIMESTAMP') return parseInstant(cursor, word)
  if (word === 'INTERVAL') return parseInterval(cursor)
  if (word === 'BBOX') return parseBox(cursor)
  const called = FUNCTIONS.get(word)
  if (!called) throw cursor.refusal(...unknownFunction(at.value, at))
  cursor.take()
  return grammar.nested(at, () => parseArguments(cursor, called, grammar, at))
}

/** What to refuse an unknown function with, at its place. */
export function unknownFunction<P>(name: string, place: P): [Reason, P, Values] {
  return [/^a_/i.test(name) ? 'array-function' : 'unknown-function', place, { name: shown(name) }]
}

function isHeightMark(cursor: Cursor): boolean {
  const mark = cursor.peek(1)
  return mark.kind === 'name' && mark.value.toUpperCase() === 'Z' && cursor.isSymbol('(', 2)
}

function parseArguments(
  cursor: Cursor,
  { op, operands }: { op: Operator; operands: number },
  { value }: Pick<Grammar, 'value'>,
  at: Token,
): Node {
  cursor.needSymbol('(')
  const args: Node[] = []
  for (let index = 0; index < operands; index++) {
    if (index > 0) cursor.needSymbol(',')
    args.push(value())
  }
  cursor.needSymbol(')')
  return cursor.made({ kind: 'operation', op, args }, at.offset)
}

function parseInstant(cursor: Cursor, word: 'DATE' | 'TIMESTAMP'): Node {
  const at = cursor.take()
  cursor.needSymbol('(')
  const text = cursor.needText()
  const fault = word === 'DATE' ? dateFault(text.value) : timestampFault(text.value)
  if (fault !== null) throw cursor.refusal(fault, text, { found: shown(text.value) })
  cursor.needSymbol(')')
  return cursor.made({ kind: word === 'DATE' ? 'date' : 'timestamp', value: text.value }, at.offset)
}

function parseInterval(cursor: Cursor): Node {
  const at = cursor.take()
  cursor.needSymbol('(')
  const start = parseIntervalEnd(cursor)
  cursor.needSymbol(',')
  const end = parseIntervalEnd(cursor)
  cursor.needSymbol(')')
  if (isReversed(start, end)) throw cursor.refusal('bad-interval', at)
  return cursor.made({ kind: 'interval', start, end }, at.offset)
}

function parseIntervalEnd(cursor: Cursor): IntervalEnd {
  const at = cursor.take()
  if (at.kind === 'name' || at.kind === 'quoted') return cursor.made({ kind: 'property', name: at.value }, at.offset)
  const end = at.kind === 'text' ? intervalEndOf(at.value) : null
  if (end === null) throw cursor.refusal('expected-here', at, { expected: 'interval-end' })
  return end
}

/** An end as it is written in both encodings; null where it is none. */
export function intervalEndOf(text: string): IntervalEnd | null {
  if (text === '..') return { kind: 'open' }
  if (dateFault(text) === null) return { kind: 'date', value: text }
  return timestampFault(text) === null ? { kind: 'timestamp', value: text } : null
}

function parseBox(cursor: Cursor): Node {
  const at = cursor.take()
  cursor.needSymbol('(')
  const value = [coordinate(cursor)]
  while (cursor.takeSymbol(',')) value.push(coordinate(cursor))
  cursor.needSymbol(')')
  if (value.length !== 4 && value.length !== 6) throw cursor.refusal('bad-geometry', at, { detail: 'box-numbers' })
  return cursor.placed({ kind: 'bbox', value }, at)
}
