/** Puts a name as mapped, of unknown language, into the slot of its script. */
import type { LocalName } from '#geodata/contract/provenance.ts'

export const NO_NAME: LocalName = { en: null, ur: null, zh: null }

/** Arabic script counts as Urdu, Han characters as Chinese, everything else as English. Names that mix scripts stay whole. */
export function nameByScript(text: unknown): LocalName {
  if (typeof text !== 'string' || text.trim() === '') return NO_NAME
  const name = text.trim()
  if (/\p{Script=Arabic}/u.test(name)) return { ...NO_NAME, ur: name }
  if (/\p{Script=Han}/u.test(name)) return { ...NO_NAME, zh: name }
  return { ...NO_NAME, en: name }
}
