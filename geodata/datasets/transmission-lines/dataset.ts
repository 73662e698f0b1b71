/** Transmission lines between substations, all schematic. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GRID_FACTS } from '../upstream-sources.ts'

export const TransmissionLineProperties = FeatureProperties.extend({
  kv: z.number().positive(),
  current: z.enum(['AC', 'DC']),
  circuits: z.number().int().positive().nullable(),
  /** Ids in `substations`. */
  fromId: z.string(),
  toId: z.string(),
  status: WorksStatus,
  operator: z.string().nullable(),
  year: z.number().int().nullable(),
  capacityMw: z.number().positive().nullable(),
  /** Published length in km; never measured on the schematic line. */
  lengthKm: z.number().positive().nullable(),
  /** Bent through places that the text or the valley names, not just straight. */
  hasWayPoints: z.boolean(),
})
export type TransmissionLineProperties = z.output<typeof TransmissionLineProperties>

export default defineDataset({
  id: 'transmission-lines',
  title: { en: 'Transmission lines', ur: 'بجلی کی ترسیلی لائنیں', zh: '输电线路' },
  group: 'industry-and-power',
  geometry: 'line',
  properties: TransmissionLineProperties,
  sources: [GRID_FACTS],
  licence: 'CC-BY-4.0',
  attribution: [],
  vintage: '2025',
  accuracy:
    'No line is surveyed: straight between its ends, or bent through named places. Do not measure lengths or rights of way on them. In-out ties overlap their parent line, so circuits do not add up.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 10,
    properties: ['kv', 'current', 'status'],
    firstZoom: ({ kv }) => (kv >= 500 ? 4 : kv >= 220 ? 6 : 7),
    thinning: 'By voltage: 500 kV and over and the HVDC lines from zoom 4, 220 kV from 6, the rest from 7.',
  },
})
