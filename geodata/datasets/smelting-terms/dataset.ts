/** Treatment charges, payable shares and concentrate grades. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const SmeltingTermProperties = FeatureProperties.extend({
  product: z.string(),
  term: z.string(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  /** Contract year. */
  year: z.number().int().nullable(),
})
export type SmeltingTermProperties = z.output<typeof SmeltingTermProperties>

export default defineDataset({
  id: 'smelting-terms',
  title: { en: 'Smelting terms', ur: 'سمیلٹنگ کی شرائط', zh: '冶炼条款' },
  group: 'reference',
  geometry: 'none',
  properties: SmeltingTermProperties,
  sources: [compiledFacts('Smelting terms')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Benchmarks of the stated contract year; usual ranges where no year is given.',
  searchable: false,
  tiles: null,
})
