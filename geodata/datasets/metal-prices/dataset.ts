/** Reference prices of metals and minerals, each with its date. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const MetalPriceProperties = FeatureProperties.extend({
  commodity: z.string(),
  grade: z.string().nullable(),
  price: z.number().positive(),
  unit: z.enum(['USD/t', 'USD/oz']),
  /** Day, week, quarter or year, as published. */
  date: z.string(),
  basis: z.string().nullable(),
})
export type MetalPriceProperties = z.output<typeof MetalPriceProperties>

export default defineDataset({
  id: 'metal-prices',
  title: { en: 'Reference prices', ur: 'حوالہ جاتی قیمتیں', zh: '参考价格' },
  group: 'reference',
  geometry: 'none',
  properties: MetalPriceProperties,
  sources: [compiledFacts('Reference prices')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Prices of the stated date, not of today.',
  searchable: false,
  tiles: null,
})
