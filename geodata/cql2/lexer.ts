/** CQL2 text to tokens. Keywords are told from names by the parser; here words are words. One pass, no backtracking. */
import { Cql2Refusal, excerpt } from './refusal.ts'

export interface Token {
  kind: 'word' | 'name' | 'text' | 'number' | 'sign' | 'end'
  /** Words and signs as written, names without their double quotes, texts with quotes undone. */
  value: string
  offset: number
  length: number
}

/** Start and further characters of an identifier, from the standard's grammar (rule `identifier`). */
const START =
  ':_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFE\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const WORD = new RegExp(`[${START}][${START}.0-9\\u0300-\\u036F\\u203F\\u2040]*`, 'uy')
export const IDENTIFIER = new RegExp(`^[${START}][${START}.0-9\\u0300-\\u036F\\u203F\\u2040]*$`, 'u')
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const SIGN = /<>|<=|>=|[=<>+\-*/%^(),]/y
const SPACE = /\s+/y
/** Lone halves of characters and NUL: no store keeps them unharmed. */
export const UNSTORABLE = /\p{Cs}|\0/u

/** Ends with a token of kind `end`. Throws a Cql2Refusal. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let offset = 0
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = offset
    return pattern.exec(text)?.[0]
  }
  while (offset < text.length) {
    const space = match(SPACE)
    if (space !== undefined) {
      offset += space.length
      continue
    }
    const token = quoted(text, offset) ?? plain(match, offset)
    if (token === undefined)
      throw new Cql2Refusal(
        'bad-character',
        { offset, length: 1 },
        { found: [...text.slice(offset, offset + 2)][0] ?? '' },
      )
    tokens.push(token)
    offset += token.length
  }
  tokens.push({ kind: 'end', value: '', offset, length: 0 })
  return tokens
}

function plain(match: (pattern: RegExp) => string | undefined, offset: number): Token | undefined {
  for (const [kind, pattern] of [
    ['word', WORD],
    ['number', NUMBER],
    ['sign', SIGN],
  ] as const) {
    const value = match(pattern)
    if (value !== undefined) return { kind, value, offset, length: value.length }
  }
  return undefined
}

/** `'it''s'` and `'it\'s'` are texts, `"a name"` is a property's name. */
function quoted(text: string, offset: number): Token | undefined {
  const quote = text[offset]
  if (quote !== "'" && quote !== '"') return undefined
  let value = ''
  let at = offset + 1
  for (;;) {
    const character = text[at]
    if (character === undefined) throw new Cql2Refusal('unclosed-text', { offset, length: text.length - offset })
    const isEscape = quote === "'" && text[at + 1] === "'" && (character === "'" || character === '\\')
    if (isEscape) {
      value += "'"
      at += 2
    } else if (character === quote) break
    else {
      value += character
      at++
    }
  }
  const length = at + 1 - offset
  if (UNSTORABLE.test(value))
    throw new Cql2Refusal('bad-character', { offset, length }, { found: excerpt(JSON.stringify(value)) })
  if (quote === '"' && value === '')
    throw new Cql2Refusal('expected', { offset, length }, { expected: 'property', found: '""' })
  return { kind: quote === '"' ? 'name' : 'text', value, offset, length }
}
