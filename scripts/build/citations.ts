/** Turns a `source` cell into citations that resolve to records of the `sources` dataset. */
import { type Citation, GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'

export interface SourceRecord {
  id: string
  /** Opening words by which rows cite it. */
  short: string
}

/** The cell split at `;` and each piece resolved by the longest opening words; pieces that resolve to nothing are returned apart. */
export function resolveCitations(
  cell: string,
  sources: readonly SourceRecord[],
): { citations: Citation[]; unresolved: string[] } {
  const citations: Citation[] = []
  const unresolved: string[] = []
  for (const text of cell.split(';').map((piece) => piece.trim())) {
    if (text === '') continue
    const source = /general knowledge/i.test(text)
      ? GENERAL_KNOWLEDGE
      : sources
          .filter((candidate) => text.toLowerCase().startsWith(candidate.short.toLowerCase()))
          .sort((a, b) => b.short.length - a.short.length)[0]?.id
    if (source) citations.push({ text, source })
    else unresolved.push(text)
  }
  return { citations, unresolved }
}
