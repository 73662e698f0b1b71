/** Commercial terms of single deposits: recovery, grade of the concentrate, royalty, where a source states them or they follow from what it states. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { DepositTermKey } from '#geodata/contract/economics.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const DepositTermProperties = FeatureProperties.extend({
  /** The deposits that the term is about, by id. */
  depositIds: z.array(z.string()).min(1),
  commodity: z.enum(['copper', 'zinc', 'lead']),
  term: DepositTermKey,
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  /** Of the figures; null where the source is undated. */
  year: z.number().int().nullable(),
  /** How the value follows from what the sources state; null where it is stated as such. */
  basis: z.string().nullable(),
})
export type DepositTermProperties = z.output<typeof DepositTermProperties>

export default defineDataset({
  id: 'deposit-terms',
  title: { en: 'Terms of single deposits', ur: 'انفرادی ذخائر کی شرائط', zh: '各矿床的商务条款' },
  group: 'reference',
  geometry: 'none',
  properties: DepositTermProperties,
  sources: [compiledFacts('Terms of single deposits')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Few deposits publish any. What is derived says how: design figures of different years and cut-offs are set against each other, which makes recoveries of some per cent of error.',
  searchable: false,
  tiles: null,
})
