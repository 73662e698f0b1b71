/** Seismic zone of each district by the Building Code of Pakistan 2007, where known. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS, OSM_ADMIN } from '../ground-sources.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const SeismicZoneProperties = FeatureProperties.extend({
  districtId: z.string(),
  /** 1, 2A, 2B, 3 or 4; null: not reported. */
  zone: z.enum(['1', '2A', '2B', '3', '4']).nullable(),
  /** Listed shocks within 100 km of the middle of the district. */
  shocksNote: z.string().nullable(),
})
export type SeismicZoneProperties = z.output<typeof SeismicZoneProperties>

export default defineDataset({
  id: 'seismic-zones',
  title: { en: 'Seismic zones', ur: 'زلزلہ زون', zh: '地震分区' },
  group: 'environment',
  geometry: 'area',
  properties: SeismicZoneProperties,
  sources: [OSM_ADMIN, ENVIRONMENT_FACTS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2007 (zones), 2023 (shapes)',
  accuracy:
    'The district table of the code was not found: the zones given are from memory, low confidence, and the others are not reported. District shapes simplified to about 1 km.',
  searchable: false,
  tiles: { minZoom: 3, maxZoom: 9, properties: ['zone'], thinning: 'All at every zoom.', sharedEdges: true },
})
