/** Railways as they lie in Pakistan, eastern Iran and Afghanistan. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const RailwayProperties = FeatureProperties.extend({
  class: z.enum(['rail', 'narrow_gauge', 'disused', 'abandoned', 'subway']),
  /** Siding, yard, spur or crossover; null on running lines. */
  service: z.enum(['siding', 'yard', 'spur', 'crossover']).nullable(),
  isConstruction: z.boolean(),
  brunnel: z.enum(['bridge', 'tunnel']).nullable(),
})
export type RailwayProperties = z.output<typeof RailwayProperties>

export default defineDataset({
  id: 'railways',
  title: { en: 'Railway tracks', ur: 'ریلوے لائنیں', zh: '铁路' },
  group: 'corridors',
  geometry: 'line',
  properties: RailwayProperties,
  sources: [OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'As mapped in August 2021, simplified to 7 m (22 m abroad); double track is two lines. Lines tagged disused may be missing (Sibi–Babar Kach, Harnai–Khost), China and India are not covered.',
  searchable: false,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['class', 'service', 'isConstruction'],
    firstZoom: (line) => {
      if (line.service) return 11
      return line.class === 'rail' ? 4 : 8
    },
    thinning:
      'Running lines from zoom 4; narrow gauge, metro, disused and abandoned lines from zoom 8; sidings and yards from zoom 11.',
  },
})
