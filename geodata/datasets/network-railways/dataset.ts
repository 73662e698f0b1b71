/** The rail network as segments between stations, with gauge, tracks and lengths. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { NETWORK_FACTS, OPENMAPTILES_MENTION, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const RailSegmentProperties = FeatureProperties.extend({
  ref: z.string(),
  refName: z.string(),
  /** Order along the line, from 1. */
  seq: z.number().int().positive(),
  fromPlaceId: z.string(),
  toPlaceId: z.string(),
  /** Published length of this segment in km; null where none is. */
  lengthKm: z.number().positive().nullable(),
  /** Best estimate in km, to be used for routes. */
  estimatedLengthKm: z.number().positive(),
  estimateBasis: z.string(),
  /** Published length of the whole line in km. */
  officialTotalKm: z.number().positive().nullable(),
  /** Track gauge in mm: 1676 in Pakistan, 1435 in China and most of Iran. */
  gaugeMm: z.number().int().positive().nullable(),
  tracks: z.number().int().positive().nullable(),
  electrified: z.boolean().nullable(),
  designSpeedKmh: z.number().positive().nullable(),
  terrain: z.enum(['plain', 'rolling', 'mountain']).nullable(),
  seasonalClosure: z.string().nullable(),
  status: WorksStatus,
  openedYear: z.number().int().nullable(),
  /** A to C as for roads; null when the line is straight. */
  traceGrade: z.enum(['A', 'B', 'C']).nullable(),
  tracedWith: z.string().nullable(),
  isAbroad: z.boolean(),
})
export type RailSegmentProperties = z.output<typeof RailSegmentProperties>

export default defineDataset({
  id: 'network-railways',
  title: { en: 'Rail network', ur: 'ریلوے نیٹ ورک', zh: '铁路网' },
  group: 'corridors',
  geometry: 'line',
  properties: RailSegmentProperties,
  sources: [NETWORK_FACTS, OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08 (lines), 2026 (lengths)',
  accuracy:
    'Traced along tracks mapped in August 2021, or straight between stations: all planned lines, Sibi–Babar Kach, Harnai–Khost, and every railway abroad except near Zahedan. Speed, tracks and electrification are general knowledge.',
  searchable: false,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['ref', 'status'],
    thinning: 'All from zoom 5.',
  },
})
