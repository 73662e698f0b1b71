/** What a dataset of the atlas is: its schema, where it came from, what may be done with it and how it becomes tiles. */
import * as z from 'zod'
import { GeometryQuality } from './geo.ts'
import { LocalName, Provenance } from './provenance.ts'

export const LayerGroup = z.enum([
  'deposits',
  'geology',
  'corridors',
  'ports-and-borders',
  'industry-and-power',
  'environment',
  'people',
  'basemap',
  'reference',
])
export type LayerGroup = z.output<typeof LayerGroup>

/** Licences under which our datasets are published. The key is the SPDX identifier where there is one. */
export const LICENCES = {
  'CC-BY-4.0': { title: 'Creative Commons Attribution 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  'ODbL-1.0': { title: 'Open Database License 1.0', url: 'https://opendatacommons.org/licenses/odbl/1-0/' },
  'CC0-1.0': { title: 'Public domain', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  'official-statistics': { title: 'Official statistics, facts; no licence stated', url: null },
} as const
export const LicenceId = z.enum(Object.keys(LICENCES) as [keyof typeof LICENCES])
export type LicenceId = z.output<typeof LicenceId>

/** Every feature of every dataset has these; a dataset's own schema extends them. */
export const FeatureProperties = z.object({
  name: LocalName,
  /** Other names in any script, for searching. */
  altNames: z.array(z.string().min(1)).optional(),
  geometryQuality: GeometryQuality,
  /** Absent where the dataset's own provenance says all there is (bulk map data). */
  provenance: Provenance.optional(),
})
export type FeatureProperties = z.output<typeof FeatureProperties>

export interface DatasetSource {
  title: string
  publisher: string
  url: string | null
  /** State of the data, for example `2021-08` or `2017`. */
  vintage: string
  licence: string
}

export interface TileRules<P> {
  minZoom: number
  maxZoom: number
  /** Properties that styles need, copied into tiles beside `id`, `name_en`, `name_ur`, `name_zh` and `quality`. */
  properties: readonly (keyof P & string)[]
  /** The thinning rule: the zoom from which a feature is drawn. Importance decides, never chance. Default: `minZoom`. */
  firstZoom?: (properties: P) => number
  /** The thinning rule in words, shown in the dataset's documentation. */
  thinning: string
  /** Neighbouring areas share edges: simplify the topology, not each ring, so that no slivers open. */
  sharedEdges?: boolean
}

export interface DatasetDefinition<P extends FeatureProperties = FeatureProperties> {
  id: string
  title: { en: string; ur: string; zh: string }
  group: LayerGroup
  /** `none`: a table without places (agreements, prices). */
  geometry: 'point' | 'line' | 'area' | 'mixed' | 'none'
  properties: z.ZodType<P>
  sources: readonly DatasetSource[]
  licence: LicenceId
  /** Lines that must be shown wherever the data are, for example `© OpenStreetMap contributors`. */
  attribution: readonly string[]
  vintage: string
  /** How accurate, how complete, what stands in for what. One or two sentences. */
  accuracy: string
  /** Names of its features are found by the search box. */
  searchable: boolean
  /** Which of them, where another dataset names the rest already; all by default. */
  isSearched?: (properties: P) => boolean
  tiles: TileRules<P> | null
}

/**
 * Ties a definition's tile rules to its own schema, then forgets the schema's type so that definitions fit one list.
 * Sound because rules only ever see properties that have passed that schema.
 */
export function defineDataset<P extends FeatureProperties>(definition: DatasetDefinition<P>): DatasetDefinition {
  return definition as unknown as DatasetDefinition
}

/** What the server tells of a dataset. */
export const DatasetInfo = z.object({
  id: z.string(),
  title: z.object({ en: z.string(), ur: z.string(), zh: z.string() }),
  group: LayerGroup,
  geometry: z.enum(['point', 'line', 'area', 'mixed', 'none']),
  sources: z.array(
    z.object({
      title: z.string(),
      publisher: z.string(),
      url: z.string().nullable(),
      vintage: z.string(),
      licence: z.string(),
    }),
  ),
  licence: z.object({ id: LicenceId, title: z.string(), url: z.string().nullable() }),
  attribution: z.array(z.string()),
  vintage: z.string(),
  accuracy: z.string(),
  featureCount: z.number().int(),
  /** Changes whenever any feature changes; part of tile addresses. */
  version: z.string(),
  tiles: z.object({ url: z.string(), minZoom: z.number(), maxZoom: z.number(), thinning: z.string() }).nullable(),
})
export type DatasetInfo = z.output<typeof DatasetInfo>
