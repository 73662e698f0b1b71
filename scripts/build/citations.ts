/** Turns a `source` cell into citations that resolve to records of the `sources` dataset. */
import { slugOf } from '#geodata/contract/filter.ts'
import { type Citation, GENERAL_KNOWLEDGE } from '#geodata/contract/provenance.ts'

/** The part of a source record by which rows cite it. */
export interface SourceRecord {
  id: string
  /** Opening words by which rows cite it. */
  short: string
  /** Folder of facts whose list holds it; '' for the main one. Two folders may use the same words for two addresses. */
  folder: string
  publisher: string | null
  year: string | null
  kind: string | null
  url: string | null
  note: string | null
}

/** Prefix of the ids of records made from a citation that no list of sources explains. */
export const AS_CITED = 'cited-'

/** Letters and digits only, lower case: punctuation and case differ between the lists and the rows. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Words before a citation that say what was taken from it; the source is named after them. */
const LEAD_WORDS = /^(?:sections|segment lengths|rival posts|npm|track to the border under construction)\s+\(?/i

/** Pieces of a cell that name no source but comment on the one before them. */
const REMARK =
  /^\(?(?:as in|as hvdc|age 10|with hub|without the former|value of undivided|sum of 2017|none found|storage not found|derived|city is approximate|deposit rows in)\b/i

/** The citation without its remarks in brackets: the words under which an unlisted source is kept. */
export function bareCitation(text: string): string {
  return (
    text
      .replace(/\s*\([^)]*\)/g, '')
      .replace(/\s+/g, ' ')
      .trim() || text
  )
}

/** Splits a cell at `;` outside brackets. */
export function splitCitations(cell: string): string[] {
  return cell
    .split(/;(?![^(]*\))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

/** The id of the record whose `short` is the longest opening of the words, if any. */
function recordFor(text: string, sources: readonly SourceRecord[], folder: string): string | undefined {
  const words = `${wordsOf(text)} `
  let best: { id: string; short: string } | undefined
  for (const candidate of sources) {
    const short = wordsOf(candidate.short)
    if (short === '' || !words.startsWith(`${short} `)) continue
    const isLonger = !best || short.length > best.short.length
    const isNearer = best?.short === short && candidate.folder === folder
    if (isLonger || isNearer) best = { id: candidate.id, short }
  }
  return best?.id
}

/**
 * The cell as citations. A piece resolves to the record whose `short` is the longest opening of it; the list of
 * `folder` wins over the main one. A remark joins the citation before it. A piece that resolves to nothing gets the id
 * under which the `sources` builder makes a record "as cited" (address unknown), so every citation leads somewhere.
 */
export function resolveCitations(cell: string, sources: readonly SourceRecord[], folder = ''): Citation[] {
  const citations: Citation[] = []
  for (const text of splitCitations(cell)) {
    const last = citations.at(-1)
    const named = /general knowledge/i.test(text)
      ? GENERAL_KNOWLEDGE
      : (recordFor(text, sources, folder) ?? recordFor(text.replace(LEAD_WORDS, ''), sources, folder))
    if (named) citations.push({ text, source: named })
    else if (!REMARK.test(text))
      citations.push({ text, source: `${AS_CITED}${slugOf(bareCitation(text)).slice(0, 90)}` })
    else if (last) last.text = `${last.text}; ${text}`
    else citations.push({ text, source: GENERAL_KNOWLEDGE })
  }
  return citations
}

/** Every citation anywhere inside a value, for the builder and the checker of `sources`. */
export function citationsWithin(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsWithin)
  if (typeof value !== 'object' || value === null) return []
  if ('source' in value && 'text' in value && Object.keys(value).length === 2)
    return typeof value.source === 'string' && typeof value.text === 'string'
      ? [{ source: value.source, text: value.text }]
      : []
  return Object.values(value).flatMap(citationsWithin)
}
