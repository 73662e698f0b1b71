/** CASEI and ACCENTI: texts made alike before they are compared. Deterministic, independent of locale. */
import type { FoldOp } from './expression.ts'

/** Characters whose capital is that of another letter, though Unicode does not fold them together. */
const UNFOLDED = 'ı'

export function fold(op: FoldOp, text: string): string {
  return op === 'casei' ? foldCase(text) : foldAccents(text)
}

/** Unicode's full case folding: each character small, capital, small again, so that ß meets ss and ς meets σ. */
function foldCase(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text)
    if (character === UNFOLDED) folded += character
    else for (const small of character.toLowerCase().toUpperCase()) folded += small.toLowerCase()
  return folded
}

/** Without combining marks: é is e, and Arabic script loses its vowel signs, hamza above and madda. */
function foldAccents(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
}
