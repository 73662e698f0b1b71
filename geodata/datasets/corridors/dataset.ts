/** CPEC alignments, their named sections, main railway lines and roads to mines, laid along roads and railways as they lie. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import {
  LOGISTICS_FACTS,
  NETWORK_FACTS,
  OPENMAPTILES_MENTION,
  OSM_ATTRIBUTION,
  OSM_TRANSPORT,
} from '../upstream-sources.ts'

export const CorridorGroup = z.enum(['western', 'central', 'eastern', 'kkh', 'rail', 'other'])
export type CorridorGroup = z.output<typeof CorridorGroup>

export const CorridorProperties = FeatureProperties.extend({
  mode: z.enum(['road', 'rail']),
  kind: z.enum(['alignment', 'section', 'access', 'main line']),
  /** An alignment that is open in part counts as under construction; its sections tell which part. */
  status: WorksStatus,
  /** The state in the words of the source. */
  statusText: z.string(),
  /** Official or published length in km; null where none is cited. */
  lengthKm: z.number().positive().nullable(),
  /** Length of the line as drawn, in km on the ellipsoid, never fitted to the official figure. */
  lineLengthKm: z.number().positive(),
  /** Share of the drawn length that follows mapped lines; the rest is straight, 0 to 1. */
  tracedShare: z.number().min(0).max(1),
  openedYear: z.number().int().nullable(),
  corridorGroup: CorridorGroup,
  /** Ids in `corridor-sections`, in order from the first end. */
  sections: z.array(z.string()).min(1),
})
export type CorridorProperties = z.output<typeof CorridorProperties>

export default defineDataset({
  id: 'corridors',
  title: { en: 'Corridors', ur: 'راہداریاں', zh: '走廊' },
  group: 'corridors',
  geometry: 'line',
  properties: CorridorProperties,
  sources: [LOGISTICS_FACTS, NETWORK_FACTS, OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08 (lines), 2026 (status and length)',
  accuracy:
    'Laid along the roads and railways mapped in August 2021. Planned stretches and links in China have no mapped line and are straight between places: they are no surveyed alignment. Lengths as drawn are not fitted to the official ones.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['mode', 'kind', 'status', 'corridorGroup'],
    firstZoom: ({ kind }) => (kind === 'alignment' || kind === 'main line' ? 3 : 4),
    thinning: 'Alignments and main lines from zoom 3, sections and access roads from zoom 4.',
  },
})
