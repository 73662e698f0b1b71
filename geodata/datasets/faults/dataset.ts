/** Main faults, drawn by hand. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { GEOLOGY_FACTS } from '../ground-sources.ts'

export const FaultProperties = FeatureProperties.extend({
  kind: z.string(),
  description: z.string(),
  /** Median distance of the line to the nearest trace of the GEM active faults, km; null where not compared. */
  gemCheckKm: z.number().nonnegative().nullable(),
})
export type FaultProperties = z.output<typeof FaultProperties>

export default defineDataset({
  id: 'faults',
  title: { en: 'Main faults', ur: 'بڑی فالٹ لائنیں', zh: '主要断裂' },
  group: 'geology',
  geometry: 'line',
  properties: FaultProperties,
  sources: [GEOLOGY_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Rough lines drawn by hand, for orientation only; each states its distance to the nearest published trace (median 5 to 56 km).',
  searchable: true,
  tiles: { minZoom: 3, maxZoom: 9, properties: ['kind'], thinning: 'All at every zoom.' },
})
