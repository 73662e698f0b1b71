/** Coal terminals at ports of Pakistan and western India. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, gemTracker } from '../upstream-sources.ts'

export const CoalTerminalProperties = FeatureProperties.extend({
  country: z.string(),
  port: z.string(),
  /** Million tonnes a year; null where the source gives none. */
  capacityMtPerYear: z.number().positive().nullable(),
  status: WorksStatus,
  statusText: z.string().nullable(),
  owner: z.string().nullable(),
  startYear: z.number().int().nullable(),
  detail: z.string().nullable(),
  gemId: z.string(),
  url: z.url(),
})
export type CoalTerminalProperties = z.output<typeof CoalTerminalProperties>

export default defineDataset({
  id: 'coal-terminals',
  title: { en: 'Coal terminals', ur: 'کوئلہ ٹرمینل', zh: '煤炭码头' },
  group: 'ports-and-borders',
  geometry: 'point',
  properties: CoalTerminalProperties,
  sources: [gemTracker('Global Coal Terminals Tracker')],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2023–2024',
  accuracy: 'Points stated as exact by the source; statuses are of its release.',
  searchable: true,
  tiles: {
    minZoom: 6,
    maxZoom: 10,
    properties: ['status'],
    thinning: 'All from zoom 6.',
  },
})
