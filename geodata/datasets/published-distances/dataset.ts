/** Published distances by road and rail: the outside truth against which routes are checked. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NETWORK_FACTS } from '../upstream-sources.ts'

export const PublishedDistanceProperties = FeatureProperties.extend({
  fromPlaceId: z.string(),
  toPlaceId: z.string(),
  mode: z.enum(['road', 'rail']),
  distanceKm: z.number().positive(),
  /** Places that must be passed, in order. */
  viaPlaceIds: z.array(z.string()),
  /** The figure also set a length in the network, so that agreement proves only bookkeeping. */
  usedInNetwork: z.boolean(),
})
export type PublishedDistanceProperties = z.output<typeof PublishedDistanceProperties>

export default defineDataset({
  id: 'published-distances',
  title: { en: 'Published distances', ur: 'شائع شدہ فاصلے', zh: '公布的里程' },
  group: 'reference',
  geometry: 'none',
  properties: PublishedDistanceProperties,
  sources: [NETWORK_FACTS],
  licence: 'CC-BY-4.0',
  attribution: [],
  vintage: '2003–2024',
  accuracy: 'As published; some are rounded or do not state where they start. Each row has its source.',
  searchable: false,
  tiles: null,
})
