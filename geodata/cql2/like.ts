/**
 * LIKE as the standard has it: `%` for any characters, `_` for one, `\` before one of the three for itself; capitals
 * matter. The last `%` alone is tried again, so the time is bounded by the product of both lengths whatever the pattern.
 */

type Piece = string | 'ANY' | 'ONE'

const compiled = new Map<string, readonly Piece[]>()
const MOST_COMPILED = 200

export function isLike(text: string, pattern: string): boolean {
  const pieces = piecesOf(pattern)
  const characters = [...text]
  let [at, piece, afterAny, resumeAt] = [0, 0, -1, 0]
  while (at < characters.length) {
    const wanted = pieces[piece]
    if (wanted === 'ANY') {
      afterAny = ++piece
      resumeAt = at
    } else if (wanted === 'ONE' || (wanted !== undefined && wanted === characters[at])) {
      at++
      piece++
    } else if (afterAny >= 0) {
      at = ++resumeAt
      piece = afterAny
    } else return false
  }
  while (pieces[piece] === 'ANY') piece++
  return piece === pieces.length
}

function piecesOf(pattern: string): readonly Piece[] {
  const before = compiled.get(pattern)
  if (before) return before
  const pieces: Piece[] = []
  const characters = [...pattern]
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index] ?? ''
    const next = characters[index + 1] ?? ''
    if (character === '\\' && next !== '') {
      pieces.push(next)
      index++
    } else if (character === '%') {
      if (pieces.at(-1) !== 'ANY') pieces.push('ANY')
    } else pieces.push(character === '_' ? 'ONE' : character)
  }
  if (compiled.size >= MOST_COMPILED) compiled.clear()
  compiled.set(pattern, pieces)
  return pieces
}
