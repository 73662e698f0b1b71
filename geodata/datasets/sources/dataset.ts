/** Every source that a record of the atlas cites: short citation, publisher, year and address. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'

export const SourceProperties = FeatureProperties.extend({
  /** Opening words by which records cite it. */
  short: z.string().min(1),
  publisher: z.string().nullable(),
  /** As listed: a year or a span of years. */
  year: z.string().nullable(),
  /** As listed; 'as cited': named by a record, address unknown; 'memory': general knowledge. */
  kind: z.string().nullable(),
  url: z.url().nullable(),
  note: z.string().nullable(),
})
export type SourceProperties = z.output<typeof SourceProperties>

export default defineDataset({
  id: 'sources',
  title: { en: 'Sources', ur: 'مآخذ', zh: '资料来源' },
  group: 'reference',
  geometry: 'none',
  properties: SourceProperties,
  sources: [
    {
      title: 'Lists of cited sources, merged',
      publisher: 'Orelink, compiled from the cited sources',
      url: null,
      vintage: '2026-11',
      licence: 'CC BY 4.0',
    },
  ],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Addresses as they were when the source was read; pages may have moved since. Records of kind "as cited" are named by a record but their address was not noted.',
  searchable: false,
  tiles: null,
})
