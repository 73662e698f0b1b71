/**
 * Taking data away: what may be asked of an export, and what a reader is told before the file is made. The formats are
 * the server's list (server/export/formats.ts); the contract knows them only by name, so that a new one needs no line here.
 */
import * as z from 'zod'
import { DepositFilter } from './filter.ts'
import { bboxFromText } from './geo.ts'
import { Language } from './provenance.ts'

/** More in one file is for a copy of the datasets themselves. */
export const MOST_EXPORTED_FEATURES = 100_000
/** A selection stands in the address, which has 4,096 characters. */
export const MOST_EXPORTED_IDS = 200

const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/, 'expected lower-case letters, digits and hyphens')

function listFromText(item: RegExp, most: number, expected: string) {
  return z
    .string()
    .max(4096)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().regex(item, expected)).min(1).max(most, `expected at most ${most}`))
}

/**
 * Restrictions add up: a feature must pass every one that is given. The choices of the deposit filter belong to the
 * dataset `deposits` alone; `filter`, in CQL2, asks about the properties and places of any dataset.
 */
export const ExportQuery = DepositFilter.extend({
  /** Features whose geometry meets the box. */
  bbox: bboxFromText.optional(),
  /** A selection, by id. An id that is not there is refused, never left out in silence. */
  ids: listFromText(
    /^[A-Za-z0-9][A-Za-z0-9._~-]{0,119}$/,
    MOST_EXPORTED_IDS,
    'expected ids of letters, digits, . _ ~ and -',
  ).optional(),
  /** Names of columns to keep, as `describeExport` lists them; `id` and the place are always there. */
  fields: listFromText(/^[A-Za-z][A-Za-z0-9_]{0,99}$/, 200, 'expected names of columns').optional(),
  /** How CSV and XLSX say where: as well-known text or in two columns (points only). Default: two columns for points. */
  coordinates: z.enum(['wkt', 'lon-lat']).optional(),
  /** Language of the title, the notice and the names of sheets; columns keep their names. Default: English. */
  lang: Language.optional(),
}).strict()
export type ExportQuery = z.output<typeof ExportQuery>

export const ExportColumn = z.object({
  name: z.string(),
  /** `json`: a list of records (rival figures), as JSON text where a format knows only plain values. */
  kind: z.enum(['text', 'number', 'integer', 'boolean', 'json']),
  unit: z.string().nullable(),
})
export type ExportColumn = z.output<typeof ExportColumn>

/** What a file would hold, told before it is made. */
export const ExportPlan = z.object({
  dataset: z.string(),
  title: z.object({ en: z.string(), ur: z.string(), zh: z.string() }),
  /** Exactly how many features the file will hold. */
  featureCount: z.number().int(),
  mostFeatures: z.number().int(),
  columns: z.array(ExportColumn),
  /** SPDX identifier, title and address of the licence. */
  licence: z.object({ id: z.string(), title: z.string(), url: z.string().nullable() }),
  attribution: z.array(z.string()),
  vintage: z.string(),
  formats: z.array(
    z.object({
      /** The end of the address and, with `extension`, of the file's name. */
      id: z.string(),
      title: z.string(),
      extension: z.string(),
      mediaType: z.string(),
      fileName: z.string(),
      /** Whether it can hold this dataset: some formats hold nothing without a place. */
      isSuitable: z.boolean(),
    }),
  ),
})
export type ExportPlan = z.output<typeof ExportPlan>

export const describeExport = {
  method: 'GET',
  path: '/api/export/:dataset',
  summary: 'What a file of these features would hold: how many, which columns, under what licence, in which formats',
  params: z.strictObject({ dataset: Slug }),
  query: ExportQuery,
  output: ExportPlan,
  example: { params: { dataset: 'deposits' }, query: { commodity: 'copper', province: 'balochistan' } },
} as const

/** Endpoints that answer with a file, streamed, instead of JSON. Refusals are problems like everywhere. */
export const downloads = {
  exportDataset: {
    method: 'GET',
    path: '/api/export/:dataset.:format',
    summary: 'Features of a dataset as a file: GeoJSON, GeoPackage, Shapefile, KML, CSV, FlatGeobuf or XLSX',
    params: z.strictObject({ dataset: Slug, format: Slug }),
    query: ExportQuery,
    example: {
      params: { dataset: 'deposits', format: 'geojson' },
      query: { commodity: 'copper', province: 'balochistan' },
    },
  },
} as const
export type DownloadId = keyof typeof downloads
