/** Rivers, canals and large streams: as mapped in Pakistan, main rivers of the neighbours around it. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION, OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const RiverProperties = FeatureProperties.extend({
  class: z.enum(['river', 'canal', 'stream']),
  /** 1 (the Indus) to 6 (unnamed). */
  rank: z.number().int().min(1).max(6),
  intermittent: z.boolean(),
})
export type RiverProperties = z.output<typeof RiverProperties>

const firstZoom = [0, 3, 5, 6, 8, 9, 10] as const

export default defineDataset({
  id: 'rivers',
  title: { en: 'Rivers and canals', ur: 'دریا اور نہریں', zh: '河流与运河' },
  group: 'basemap',
  geometry: 'line',
  properties: RiverProperties,
  sources: [OSM_2021, NATURAL_EARTH],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION, NATURAL_EARTH_ATTRIBUTION],
  vintage: '2021-08 (Pakistan), 2017 (elsewhere)',
  accuracy:
    'Pakistan as mapped in August 2021, simplified to 20–30 m; unnamed lines under 15 km and named streams under 10 km are left out. Elsewhere Natural Earth 1:10 million, cut at Pakistan’s border: the two do not meet exactly. Braided rivers are drawn by one line.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['class', 'rank', 'intermittent'],
    firstZoom: (river) => firstZoom[river.rank] ?? 10,
    thinning: 'By rank: 1 from zoom 3, then 5, 6, 8, 9 and 10.',
  },
})
