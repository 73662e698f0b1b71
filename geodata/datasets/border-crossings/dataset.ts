/** Land crossings from Pakistan to China, Afghanistan, Iran and India. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const BorderCrossingProperties = FeatureProperties.extend({
  neighbour: z.enum(['China', 'Afghanistan', 'Iran', 'India']),
  road: z.string().nullable(),
  elevationM: z.number().nullable(),
  modes: z.array(z.enum(['road', 'rail'])).min(1),
  modesText: z.string(),
  season: z.string().nullable(),
  status: z.enum(['open', 'closed to trade']),
  volumeText: z.string().nullable(),
})
export type BorderCrossingProperties = z.output<typeof BorderCrossingProperties>

export default defineDataset({
  id: 'border-crossings',
  title: { en: 'Border crossings', ur: 'سرحدی گزرگاہیں', zh: '口岸' },
  group: 'ports-and-borders',
  geometry: 'point',
  properties: BorderCrossingProperties,
  sources: [compiledFacts('Border crossings')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Points within some kilometres; status as last reported, which changes often.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['neighbour', 'status'],
    thinning: 'All from zoom 3.',
  },
})
