/** Parks, sanctuaries, reserves, Ramsar sites: circles of equal area or points that stand in for the outlines. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const ProtectedAreaProperties = FeatureProperties.extend({
  designation: z.string(),
  province: ProvinceId,
  /** Ids of districts. */
  districts: z.array(z.string()),
  areaKm2: z.number().positive().nullable(),
  established: z.number().int().nullable(),
  /** Category of the IUCN, I to VI. */
  iucn: z.string().nullable(),
  /** `exact` about 2 km, `approximate` kilometres to tens, `district` a guess inside the district. */
  pointQuality: z.enum(['exact', 'approximate', 'district']),
  overlapNote: z.string().nullable(),
  /** A mapped outline is in `protected-outlines`: draw that one. */
  hasOutline: z.boolean(),
})
export type ProtectedAreaProperties = z.output<typeof ProtectedAreaProperties>

export default defineDataset({
  id: 'protected-areas',
  title: { en: 'Protected areas', ur: 'محفوظ علاقے', zh: '保护区' },
  group: 'environment',
  geometry: 'mixed',
  properties: ProtectedAreaProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'No outline is known for most: a circle of the stated area round a point stands in, or the point alone where the area is unknown. Never read an overlap with a lease from a circle. Sites of different kinds share ground; do not add areas up.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['designation', 'hasOutline', 'pointQuality'],
    firstZoom: (area) => ((area.areaKm2 ?? 0) > 500 ? 4 : (area.areaKm2 ?? 0) > 50 ? 6 : 8),
    thinning: 'By area: over 500 km² from zoom 4, 50 km² from 6, the rest from 8.',
  },
})
