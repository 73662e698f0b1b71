/** Floods with the districts, roads and railways they hit. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const FloodProperties = FeatureProperties.extend({
  year: z.number().int(),
  month: z.number().int().min(1).max(12).nullable(),
  /** Ids of districts. */
  districts: z.array(z.string()),
  /** Road numbers, for example N-25. */
  roadsHit: z.array(z.string()),
  railHit: z.string().nullable(),
  /** Only from two dates or a quoted figure; the note says which. */
  closureDays: z.number().int().positive().nullable(),
})
export type FloodProperties = z.output<typeof FloodProperties>

export default defineDataset({
  id: 'floods',
  title: { en: 'Floods', ur: 'سیلاب', zh: '洪水' },
  group: 'environment',
  geometry: 'none',
  properties: FloodProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Major events from 2010 on, not complete; district lists rest mostly on memory.',
  searchable: false,
  tiles: null,
})
