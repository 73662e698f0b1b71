/** What a file format is: one file in this folder and one line in formats.ts. Writers are libraries; this is the seam. */
import type { DatasetDefinition } from '#geodata/contract/dataset.ts'
import type { ExportQuery } from '#geodata/contract/export.ts'
import type { Geometry } from '#geodata/contract/geo.ts'
import type { Column, Value } from './columns.ts'
import type { ExportNotice } from './notice.ts'

export interface ExportRow {
  id: string
  geometry: Geometry | null
  /** One a column, in order of the columns. */
  values: readonly Value[]
  /** Ids of the sources that the whole record cites, whichever columns were chosen. */
  cites(): ReadonlySet<string>
}

/** A record of the `sources` dataset that some row cites. */
export interface CitedSource {
  id: string
  title: string
  publisher: string | null
  year: string | null
  url: string | null
}

export interface ExportContent {
  dataset: DatasetDefinition
  /** `id` is always the first. */
  columns: readonly Column[]
  notice: ExportNotice
  coordinates: NonNullable<ExportQuery['coordinates']>
  /** Each call reads anew, page by page, and stops when the reader has left or the time is over. */
  rows(): AsyncIterable<ExportRow>
  /** Sources by id, those that the atlas holds. */
  sources(ids: Iterable<string>): Promise<CitedSource[]>
}

export interface ExportFormat {
  /** The end of the address: `/api/export/deposits.<id>`. */
  id: string
  /** A proper name, the same in every language. */
  title: string
  extension: string
  mediaType: string
  /** False where every feature must have a place. */
  holdsTables: boolean
  /** The file in order; text is UTF-8. Asked for one chunk after the other, never ahead of the reader. */
  write(content: ExportContent): AsyncIterable<Uint8Array | string>
}
