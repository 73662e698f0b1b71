/** Industrial land: works, estates, power stations, port yards, open pits. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const IndustrialAreaProperties = FeatureProperties.extend({
  areaHa: z.number().positive(),
})
export type IndustrialAreaProperties = z.output<typeof IndustrialAreaProperties>

export default defineDataset({
  id: 'industrial-areas',
  title: { en: 'Industrial land', ur: 'صنعتی علاقے', zh: '工业用地' },
  group: 'industry-and-power',
  geometry: 'area',
  properties: IndustrialAreaProperties,
  sources: [OSM_2021],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'Land use industrial of 5 ha and over, as mapped in August 2021, simplified to 20 m. Names were joined from centre points and may be a neighbour’s.',
  searchable: true,
  tiles: {
    minZoom: 6,
    maxZoom: 12,
    properties: [],
    firstZoom: (land) => (land.areaHa > 300 ? 6 : land.areaHa > 50 ? 8 : 10),
    thinning: 'By area: over 300 ha from zoom 6, 50 ha from 8, the rest from 10.',
  },
})
