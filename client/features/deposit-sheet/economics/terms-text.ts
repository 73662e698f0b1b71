/** Terms that the reader has set, from and to the text of the link. */
import { TERM_KEYS, type TermsSet, TermsText } from '#geodata/contract/economics.ts'

/** What makes no sense (a link of another version, mistyped) sets nothing. */
export function setFromText(text: string | null): TermsSet {
  return text === null ? {} : (TermsText.safeParse(text).data ?? {})
}

/** In a fixed order, so that equal terms give equal links; null for none. */
export function setToText(set: TermsSet): string | null {
  const parts = TERM_KEYS.flatMap((key) => {
    const value = set[key]
    return value === undefined ? [] : [`${key}:${Number(value.toPrecision(6))}`]
  })
  return parts.length === 0 ? null : parts.join(',')
}
