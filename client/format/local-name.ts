/** The name to show: the reader's language, else English, else whichever there is. */
import type { Language, LocalName } from '#geodata/contract/provenance.ts'

export function localName(name: LocalName, language: Language, fallback = ''): string {
  return name[language] ?? name.en ?? name.ur ?? name.zh ?? fallback
}

/** The other names of the same thing, with their languages, in the order English, Urdu, Chinese. */
export function otherNames(name: LocalName, language: Language): { language: Language; text: string }[] {
  const shown = localName(name, language)
  const others: { language: Language; text: string | null }[] = [
    { language: 'en', text: name.en },
    { language: 'ur', text: name.ur },
    { language: 'zh', text: name.zh },
  ]
  return others.flatMap(({ language: of, text }) => (text !== null && text !== shown ? [{ language: of, text }] : []))
}
