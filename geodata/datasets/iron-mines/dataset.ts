/** Iron ore mines and projects of Pakistan and its neighbours, as the tracker lists them. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, gemTracker } from '../upstream-sources.ts'

export const IronMineProperties = FeatureProperties.extend({
  country: z.string(),
  province: z.string().nullable(),
  status: WorksStatus,
  statusText: z.string().nullable(),
  owner: z.string().nullable(),
  parent: z.string().nullable(),
  startYear: z.number().int().nullable(),
  /** Thousand tonnes of ore a year. */
  designCapacityKtPerYear: z.number().positive().nullable(),
  url: z.url(),
})
export type IronMineProperties = z.output<typeof IronMineProperties>

export default defineDataset({
  id: 'iron-mines',
  title: { en: 'Iron ore mines (tracker)', ur: 'خام لوہے کی کانیں', zh: '铁矿山' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: IronMineProperties,
  sources: [gemTracker('Global Iron Ore Mines Tracker')],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2024',
  accuracy:
    "A second view beside the deposits, mostly abroad; most points are approximate. The source's reserve and resource figures are left out: their units could not be checked.",
  searchable: false,
  tiles: {
    minZoom: 6,
    maxZoom: 10,
    properties: ['status'],
    thinning: 'All from zoom 6.',
  },
})
