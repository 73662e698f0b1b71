/** Where a road or railway that passes a place at more than 2 km is reached: the point that serves the place. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NETWORK_FACTS, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const NetworkAccessProperties = FeatureProperties.extend({
  placeId: z.string(),
  ref: z.string(),
  /** From the place to the point, in km. */
  distanceKm: z.number().positive(),
  why: z.enum(['town off the road', 'mine or deposit off the road', 'position unverified']),
})
export type NetworkAccessProperties = z.output<typeof NetworkAccessProperties>

export default defineDataset({
  id: 'network-access',
  title: { en: 'Access points', ur: 'رسائی کے مقامات', zh: '接入点' },
  group: 'corridors',
  geometry: 'point',
  properties: NetworkAccessProperties,
  sources: [OSM_TRANSPORT, NETWORK_FACTS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2021-08',
  accuracy: 'Points on mapped lines of August 2021; on motorways a mapped ramp where there is one.',
  searchable: false,
  tiles: null,
})
