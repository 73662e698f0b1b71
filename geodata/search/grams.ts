/**
 * Names as overlapping pieces, so that a word with a typing error still shares most of them: padded trigrams for
 * alphabets, single characters and pairs for Chinese. Spelling variants of Latin and Arabic script are folded first.
 */

/** Letters that Arabic, Persian and Urdu keyboards write differently for the same sound, folded to the Urdu form. */
const ARABIC_FOLDS: Readonly<Record<string, string>> = {
  ...{ ي: 'ی', ى: 'ی', ې: 'ی', ے: 'ی', ك: 'ک', ڪ: 'ک', ه: 'ہ', ھ: 'ہ', ة: 'ہ', ە: 'ہ', ں: 'ن' },
  ...{ '٠': '0', '١': '1', '٢': '2', '٣': '3', '٤': '4', '٥': '5', '٦': '6', '٧': '7', '٨': '8', '٩': '9' },
  ...{ '۰': '0', '۱': '1', '۲': '2', '۳': '3', '۴': '4', '۵': '5', '۶': '6', '۷': '7', '۸': '8', '۹': '9' },
}

/** Lower case, without accents, Arabic vowel marks, apostrophes and tatweel; words parted by single spaces. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}|[\u0640'’‘ʻʼ`]/gu, '')
    .toLowerCase()
    .replace(/[\u0600-\u06ff]/g, (letter) => ARABIC_FOLDS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Grams of an already normalised name, each once, in order of first appearance. Empty for text without letters or digits. */
export function gramsOf(normalised: string): string[] {
  const grams = new Set<string>()
  for (const word of normalised.split(' '))
    for (const run of word.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []) {
      const letters = [...run]
      if (/\p{Script=Han}/u.test(run)) addChinese(grams, letters)
      else addTrigrams(grams, ['_', ...letters, '_'])
    }
  return [...grams]
}

function addTrigrams(grams: Set<string>, padded: string[]): void {
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3).join(''))
}

function addChinese(grams: Set<string>, characters: string[]): void {
  for (const character of characters) grams.add(character)
  for (let i = 0; i + 2 <= characters.length; i++) grams.add(characters.slice(i, i + 2).join(''))
}
