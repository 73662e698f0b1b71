/** Countries of the world as administered, for the basemap. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH_ATTRIBUTION, WORLD_ATLAS } from '../ground-sources.ts'

export const CountryProperties = FeatureProperties.extend({
  /** ISO 3166-1 numeric code, three digits; null where the atlas has none. */
  isoNumeric: z.string().length(3).nullable(),
  isPakistan: z.boolean(),
})
export type CountryProperties = z.output<typeof CountryProperties>

export default defineDataset({
  id: 'countries',
  title: { en: 'Countries and territories', ur: 'ممالک اور علاقے', zh: '国家和地区' },
  group: 'basemap',
  geometry: 'area',
  properties: CountryProperties,
  sources: [WORLD_ATLAS],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2018',
  accuracy:
    'As administered, by Natural Earth; 1:10 million inside 40–100° E, 0–50° N, 1:50 million elsewhere, with straight cuts between the two: fill, do not outline (lines are in the boundaries dataset). Urdu and Chinese names for the region only.',
  searchable: false,
  tiles: { minZoom: 0, maxZoom: 8, properties: ['isPakistan'], thinning: 'All at every zoom.' },
})
