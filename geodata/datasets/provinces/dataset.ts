/** Provinces, the federal capital and the two administered territories, dissolved from the districts. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { censusProperties } from '../census-properties.ts'
import { CENSUS_2023, OSM_ADMIN } from '../ground-sources.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const ProvinceProperties = FeatureProperties.extend({
  ...censusProperties,
  kind: z.enum(['province', 'federal-territory', 'territory']),
  seat: z.string().nullable(),
})
export type ProvinceProperties = z.output<typeof ProvinceProperties>

export default defineDataset({
  id: 'provinces',
  title: { en: 'Provinces and territories', ur: 'صوبے اور علاقے', zh: '省和地区' },
  group: 'people',
  geometry: 'area',
  properties: ProvinceProperties,
  sources: [OSM_ADMIN, CENSUS_2023],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2023',
  accuracy:
    'Dissolved from the districts, so that edges fit exactly; coast by OpenStreetMap. Areas as administered: outlines are not to be drawn as borders, take the boundaries dataset, which states the view. Azad Jammu and Kashmir and Gilgit-Baltistan were not covered by the census.',
  searchable: true,
  tiles: {
    minZoom: 0,
    maxZoom: 10,
    properties: ['province', 'kind', 'population', 'literacyPct'],
    thinning: 'All seven at every zoom, shapes simplified as one topology.',
    sharedEdges: true,
  },
})
