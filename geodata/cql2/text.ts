/** Text in filters: order, folding and LIKE. Pure and total, so that a store may call the same functions. */

/** Order of code points, as SQL stores order UTF-8; JavaScript's own order differs beyond U+FFFF. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let index = 0; index < length; index++) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)]
    if (one !== other) return rankOfUnit(one) - rankOfUnit(other)
  }
  return a.length - b.length
}

/** UTF-16 units put in the order of the code points that they begin: surrogates last. */
function rankOfUnit(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800
  return unit >= 0xd800 ? unit + 0x2000 : unit
}

/** Its capital is that of i, though Unicode does not fold the two together. */
const DOTLESS = 'ı'

/** Unicode's full case folding: each character small, capital, small again, so that ß and ẞ meet ss, and ς meets σ. */
export function caseFolded(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text)
    if (character === DOTLESS) folded += character
    else for (const small of character.toLowerCase().toUpperCase()) folded += small.toLowerCase()
  return folded
}

/** Letters with a stroke, which Unicode does not decompose though their bare letters are what is typed instead. */
const STROKED: Readonly<Record<string, string>> = {
  ...{ Ø: 'O', ø: 'o', Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', Ŧ: 'T', ŧ: 't' },
  ...{ Ƀ: 'B', ƀ: 'b', Ǥ: 'G', ǥ: 'g', Ɨ: 'I', ɨ: 'i', Ɍ: 'R', ɍ: 'r', Ƶ: 'Z', ƶ: 'z' },
}

/** Without combining marks (accents; in Arabic script vowel signs, madda and hamza above) and strokes. */
export function accentFolded(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .replace(/[ØøŁłĐđĦħŦŧɃƀǤǥƗɨɌɍƵƶ]/g, (letter) => STROKED[letter] ?? letter)
}

interface Pattern {
  pieces: readonly { kind: 'any-text' | 'any-character' | 'character'; value: string }[]
}
const patterns = new Map<string, Pattern>()
const MOST_PATTERNS = 64

/**
 * `%` is any text, `_` any one character, a backslash takes the next character as it is; upper and lower case differ.
 * At most (length of text)² steps: only the last `%` is ever gone back to.
 */
export function isLike(text: string, pattern: string): boolean {
  const { pieces } = compiled(pattern)
  const characters = [...text]
  let [at, piece, afterAny, anyAt] = [0, 0, -1, 0]
  while (at < characters.length) {
    const { kind, value } = pieces[piece] ?? { kind: 'end', value: '' }
    if (kind === 'any-character' || (kind === 'character' && value === characters[at])) {
      at++
      piece++
    } else if (kind === 'any-text') {
      piece++
      afterAny = piece
      anyAt = at
    } else if (afterAny >= 0) {
      piece = afterAny
      anyAt++
      at = anyAt
    } else return false
  }
  while (pieces[piece]?.kind === 'any-text') piece++
  return piece === pieces.length
}

function compiled(pattern: string): Pattern {
  const known = patterns.get(pattern)
  if (known) return known
  const pieces: Pattern['pieces'][number][] = []
  let isEscaped = false
  for (const value of pattern) {
    if (!isEscaped && value === '\\') isEscaped = true
    else {
      const kind = isEscaped ? 'character' : value === '%' ? 'any-text' : value === '_' ? 'any-character' : 'character'
      pieces.push({ kind, value })
      isEscaped = false
    }
  }
  if (isEscaped) pieces.push({ kind: 'character', value: '\\' })
  if (patterns.size >= MOST_PATTERNS) patterns.clear()
  const made = { pieces }
  patterns.set(pattern, made)
  return made
}
