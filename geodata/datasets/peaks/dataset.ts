/** Named or measured summits, volcanoes and passes. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const PeakProperties = FeatureProperties.extend({
  class: z.enum(['peak', 'volcano', 'pass']),
  /** Metres above the sea as mapped, unchecked. */
  elevationM: z.number().int().positive().nullable(),
})
export type PeakProperties = z.output<typeof PeakProperties>

export default defineDataset({
  id: 'peaks',
  title: { en: 'Peaks and passes', ur: 'چوٹیاں اور درے', zh: '山峰与山口' },
  group: 'basemap',
  geometry: 'point',
  properties: PeakProperties,
  sources: [OSM_2021],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy: 'As mapped in August 2021, heights unchecked; 13 heights that can only be feet were turned into metres.',
  searchable: true,
  tiles: {
    minZoom: 6,
    maxZoom: 12,
    properties: ['elevationM', 'class'],
    firstZoom: (peak) =>
      (peak.elevationM ?? 0) >= 8000 ? 6 : (peak.elevationM ?? 0) >= 7000 ? 8 : (peak.elevationM ?? 0) >= 5000 ? 9 : 10,
    thinning: 'By height: 8,000 m from zoom 6, 7,000 m from 8, 5,000 m from 9, the rest from 10.',
  },
})
