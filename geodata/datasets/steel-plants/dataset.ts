/** Iron and steel plants of Pakistan and its neighbours. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, gemTracker } from '../upstream-sources.ts'

export const SteelPlantProperties = FeatureProperties.extend({
  country: z.string(),
  province: z.string().nullable(),
  status: WorksStatus,
  statusText: z.string().nullable(),
  owner: z.string().nullable(),
  parent: z.string().nullable(),
  /** Furnaces in the source's abbreviations: BF, BOF, EAF, IF, DRI. */
  equipment: z.string().nullable(),
  products: z.string().nullable(),
  /** Thousand tonnes a year; null where the source gives none. */
  crudeSteelKtPerYear: z.number().positive().nullable(),
  ironKtPerYear: z.number().positive().nullable(),
  startYear: z.number().int().nullable(),
  gemId: z.string(),
  url: z.url(),
})
export type SteelPlantProperties = z.output<typeof SteelPlantProperties>

export default defineDataset({
  id: 'steel-plants',
  title: { en: 'Iron and steel plants', ur: 'لوہے اور اسٹیل کے کارخانے', zh: '钢铁厂' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: SteelPlantProperties,
  sources: [gemTracker('Global Iron and Steel Tracker')],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2023–2024',
  accuracy:
    'Plants of 500 thousand tonnes a year and over, and some smaller; points exact or approximate as the source says.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 10,
    properties: ['status'],
    thinning: 'All from zoom 5.',
  },
})
