/** Lakes, reservoirs, wide rivers and bays as areas. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION, OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const LakeProperties = FeatureProperties.extend({
  kind: z.enum(['lake', 'river', 'bay']),
  areaKm2: z.number().positive(),
  intermittent: z.boolean(),
})
export type LakeProperties = z.output<typeof LakeProperties>

export default defineDataset({
  id: 'lakes',
  title: { en: 'Lakes and water surfaces', ur: 'جھیلیں', zh: '湖泊与水面' },
  group: 'basemap',
  geometry: 'area',
  properties: LakeProperties,
  sources: [OSM_2021, NATURAL_EARTH],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION, NATURAL_EARTH_ATTRIBUTION],
  vintage: '2021-08 (Pakistan), 2017 (elsewhere)',
  accuracy:
    'Pakistan as mapped in August 2021, 0.2 km² and over; reservoirs filled since (Mohmand, Dasu, Diamer-Basha) are not there. Areas are measured from the shapes. Elsewhere Natural Earth 1:10 million. Names were joined from centre points and may be a neighbour’s.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['kind', 'intermittent'],
    firstZoom: (lake) =>
      lake.areaKm2 > 500 ? 3 : lake.areaKm2 > 80 ? 5 : lake.areaKm2 > 10 ? 7 : lake.areaKm2 > 2 ? 8 : 10,
    thinning: 'By area: over 500 km² from zoom 3, 80 from 5, 10 from 7, 2 from 8, the rest from 10.',
  },
})
