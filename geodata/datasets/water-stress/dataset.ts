/** Figures on water stress, one a record. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const WaterStressProperties = FeatureProperties.extend({
  basin: z.string(),
  indicator: z.string(),
  /** As printed: a number, a range or a word; null where the source names the basin only. */
  valueText: z.string().nullable(),
  year: z.number().int().nullable(),
})
export type WaterStressProperties = z.output<typeof WaterStressProperties>

export default defineDataset({
  id: 'water-stress',
  title: { en: 'Water stress', ur: 'پانی کی قلت', zh: '水资源压力' },
  group: 'environment',
  geometry: 'none',
  properties: WaterStressProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Single figures of different kinds and years from cited pages: not comparable with each other.',
  searchable: false,
  tiles: null,
})
