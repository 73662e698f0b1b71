/** Divisions, the tier between province and district, dissolved from the districts. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { censusProperties } from '../census-properties.ts'
import { CENSUS_2023, OSM_ADMIN } from '../ground-sources.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const DivisionProperties = FeatureProperties.extend({
  ...censusProperties,
  /** A territory without a tier of divisions stands for itself (Islamabad). */
  isPseudo: z.boolean(),
})
export type DivisionProperties = z.output<typeof DivisionProperties>

export default defineDataset({
  id: 'divisions',
  title: { en: 'Divisions', ur: 'ڈویژن', zh: '专区' },
  group: 'people',
  geometry: 'area',
  properties: DivisionProperties,
  sources: [OSM_ADMIN, CENSUS_2023],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2023',
  accuracy: 'Dissolved from the districts; figures are sums of the districts and rates are recomputed from the counts.',
  searchable: false,
  tiles: {
    minZoom: 4,
    maxZoom: 10,
    properties: ['province', 'population', 'literacyPct'],
    thinning: 'All from zoom 4, shapes simplified as one topology.',
    sharedEdges: true,
  },
})
