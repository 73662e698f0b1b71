/** Towns and villages: every mapped place of Pakistan, towns of the neighbours, cities along the sea lanes. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { GEONAMES, GLOSSARY_FACTS, NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION, OSM_2021 } from '../ground-sources.ts'
import { GEONAMES_ATTRIBUTION, NETWORK_FACTS, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const PlaceProperties = FeatureProperties.extend({
  /** `capital` of a state; the rest as mapped, not by a count of people. */
  class: z.enum(['capital', 'city', 'town', 'village', 'hamlet']),
  /** 1 (seen first) to 7. */
  rank: z.number().int().min(1).max(7),
  population: z.number().int().positive().nullable(),
  isProvincialCapital: z.boolean(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().length(2),
})
export type PlaceProperties = z.output<typeof PlaceProperties>

const firstZoom = [0, 3, 4, 5, 6, 7, 9, 10] as const

export default defineDataset({
  id: 'places',
  title: { en: 'Places', ur: 'شہر اور دیہات', zh: '居民点' },
  group: 'basemap',
  geometry: 'point',
  properties: PlaceProperties,
  sources: [OSM_2021, GEONAMES, NATURAL_EARTH, NETWORK_FACTS, GLOSSARY_FACTS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, GEONAMES_ATTRIBUTION, NATURAL_EARTH_ATTRIBUTION],
  vintage: '2021-08 (positions), 2026 (GeoNames names)',
  accuracy:
    'Pakistan as mapped in August 2021, villages thick in Punjab and thin in Balochistan; English names of cities come from GeoNames by position and name. Chinese names for the larger places only. Population, where given, is GeoNames’ figure as carried by Natural Earth, from about 2000 to 2015: an order of magnitude, not the census.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['class', 'rank', 'isProvincialCapital'],
    firstZoom: (place) => (place.class === 'hamlet' ? 11 : (firstZoom[place.rank] ?? 10)),
    thinning:
      'By rank: 1 from zoom 3, then 4, 5, 6, 7, 9, 10; hamlets from 11. Rank follows capitals, size and weight for mining and transport.',
  },
})
