/** CQL2 text as tokens (OGC 21-065r2, annex B). Keywords are names here; the parser knows them. */
import { Cql2Refusal, type Reason, shown, type Values } from './refusal.ts'

export interface Token {
  kind: 'name' | 'quoted' | 'number' | 'text' | 'symbol' | 'end'
  /** Names and symbols as written; quoted names and texts without their quotes. */
  value: string
  offset: number
}

const SPACE = /\s+/y
const NAME = /[\p{L}_:][\p{L}\p{M}\p{N}_:.‿⁀]*/uy
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y
/** A quote inside is doubled, or follows a backslash. */
const TEXT = /'((?:''|\\'|[^'])*)'/y
/** Escape sequences of texts (requirement /req/cql2-text/escaping); any other backslash is one, as LIKE needs it. */
export const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '\\a': '\x07', '\\b': '\b', '\\t': '\t', '\\n': '\n', '\\v': '\v', '\\f': '\f', '\\r': '\r' },
}
const ESCAPED = /''|\\['abtnvfr]/g
const QUOTED = /"([^"]*)"/y
const SYMBOL = /<>|<=|>=|[=<>+\-*/%^(),]/y

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let offset = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = offset
    return pattern.exec(text)
  }
  while (offset < text.length) {
    const space = take(SPACE)
    if (space) {
      offset += space[0].length
      continue
    }
    const { token, length } = nextToken(text, offset, take)
    tokens.push(token)
    offset += length
  }
  tokens.push({ kind: 'end', value: '', offset: text.length })
  return tokens
}

function nextToken(
  text: string,
  offset: number,
  take: (pattern: RegExp) => RegExpExecArray | null,
): { token: Token; length: number } {
  const refuse = (reason: Reason, values?: Values) => new Cql2Refusal(reason, { encoding: 'text', offset }, values)
  const literal = take(TEXT)
  if (literal) {
    const value = (literal[1] ?? '').replace(ESCAPED, (sequence) => ESCAPES[sequence] ?? "'")
    return { token: { kind: 'text', value, offset }, length: literal[0].length }
  }
  if (text[offset] === "'") throw refuse('unclosed')
  const quoted = take(QUOTED)
  if (quoted) return { token: { kind: 'quoted', value: quoted[1] ?? '', offset }, length: quoted[0].length }
  if (text[offset] === '"') throw refuse('unclosed')
  for (const [kind, pattern] of [
    ['number', NUMBER],
    ['name', NAME],
    ['symbol', SYMBOL],
  ] as const) {
    const found = take(pattern)
    if (found) return { token: { kind, value: found[0], offset }, length: found[0].length }
  }
  throw refuse('bad-character', { found: shown(String.fromCodePoint(text.codePointAt(offset) ?? 0)) })
}
