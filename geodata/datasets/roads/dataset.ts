/** Roads as they lie, motorway to tertiary: all Pakistan, main roads of eastern Iran and Afghanistan. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const RoadProperties = FeatureProperties.extend({
  class: z.enum(['motorway', 'trunk', 'primary', 'secondary', 'tertiary']),
  /** Being built when mapped in 2021. */
  isConstruction: z.boolean(),
  ref: z.string().nullable(),
  brunnel: z.enum(['bridge', 'tunnel', 'ford']).nullable(),
  /** One carriageway of two: lengths of the road double. */
  oneway: z.boolean(),
})
export type RoadProperties = z.output<typeof RoadProperties>

const firstZoom = { motorway: 4, trunk: 5, primary: 7, secondary: 9, tertiary: 10 } as const

export default defineDataset({
  id: 'roads',
  title: { en: 'Roads', ur: 'سڑکیں', zh: '公路' },
  group: 'corridors',
  geometry: 'line',
  properties: RoadProperties,
  sources: [OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'As mapped in August 2021, simplified to 7 m (main), 17 m (secondary) and 50 m (tertiary), 33 m abroad. Roads tagged private are missing, China and India are not covered, short gaps at tile edges were closed by straight pieces.',
  searchable: false,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['class', 'ref', 'isConstruction', 'brunnel'],
    firstZoom: (road) => firstZoom[road.class],
    thinning: 'By class: motorways from zoom 4, trunk 5, primary 7, secondary 9, tertiary 10.',
  },
})
