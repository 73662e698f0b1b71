/** Exports of minerals and some national output. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const TradeProperties = FeatureProperties.extend({
  product: z.string(),
  /** Customs heading of the Harmonized System. */
  hs: z.string().nullable(),
  year: z.string().nullable(),
  partner: z.string().nullable(),
  valueUsdM: z.number().nullable(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
})
export type TradeProperties = z.output<typeof TradeProperties>

export default defineDataset({
  id: 'trade',
  title: { en: 'Mineral trade', ur: 'معدنی تجارت', zh: '矿产贸易' },
  group: 'reference',
  geometry: 'none',
  properties: TradeProperties,
  sources: [compiledFacts('Mineral trade')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'As printed by the cited sources; years may be parts of years.',
  searchable: false,
  tiles: null,
})
