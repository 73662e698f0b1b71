/** Whether two spellings, Latin or Urdu, are likely one name; and how far two positions are apart. */
import { distance } from 'fastest-levenshtein'
import type { Position } from '#geodata/contract/geo.ts'

/** Urdu consonants by sound; letters for vowels, breath and glides are left out. */
const SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'p',
  ت: 't',
  ٹ: 't',
  ط: 't',
  ث: 's',
  س: 's',
  ص: 's',
  ش: 's',
  ج: 'j',
  چ: 'c',
  خ: 'k',
  د: 'd',
  ڈ: 'd',
  ذ: 'z',
  ز: 'z',
  ض: 'z',
  ظ: 'z',
  ژ: 'z',
  ر: 'r',
  ڑ: 'r',
  غ: 'g',
  گ: 'g',
  ف: 'f',
  ق: 'k',
  ک: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ں: 'n',
}

function latin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
}

/** Consonants alone, one letter a sound: a form that Urdu and Latin spellings of one name share. */
export function consonants(text: string): string {
  const sounds = /[\u0600-\u06ff]/.test(text)
    ? [...text].map((letter) => SOUNDS[letter] ?? '').join('')
    : latin(text)
        .replace(/ch/g, 'c')
        .replace(/sh/g, 's')
        .replace(/q/g, 'k')
        .replace(/[aeiouwyhv]/g, '')
  return sounds.replace(/(.)\1+/g, '$1')
}

/** 0 (different) to 1 (equal): share of letters that need no change, by letters in one script, by consonants across. */
export function nameLikeness(a: string, b: string): number {
  const isUrdu = (text: string): boolean => /[\u0600-\u06ff]/.test(text)
  const [one, other] = isUrdu(a) || isUrdu(b) ? [consonants(a), consonants(b)] : [latin(a), latin(b)]
  const longer = Math.max(one.length, other.length)
  return longer < 2 ? 0 : 1 - distance(one, other) / longer
}

/** Kilometres on a sphere; good for joining places. */
export function kmBetween([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}
