/** Poverty, electricity, water and deprivation by district, from surveys between the censuses. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { SOCIAL_FACTS } from '../ground-sources.ts'

export const DistrictIndicatorProperties = FeatureProperties.extend({
  districtId: z.string(),
  /** The district as the survey drew it, where it is not the census district of 2023. */
  surveyDistrict: z.string().nullable(),
  indicator: z.enum(['poverty_pct', 'electricity_pct', 'water_improved_pct', 'mpi_headcount_pct']),
  value: z.number().min(0).max(100),
  unit: z.literal('%'),
  year: z.number().int(),
})
export type DistrictIndicatorProperties = z.output<typeof DistrictIndicatorProperties>

export default defineDataset({
  id: 'district-indicators',
  title: { en: 'District indicators', ur: 'ضلعی اشاریے', zh: '县级指标' },
  group: 'people',
  geometry: 'none',
  properties: DistrictIndicatorProperties,
  sources: [SOCIAL_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Survey estimates of 2014 to 2019 by the districts of their time; two survey districts may lie in one census district. The census of 2017 is left out (superseded, and compiled under other terms).',
  searchable: false,
  tiles: null,
})
