/** Walks through tokens: what the readers of CQL2 text share. Keywords are matched whatever their case. */
import type { Node } from './expression.ts'
import type { Token } from './lexer.ts'
import { placeFault } from './literals.ts'
import type { Meter } from './meter.ts'
import type { PlacedLiteral, Placing } from './placing.ts'
import { Cql2Refusal, type Keyword, type Reason, shown, type Thing, type Values } from './refusal.ts'

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
  refusal(reason: Reason, at: Token, values?: Values): Cql2Refusal
  /** Names what stands here and what should. */
  unexpected(expected: Thing | Keyword): Cql2Refusal
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
  const refusal = (reason: Reason, { offset }: Token, values?: Values) =>
    new Cql2Refusal(reason, { encoding: 'text', offset }, values)
  function unexpected(expected: Thing | Keyword): Cql2Refusal {
    const found = peek()
    return refusal('expected', found, { expected, found: found.kind === 'end' ? 'end' : shown(found.value) })
  }
  function need(found: Token | undefined, expected: Thing | Keyword): Token {
    if (!found) throw unexpected(expected)
    return found
  }
  return {
    ...{ peek, take, isWord, isSymbol, takeWord, takeSymbol, refusal, unexpected },
    needWord: (word) => need(takeWord(word), shown(word)),
    needSymbol: (symbol) => need(takeSymbol(symbol), shown(symbol)),
    needText: () => need(peek().kind === 'text' ? take() : undefined, 'text'),
    number(sign, at) {
      if (peek().kind !== 'number') throw unexpected('number')
      const written = take().value
      const value = sign * Number(written)
      if (!Number.isFinite(value)) throw refusal('bad-number', at, { found: shown(written) })
      return meter.made({ kind: 'number', value: value === 0 ? 0 : value }, { encoding: 'text', offset: at.offset })
    },
    placed(literal, at) {
      const placed = placing(literal)
      const detail = placed === null ? 'no-place' : placeFault(placed)
      if (placed === null || detail !== null) throw refusal('bad-geometry', at, { detail: detail ?? 'no-place' })
      return meter.made(placed, { encoding: 'text', offset: at.offset })
    },
    made: (node, offset) => meter.made(node, { encoding: 'text', offset }),
  }
}
