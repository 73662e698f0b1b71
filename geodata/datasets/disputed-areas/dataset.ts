/** Ground that more than one state claims, with who administers it. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION } from '../ground-sources.ts'

export const DisputedAreaProperties = FeatureProperties.extend({
  administeredBy: z.array(z.string()),
  claimedBy: z.array(z.string()),
  note: z.string(),
})
export type DisputedAreaProperties = z.output<typeof DisputedAreaProperties>

export default defineDataset({
  id: 'disputed-areas',
  title: { en: 'Disputed areas', ur: 'متنازع علاقے', zh: '争议地区' },
  group: 'basemap',
  geometry: 'area',
  properties: DisputedAreaProperties,
  sources: [NATURAL_EARTH],
  licence: 'CC0-1.0',
  attribution: [NATURAL_EARTH_ATTRIBUTION],
  vintage: '2017',
  accuracy:
    'Natural Earth 1:10 million; edges differ by up to some kilometres from the boundary lines of the atlas inside Kashmir. A record of claims, not an opinion on them.',
  searchable: false,
  tiles: {
    minZoom: 2,
    maxZoom: 8,
    properties: [],
    thinning: 'All at every zoom.',
  },
})
