/** Rail places and the road places nearest to them, where goods may change between the two. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NETWORK_FACTS, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const NetworkTransferProperties = FeatureProperties.extend({
  railPlaceId: z.string(),
  roadPlaceId: z.string(),
  /** Straight distance between the two, in km. */
  greatCircleKm: z.number().nonnegative(),
})
export type NetworkTransferProperties = z.output<typeof NetworkTransferProperties>

export default defineDataset({
  id: 'network-transfers',
  title: { en: 'Transfers between rail and road', ur: 'ریل اور سڑک کے درمیان منتقلی', zh: '公铁换装点' },
  group: 'reference',
  geometry: 'none',
  properties: NetworkTransferProperties,
  sources: [NETWORK_FACTS, OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2026-11',
  accuracy:
    'Derived: the nearest road place within 12 km of a place that only rail serves. Other transfers are places that road and rail share.',
  searchable: false,
  tiles: null,
})
