/** One main hospital a district, teaching hospitals, universities, mining and vocational institutes. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { GEONAMES, SOCIAL_FACTS } from '../ground-sources.ts'
import { GEONAMES_ATTRIBUTION } from '../upstream-sources.ts'

export const HospitalOrUniversityProperties = FeatureProperties.extend({
  kind: z.enum(['dhq_hospital', 'teaching_hospital', 'university', 'mining_institute', 'vocational_institute']),
  /** Id of the district. */
  district: z.string(),
  province: ProvinceId,
})
export type HospitalOrUniversityProperties = z.output<typeof HospitalOrUniversityProperties>

export default defineDataset({
  id: 'hospitals-universities',
  title: { en: 'Hospitals and universities', ur: 'ہسپتال اور جامعات', zh: '医院与大学' },
  group: 'people',
  geometry: 'point',
  properties: HospitalOrUniversityProperties,
  sources: [SOCIAL_FACTS, GEONAMES],
  licence: 'CC-BY-4.0',
  attribution: [GEONAMES_ATTRIBUTION],
  vintage: '2026-11',
  accuracy:
    'Points are the seat of the district (quality district) or within some kilometres (approximate): never route to them. Most rows rest on memory; names of hospitals in young districts are patterns.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['kind'],
    firstZoom: (place) =>
      place.kind === 'university' || place.kind === 'mining_institute' ? 6 : place.kind === 'teaching_hospital' ? 7 : 8,
    thinning: 'Universities and mining institutes from zoom 6, teaching hospitals from 7, the rest from 8.',
  },
})
