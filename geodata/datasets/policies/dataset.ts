/** Law, tenure and royalty in minerals. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const PolicyProperties = FeatureProperties.extend({
  jurisdiction: z.string(),
  year: z.number().int().nullable(),
  kind: z.enum(['rules', 'act', 'constitution', 'policy']),
  subject: z.enum(['tenure', 'royalty', 'investment', 'environment', 'export', 'lease']),
  whatItSays: z.string(),
  commodity: z.string().nullable(),
  rate: z.number().nullable(),
  unit: z.string().nullable(),
})
export type PolicyProperties = z.output<typeof PolicyProperties>

export default defineDataset({
  id: 'policies',
  title: { en: 'Policies and law', ur: 'پالیسیاں اور قوانین', zh: '政策与法规' },
  group: 'reference',
  geometry: 'none',
  properties: PolicyProperties,
  sources: [compiledFacts('Policies and law')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Summaries of the cited texts, not the texts; royalty schedules by mineral are known for few provinces.',
  searchable: true,
  tiles: null,
})
