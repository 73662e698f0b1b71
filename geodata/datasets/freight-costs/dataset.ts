/** Unit costs, speeds and payloads of transport. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const FreightCostProperties = FeatureProperties.extend({
  mode: z.string(),
  region: z.string().nullable(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  basis: z.string().nullable(),
})
export type FreightCostProperties = z.output<typeof FreightCostProperties>

export default defineDataset({
  id: 'freight-costs',
  title: { en: 'Freight costs', ur: 'مال برداری کے اخراجات', zh: '运费' },
  group: 'reference',
  geometry: 'none',
  properties: FreightCostProperties,
  sources: [compiledFacts('Unit costs of transport')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Every figure in USD per tonne-km for Pakistan is unverified: an assumption to be edited.',
  searchable: false,
  tiles: null,
})
