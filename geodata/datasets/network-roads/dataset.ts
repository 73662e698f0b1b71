/** The road network as segments between places, with published and estimated lengths: what a route is reckoned on. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { NETWORK_FACTS, OPENMAPTILES_MENTION, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const RoadSegmentProperties = FeatureProperties.extend({
  ref: z.string(),
  refName: z.string(),
  /** Order along the ref, from 1. */
  seq: z.number().int().positive(),
  fromPlaceId: z.string(),
  toPlaceId: z.string(),
  /** Published length of this segment in km; null where none is. */
  lengthKm: z.number().positive().nullable(),
  /** Best estimate in km, to be used for routes. */
  estimatedLengthKm: z.number().positive(),
  estimateBasis: z.string(),
  /** Published length of the whole ref in km. */
  officialTotalKm: z.number().positive().nullable(),
  class: z.enum(['motorway', 'expressway', 'national', 'provincial', 'district', 'track']).nullable(),
  /** Usual value for the ref. */
  lanes: z.number().int().positive().nullable(),
  surface: z.enum(['asphalt', 'gravel']).nullable(),
  toll: z.boolean().nullable(),
  terrain: z.enum(['plain', 'rolling', 'mountain']).nullable(),
  seasonalClosure: z.string().nullable(),
  status: WorksStatus,
  openedYear: z.number().int().nullable(),
  /** A: nearly all on lines of the same ref, B: plausible in length, C: weaker; null when the line is straight. */
  traceGrade: z.enum(['A', 'B', 'C']).nullable(),
  /** Rows whose trace is one line, cut at the vertex nearest to the place between them. */
  tracedWith: z.string().nullable(),
  /** Beyond the borders of Pakistan. */
  isAbroad: z.boolean(),
})
export type RoadSegmentProperties = z.output<typeof RoadSegmentProperties>

export default defineDataset({
  id: 'network-roads',
  title: { en: 'Road network', ur: 'سڑکوں کا جال', zh: '公路网' },
  group: 'corridors',
  geometry: 'line',
  properties: RoadSegmentProperties,
  sources: [NETWORK_FACTS, OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08 (lines), 2026 (lengths)',
  accuracy:
    'Each segment follows mapped lines of August 2021 (grade A to C) or, where nothing is mapped, runs straight between its places: among these Nok Kundi–Reko Diq, Nok Kundi–Mashkel–Panjgur and all roads in China. Estimated lengths carry their basis; terrain, surface, toll and closure are general knowledge.',
  searchable: false,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['ref', 'status'],
    firstZoom: (segment) => (segment.class === 'motorway' || segment.class === 'national' || segment.isAbroad ? 5 : 7),
    thinning: 'Motorways, national highways and links abroad from zoom 5, the rest from zoom 7.',
  },
})
