/** Label points of countries, provinces, ranges, deserts and seas. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { GLOSSARY_FACTS, NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION } from '../ground-sources.ts'

export const RegionProperties = FeatureProperties.extend({
  kind: z.enum([
    'country',
    'province',
    'range',
    'desert',
    'plateau',
    'plain',
    'valley',
    'wetland',
    'delta',
    'peninsula',
    'sea',
    'gulf',
    'other',
  ]),
  /** 1 (seen first) to 7. */
  rank: z.number().int().min(1).max(7),
})
export type RegionProperties = z.output<typeof RegionProperties>

export default defineDataset({
  id: 'regions',
  title: { en: 'Regions and seas', ur: 'خطے اور سمندر', zh: '地区与海域' },
  group: 'basemap',
  geometry: 'point',
  properties: RegionProperties,
  sources: [NATURAL_EARTH, GLOSSARY_FACTS],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2017',
  accuracy:
    'One label point a region, inside its outline by Natural Earth 1:10 million; regions have no sharp edges. Country and province points are placed by hand.',
  searchable: true,
  tiles: {
    minZoom: 2,
    maxZoom: 9,
    properties: ['kind', 'rank'],
    firstZoom: (region) => Math.min(9, region.rank + 1),
    thinning: 'By rank of the source: rank 1 from zoom 2, one zoom later for each rank.',
  },
})
