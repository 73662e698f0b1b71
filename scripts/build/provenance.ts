/** The provenance of a row of facts: its citations, date, confidence and the compiler's note. */
import { Confidence, GENERAL_KNOWLEDGE, type Provenance } from '#geodata/contract/provenance.ts'
import { resolveCitations, type SourceRecord } from './citations.ts'

type Row = Readonly<Record<string, string | null>>

/**
 * Reads the columns source, as_of_year (or as_of, year, date), confidence and note. `asOf` overrides the date;
 * `folder` names the folder of facts whose list of sources is asked first. A row without citation rests on memory.
 */
export function provenanceOf(
  row: Row,
  sources: readonly SourceRecord[],
  options: { asOf?: string | null; folder?: string } = {},
): Provenance {
  const citations = row.source ? resolveCitations(row.source, sources, options.folder) : []
  if (citations.length === 0) citations.push({ text: 'general knowledge, unverified', source: GENERAL_KNOWLEDGE })
  const asOf = options.asOf === undefined ? (row.as_of_year ?? row.as_of ?? row.year ?? row.date ?? null) : options.asOf
  return {
    citations,
    asOf,
    confidence: Confidence.parse(row.confidence ?? 'low'),
    note: row.note ?? null,
  }
}
