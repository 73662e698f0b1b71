/** Ministries, departments, companies, financiers and universities in minerals and the corridor. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const InstitutionProperties = FeatureProperties.extend({
  country: z.string(),
  kind: z.enum([
    'soe',
    'private',
    'financier',
    'university',
    'regulator',
    'provincial department',
    'ministry',
    'association',
    'survey',
  ]),
  role: z.string().nullable(),
  /** Host name as listed. */
  website: z.string().nullable(),
  city: z.string().nullable(),
  depositIds: z.array(z.string()),
})
export type InstitutionProperties = z.output<typeof InstitutionProperties>

export default defineDataset({
  id: 'institutions',
  title: { en: 'Institutions', ur: 'ادارے', zh: '机构' },
  group: 'reference',
  geometry: 'point',
  properties: InstitutionProperties,
  sources: [compiledFacts('Institutions')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'The point is the city, not the building; none outside the map window. Websites, cities and deposits are from memory in every row.',
  searchable: true,
  tiles: null,
})
