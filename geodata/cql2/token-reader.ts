/** Walks the tokens of a filter: looks ahead, takes, refuses with a place; remembers where each node stood. */
import type { Node } from './expression.ts'
import type { Token } from './lexer.ts'
import { DEEPEST } from './limits.ts'
import { Cql2Refusal, excerpt, type Place, type ReasonCode, type Thing } from './refusal.ts'

export class TokenReader {
  readonly places = new WeakMap<Node, Place>()
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)]
    if (!token) throw new Error('tokens end with an end')
    return token
  }

  next(): Token {
    const token = this.peek()
    this.#at++
    return token
  }

  isSign(value: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'sign' && token.value === value
  }

  /** Keywords are the same in capitals and small letters. */
  isWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'word' && token.value.toUpperCase() === word
  }

  takeSign(value: string): boolean {
    return this.isSign(value) && this.next() !== undefined
  }

  takeWord(word: string): boolean {
    return this.isWord(word) && this.next() !== undefined
  }

  needSign(value: string): void {
    if (!this.takeSign(value)) this.refuseNext(value)
  }

  needWord(word: string): void {
    if (!this.takeWord(word)) this.refuseNext(word)
  }

  /** Reads between parentheses, the opening one next; counts how deep they are. */
  inParentheses<T>(read: () => T): T {
    const open = this.peek()
    this.needSign('(')
    if (++this.#depth > DEEPEST)
      throw new Cql2Refusal('too-deep', { offset: open.offset, length: open.length }, { limit: String(DEEPEST) })
    const result = read()
    this.needSign(')')
    this.#depth--
    return result
  }

  list<T>(read: () => T): T[] {
    const items = [read()]
    while (this.takeSign(',')) items.push(read())
    return items
  }

  /** Remembers that a node reaches from a token up to the last token taken. */
  placed<N extends Node>(node: N, from: Token | Node): N {
    const place = 'offset' in from ? from : this.placeOf(from)
    const offset = 'offset' in place ? place.offset : 0
    this.places.set(node, { offset, length: this.endOfTaken() - offset })
    return node
  }

  placeOf(node: Node): Place {
    return this.places.get(node) ?? { offset: 0, length: 0 }
  }

  refuseNext(expected: Thing | (string & {})): never {
    this.refuse('expected', this.peek(), { expected, found: this.foundAt(this.peek()) })
  }

  /** Where a node ends, and where the last token taken ends. */
  endOf(node: Node): number {
    const place = this.placeOf(node)
    return 'offset' in place ? place.offset + place.length : 0
  }

  endOfTaken(): number {
    const last = this.#tokens[this.#at - 1]
    return last ? last.offset + last.length : 0
  }

  refuseNode(node: Node, values: { expected: Thing; found: Thing }): never {
    throw new Cql2Refusal('expected', this.placeOf(node), values)
  }

  refuse(code: ReasonCode, { offset, length }: Token, values: Record<string, string> = {}): never {
    throw new Cql2Refusal(code, { offset, length }, values)
  }

  foundAt(token: Token): string {
    return token.kind === 'end' ? 'end' : `“${excerpt(token.value)}”`
  }
}
