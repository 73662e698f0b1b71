/** The 156 districts as of the 2023 census, with people, area, literacy, water and language where the census went. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { censusProperties } from '../census-properties.ts'
import { CENSUS_2023, GLOSSARY_FACTS, OSM_ADMIN } from '../ground-sources.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const DistrictProperties = FeatureProperties.extend({
  ...censusProperties,
  /** Name of the division. */
  division: z.string(),
  mainMotherTongue: z.string().nullable(),
  /** Speakers by language as a share of those counted, the census's own categories, largest first, table 11. */
  motherTonguePct: z.array(z.object({ language: z.string(), pct: z.number().min(0).max(100) })),
  /** Districts made after the census out of this one; a place in them belongs here. */
  postCensusDistricts: z.array(z.string()),
})
export type DistrictProperties = z.output<typeof DistrictProperties>

export default defineDataset({
  id: 'districts',
  title: { en: 'Districts', ur: 'اضلاع', zh: '县' },
  group: 'people',
  geometry: 'area',
  properties: DistrictProperties,
  sources: [OSM_ADMIN, CENSUS_2023, GLOSSARY_FACTS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2023',
  accuracy:
    'Districts of the 2023 census; those made later are listed with the district they were cut from. 136 have figures, the 20 of Azad Jammu and Kashmir and Gilgit-Baltistan were not covered. Each rate has its own denominator. The published area is given, the drawn one differs a little.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 11,
    properties: ['province', 'population', 'literacyPct'],
    thinning: 'All from zoom 4, shapes simplified as one topology.',
    sharedEdges: true,
  },
})
