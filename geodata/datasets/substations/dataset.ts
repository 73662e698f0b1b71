/** Grid stations and converter stations of 20 kV and over that matter to mineral districts and to the 500 kV grid. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, GRID_FACTS, gemTracker } from '../upstream-sources.ts'

export const SubstationProperties = FeatureProperties.extend({
  /** Highest voltage as built or designed, in kV. */
  kv: z.number().positive().nullable(),
  /** All voltage levels in kV, highest first. */
  kvLevels: z.array(z.number().positive()),
  /** Province of Pakistan, or the country abroad. */
  province: z.string().nullable(),
  districtName: z.string().nullable(),
  status: WorksStatus,
  /** First energised. */
  year: z.number().int().nullable(),
  operator: z.string().nullable(),
})
export type SubstationProperties = z.output<typeof SubstationProperties>

export default defineDataset({
  id: 'substations',
  title: { en: 'Substations', ur: 'گرڈ اسٹیشن', zh: '变电站' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: SubstationProperties,
  sources: [GRID_FACTS, gemTracker('Global Energy Monitor trackers (some points)')],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2025',
  accuracy:
    'No point is exact: within some kilometres, or the town or district stands in. Karachi and most 220 kV stations of Punjab are left out on purpose.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['kv', 'status'],
    firstZoom: ({ kv }) => ((kv ?? 0) >= 500 ? 5 : (kv ?? 0) >= 220 ? 6 : 8),
    thinning: 'By voltage: 500 kV and over from zoom 5, 220 kV from 6, the rest from 8.',
  },
})
