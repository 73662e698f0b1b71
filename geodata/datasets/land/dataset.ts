/** Land of the world, for the basemap: finer inside the window around Pakistan. */
import type * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH_ATTRIBUTION, WORLD_ATLAS } from '../ground-sources.ts'

export const LandProperties = FeatureProperties
export type LandProperties = z.output<typeof LandProperties>

export default defineDataset({
  id: 'land',
  title: { en: 'Land', ur: 'خشکی', zh: '陆地' },
  group: 'basemap',
  geometry: 'area',
  properties: LandProperties,
  sources: [WORLD_ATLAS],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2018',
  accuracy:
    '1:10 million inside 40–100° E, 0–50° N, 1:50 million elsewhere, with straight cuts between the two: fill it, do not outline it. Pakistan’s coast in the provinces is finer and runs up to some kilometres apart: draw the provinces in the land colour too, so that no sea shows inside a district.',
  searchable: false,
  tiles: { minZoom: 0, maxZoom: 8, properties: [], thinning: 'All at every zoom.' },
})
