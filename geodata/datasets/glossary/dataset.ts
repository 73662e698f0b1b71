/** Terms of mining, transport and finance and place names in English, Urdu and Chinese. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { Confidence } from '#geodata/contract/provenance.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const GlossaryProperties = FeatureProperties.extend({
  key: z.string().min(1),
  category: z.enum([
    'place',
    'commodity',
    'finance',
    'deposit_type',
    'transport',
    'ui',
    'resource_category',
    'unit',
    'status',
    'commodity_group',
    'reporting_code',
  ]),
  note: z.string().nullable(),
  /** How settled the term is: high, a standard term; medium, several usages or a transliteration; low, a makeshift. */
  termConfidence: Confidence,
})
export type GlossaryProperties = z.output<typeof GlossaryProperties>

export default defineDataset({
  id: 'glossary',
  title: { en: 'Glossary', ur: 'فرہنگ', zh: '术语表' },
  group: 'reference',
  geometry: 'none',
  properties: GlossaryProperties,
  sources: [compiledFacts('Terms in three languages')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'From general knowledge, no dictionary was consulted; how settled each term is stands with it.',
  searchable: false,
  tiles: null,
})
