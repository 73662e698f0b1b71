/** Walks through tokens: what the readers of CQL2 text share. Keywords are matched whatever their case. */
import type { Node } from './expression.ts'
import type { Token } from './lexer.ts'
import { placeFault } from './literals.ts'
import type { PlacedLiteral, Placing } from './reference-system.ts'
import { Cql2Refusal, type Meter } from './refusal.ts'

export interface Cursor {
  peek(ahead?: number): Token
  take(): Token
  isWord(word: string): boolean
  isSymbol(symbol: string, ahead?: number): boolean
  takeWord(word: string): Token | undefined
  takeSymbol(...symbols: readonly string[]): Token | undefined
  needWord(word: string): Token
  needSymbol(symbol: string): Token
  needText(): Token
  /** Takes a number and multiplies it by its sign. */
  number(sign: 1 | -1, at: Token): Node & { kind: 'number' }
  made<N extends Node>(node: N, offset: number): N
  /** A shape or box in degrees, sound. */
  placed(literal: PlacedLiteral, at: Token): Node
  refusal(detail: string, at: Token): Cql2Refusal
  /** Names what stands here and what should. */
  unexpected(expected: string): Cql2Refusal
}

export function createCursor(tokens: readonly Token[], meter: Meter, placing: Placing): Cursor {
  let index = 0
  const end: Token = tokens.at(-1) ?? { kind: 'end', value: '', offset: 0 }
  const peek = (ahead = 0): Token => tokens[index + ahead] ?? end
  const take = (): Token => {
    const token = peek()
    index++
    return token
  }
  const isWord = (word: string) => peek().kind === 'name' && peek().value.toUpperCase() === word
  const isSymbol = (symbol: string, ahead = 0) => peek(ahead).kind === 'symbol' && peek(ahead).value === symbol
  const takeWord = (word: string) => (isWord(word) ? take() : undefined)
  const takeSymbol = (...symbols: readonly string[]) => (symbols.some((each) => isSymbol(each)) ? take() : undefined)
  const refusal = (detail: string, { offset }: Token) => new Cql2Refusal(detail, { encoding: 'text', offset })
  function unexpected(expected: string): Cql2Refusal {
    const found = peek()
    const shown = found.kind === 'end' ? 'the end' : JSON.stringify(found.value.slice(0, 40))
    return refusal(`Expected ${expected}, found ${shown}`, found)
  }
  function need(found: Token | undefined, expected: string): Token {
    if (!found) throw unexpected(expected)
    return found
  }
  return {
    ...{ peek, take, isWord, isSymbol, takeWord, takeSymbol, refusal, unexpected },
    needWord: (word) => need(takeWord(word), word),
    needSymbol: (symbol) => need(takeSymbol(symbol), JSON.stringify(symbol)),
    needText: () => need(peek().kind === 'text' ? take() : undefined, 'a text in quotes'),
    number(sign, at) {
      if (peek().kind !== 'number') throw unexpected('a number')
      const value = sign * Number(take().value)
      if (!Number.isFinite(value)) throw refusal('The number is too large', at)
      return meter.made({ kind: 'number', value: value === 0 ? 0 : value }, { encoding: 'text', offset: at.offset })
    },
    placed(literal, at) {
      const placed = placing(literal)
      const fault = typeof placed === 'string' ? placed : placeFault(placed)
      if (fault !== null || typeof placed === 'string') throw refusal(String(fault), at)
      return meter.made(placed, { encoding: 'text', offset: at.offset })
    },
    made: (node, offset) => meter.made(node, { encoding: 'text', offset }),
  }
}
