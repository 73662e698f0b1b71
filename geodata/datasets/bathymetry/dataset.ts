/** Sea floor below three depths, nested areas for a depth tint. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION } from '../ground-sources.ts'

export const BathymetryProperties = FeatureProperties.extend({
  /** The sea is deeper than this everywhere inside, metres. */
  depthM: z.number().int().positive(),
})
export type BathymetryProperties = z.output<typeof BathymetryProperties>

export default defineDataset({
  id: 'bathymetry',
  title: { en: 'Sea depth', ur: 'سمندر کی گہرائی', zh: '海深' },
  group: 'basemap',
  geometry: 'area',
  properties: BathymetryProperties,
  sources: [NATURAL_EARTH],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2017',
  accuracy:
    'Natural Earth 1:10 million, only inside 56–84° E, 20–42° N; areas below 200, 1,000 and 2,000 m lie on each other. Not for navigation.',
  searchable: false,
  tiles: { minZoom: 2, maxZoom: 8, properties: ['depthM'], thinning: 'All at every zoom.' },
})
