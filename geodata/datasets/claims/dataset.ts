/** Claims made about minerals and the corridor, each with its speaker: that a claim was made is no proof of it. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const ClaimProperties = FeatureProperties.extend({
  claim: z.string().min(1),
  kind: z.enum(['statement', 'statistic', 'target', 'valuation', 'plan']),
  /** The low end of a range, in `unit`. */
  figure: z.number().nullable(),
  unit: z.string().nullable(),
  who: z.string().nullable(),
})
export type ClaimProperties = z.output<typeof ClaimProperties>

export default defineDataset({
  id: 'claims',
  title: { en: 'Forum claims', ur: 'فورم کے دعوے', zh: '论坛言论' },
  group: 'reference',
  geometry: 'none',
  properties: ClaimProperties,
  sources: [compiledFacts('Claims at forums and in the press')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Confidence says how surely the claim was made, not whether it is true.',
  searchable: false,
  tiles: null,
})
