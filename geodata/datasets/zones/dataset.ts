/** Special economic zones, free zones, industrial estates and export processing zones. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const ZoneProperties = FeatureProperties.extend({
  type: z.enum(['CPEC SEZ', 'industrial estate / SEZ', 'free zone', 'industrial estate', 'export processing zone']),
  province: ProvinceId,
  districtName: z.string().nullable(),
  areaAcres: z.number().positive().nullable(),
  /** Derived: acres × 0.0040468564. */
  areaKm2: z.number().positive().nullable(),
  status: WorksStatus,
  /** Where the status says less than the source, the word of the source. */
  statusText: z.string().nullable(),
  developer: z.string().nullable(),
  chinesePartner: z.string().nullable(),
  /** One of the priority zones of CPEC; null for zones outside that programme. */
  cpecPriority: z.boolean().nullable(),
})
export type ZoneProperties = z.output<typeof ZoneProperties>

export default defineDataset({
  id: 'zones',
  title: { en: 'Special economic zones', ur: 'خصوصی اقتصادی زون', zh: '经济特区' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: ZoneProperties,
  sources: [compiledFacts('Economic zones')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'Points within some kilometres, or the town where the site is undecided; areas are the announced ones.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['type', 'status'],
    firstZoom: (zone) => (zone.type === 'CPEC SEZ' || zone.type === 'free zone' ? 4 : 6),
    thinning: 'CPEC zones and the free zone from zoom 4, all others from 6.',
  },
})
