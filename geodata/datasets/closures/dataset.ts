/** Passes and road sections that close by season. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const ClosureProperties = FeatureProperties.extend({
  ref: z.string().nullable(),
  /** 1 January to 12 December, in the order of the season; empty: open all year or no fixed season. */
  monthsClosed: z.array(z.number().int().min(1).max(12)),
  cause: z.string().nullable(),
  reopenedNote: z.string().nullable(),
})
export type ClosureProperties = z.output<typeof ClosureProperties>

export default defineDataset({
  id: 'closures',
  title: { en: 'Seasonal closures', ur: 'موسمی بندش', zh: '季节性封路' },
  group: 'environment',
  geometry: 'point',
  properties: ClosureProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Usual practice, not a timetable; points within some kilometres of the pass or section.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['ref'],
    firstZoom: (closure) => (closure.monthsClosed.length > 0 ? 5 : 7),
    thinning: 'Closed by season from zoom 5, the rest from 7.',
  },
})
