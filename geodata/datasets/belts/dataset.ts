/** Metallogenic belts and basins, drawn by hand. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { GEOLOGY_FACTS } from '../ground-sources.ts'

export const BeltProperties = FeatureProperties.extend({
  kind: z.enum(['magmatic arc', 'ophiolite belt', 'sedimentary basin', 'fold belt', 'suture', 'terrane']),
  commodities: z.array(z.string()),
  age: z.string(),
  description: z.string(),
  /** Ids of deposits that stand for the belt. */
  typeDeposits: z.array(z.string()),
})
export type BeltProperties = z.output<typeof BeltProperties>

export default defineDataset({
  id: 'belts',
  title: { en: 'Metallogenic belts', ur: 'معدنی پٹیاں', zh: '成矿带' },
  group: 'geology',
  geometry: 'area',
  properties: BeltProperties,
  sources: [GEOLOGY_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Rough outlines drawn by hand for orientation at national scale, never mapped contacts; belts overlap on purpose. Some outlines were stretched so that known deposits fall inside.',
  searchable: true,
  tiles: { minZoom: 2, maxZoom: 9, properties: ['kind'], thinning: 'All at every zoom.' },
})
