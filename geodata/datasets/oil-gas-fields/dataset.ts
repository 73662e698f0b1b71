/** Oil and gas fields of Pakistan. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, gemTracker } from '../upstream-sources.ts'

export const OilGasFieldProperties = FeatureProperties.extend({
  /** null: the source does not say. */
  status: WorksStatus.nullable(),
  statusText: z.string().nullable(),
  operator: z.string().nullable(),
  owner: z.string().nullable(),
  discoveryYear: z.number().int().nullable(),
  startYear: z.number().int().nullable(),
  /** Million cubic metres a year, in `gasYear`. */
  gasMcmPerYear: z.number().nonnegative().nullable(),
  gasYear: z.string().nullable(),
  /** Million barrels a year, in `oilYear`. */
  oilMbblPerYear: z.number().nonnegative().nullable(),
  oilYear: z.string().nullable(),
  gemId: z.string(),
  url: z.url(),
})
export type OilGasFieldProperties = z.output<typeof OilGasFieldProperties>

export default defineDataset({
  id: 'oil-gas-fields',
  title: { en: 'Oil and gas fields', ur: 'تیل اور گیس کے ذخائر', zh: '油气田' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: OilGasFieldProperties,
  sources: [gemTracker('Global Oil and Gas Extraction Tracker')],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2023–2024',
  accuracy: 'One point a field; exact where the source says so, else approximate. Production of the year given.',
  searchable: true,
  tiles: {
    minZoom: 6,
    maxZoom: 10,
    properties: ['status'],
    thinning: 'All from zoom 6.',
  },
})
