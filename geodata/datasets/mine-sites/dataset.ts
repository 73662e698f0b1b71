/** Ground and named things near deposits that may belong to a mine. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OSM_2021 } from '../ground-sources.ts'
import { OPENMAPTILES_MENTION, OSM_ATTRIBUTION } from '../upstream-sources.ts'

export const MineSiteProperties = FeatureProperties.extend({
  /** What OpenStreetMap calls it. */
  kind: z.string(),
  areaHa: z.number().positive().nullable(),
  /** Deposits within 12 km, by id; nearness only, not proof that they belong together. */
  deposits: z.array(z.string()),
  nearestKm: z.number().nonnegative(),
  /** Inside or beside a town: likely something else. */
  isNearTown: z.boolean(),
})
export type MineSiteProperties = z.output<typeof MineSiteProperties>

export default defineDataset({
  id: 'mine-sites',
  title: { en: 'Mapped mine sites', ur: 'کان کنی کے مقامات', zh: '矿区地物' },
  group: 'deposits',
  geometry: 'mixed',
  properties: MineSiteProperties,
  sources: [OSM_2021],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08',
  accuracy:
    'Industrial land of 0.3 ha and over within 12 km of a deposit and things whose name says mine, coal or marble, August 2021. Quarries and shafts are missing upstream; many of these are other works: a hint where to look, no inventory of mines.',
  searchable: false,
  tiles: {
    minZoom: 7,
    maxZoom: 12,
    properties: ['kind'],
    firstZoom: (site) => ((site.areaHa ?? 0) > 50 ? 7 : 9),
    thinning: 'Over 50 ha from zoom 7, the rest from 9.',
  },
})
