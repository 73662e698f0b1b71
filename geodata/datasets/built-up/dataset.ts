/** Built-up land of towns and large villages. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const BuiltUpProperties = FeatureProperties.extend({
  areaKm2: z.number().positive(),
})
export type BuiltUpProperties = z.output<typeof BuiltUpProperties>

export default defineDataset({
  id: 'built-up',
  title: { en: 'Built-up areas', ur: 'آبادی والے علاقے', zh: '建成区' },
  group: 'basemap',
  geometry: 'area',
  properties: BuiltUpProperties,
  sources: [OSM_2021],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'Land use residential or commercial of 0.5 km² and over, as mapped in August 2021, simplified to 60 m: mapped well in cities, thin elsewhere.',
  searchable: false,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: [],
    firstZoom: (town) => (town.areaKm2 > 20 ? 5 : town.areaKm2 > 3 ? 7 : 9),
    thinning: 'By area: over 20 km² from zoom 5, 3 km² from 7, the rest from 9.',
  },
})
