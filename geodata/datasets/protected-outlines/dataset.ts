/** True outlines of parks and water surfaces of protected lakes, as far as they are mapped. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS, OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const ProtectedOutlineProperties = FeatureProperties.extend({
  /** Id in `protected-areas`; null where the match is doubtful. */
  protectedAreaId: z.string().nullable(),
  /** The area that it may be, kept for checking; never shown as that area. */
  doubtfulMatch: z.string().nullable(),
  designation: z.string(),
  areaKm2: z.number().positive(),
  /** The shape is the water surface, the protected ground around it is larger. */
  isWaterSurface: z.boolean(),
})
export type ProtectedOutlineProperties = z.output<typeof ProtectedOutlineProperties>

export default defineDataset({
  id: 'protected-outlines',
  title: { en: 'Protected areas, mapped outlines', ur: 'محفوظ علاقوں کی حدود', zh: '保护区实测边界' },
  group: 'environment',
  geometry: 'area',
  properties: ProtectedOutlineProperties,
  sources: [OSM_2021, ENVIRONMENT_FACTS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'Seven parks and thirteen lake surfaces of 112 protected areas, August 2021. Kirthar is the whole complex, Deosai less than half of the official area; the surfaces of lake sites leave out the land around. Not a legal boundary.',
  searchable: false,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['designation', 'isWaterSurface'],
    firstZoom: (area) => (area.areaKm2 > 100 ? 4 : 7),
    thinning: 'Over 100 km² from zoom 4, the rest from 7.',
  },
})
