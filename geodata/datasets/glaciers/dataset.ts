/** Glaciers of the region, simplified. */
import type * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION } from '../ground-sources.ts'

export const GlacierProperties = FeatureProperties
export type GlacierProperties = z.output<typeof GlacierProperties>

export default defineDataset({
  id: 'glaciers',
  title: { en: 'Glaciers', ur: 'گلیشیئر', zh: '冰川' },
  group: 'basemap',
  geometry: 'area',
  properties: GlacierProperties,
  sources: [NATURAL_EARTH],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2017',
  accuracy:
    'Natural Earth 1:10 million inside 56–84° E, 20–42° N, simplified to about 500 m; glaciers have shrunk since they were mapped.',
  searchable: false,
  tiles: { minZoom: 3, maxZoom: 9, properties: [], thinning: 'All at every zoom; the smallest fall below a pixel.' },
})
