/** Minor roads and tracks within 30 km of deposits: the last kilometres to a mine. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION, OSM_FEATURES } from '../upstream-sources.ts'

export const MineTrackProperties = FeatureProperties.extend({
  class: z.enum(['unclassified', 'residential', 'track', 'service', 'road', 'living_street']),
})
export type MineTrackProperties = z.output<typeof MineTrackProperties>

export default defineDataset({
  id: 'mine-tracks',
  title: { en: 'Minor roads and tracks near deposits', ur: 'معدنی ذخائر کے قریب کچے راستے', zh: '矿点附近的小路' },
  group: 'corridors',
  geometry: 'line',
  properties: MineTrackProperties,
  sources: [OSM_FEATURES],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'Mapped lines within 30 km of deposits of Balochistan, Khyber Pakhtunkhwa, Gilgit-Baltistan and Tharparkar, simplified to 15 m. Thin in the deserts: at Reko Diq nothing is mapped. Streets inside towns are left out.',
  searchable: false,
  tiles: {
    minZoom: 10,
    maxZoom: 12,
    properties: ['class'],
    thinning: 'All from zoom 10.',
  },
})
