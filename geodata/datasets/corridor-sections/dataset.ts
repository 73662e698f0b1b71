/** The pieces that corridors consist of: each stretch of road or rail once, with its own status, length and quality. */
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

export const CorridorSectionProperties = FeatureProperties.extend({
  /** Corridors that run over this section. */
  corridorIds: z.array(z.string()).min(1),
  mode: z.enum(['road', 'rail']),
  /** Road or line number, for example `N-35` or `ML-1`; null for links and planned stretches without one. */
  ref: z.string().nullable(),
  fromPlaceId: z.string(),
  toPlaceId: z.string(),
  status: WorksStatus,
  /** Published length in km where a source gives exactly this stretch. */
  officialLengthKm: z.number().positive().nullable(),
  /** Length of the line as drawn, in km on the ellipsoid. */
  lineLengthKm: z.number().positive(),
  openedYear: z.number().int().nullable(),
})
export type CorridorSectionProperties = z.output<typeof CorridorSectionProperties>

export default defineDataset({
  id: 'corridor-sections',
  title: { en: 'Corridor sections', ur: 'راہداریوں کے حصے', zh: '走廊路段' },
  group: 'corridors',
  geometry: 'line',
  properties: CorridorSectionProperties,
  sources: [LOGISTICS_FACTS, NETWORK_FACTS, OSM_TRANSPORT],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, OPENMAPTILES_MENTION],
  vintage: '2021-08 (lines), 2026 (status and length)',
  accuracy:
    'As the corridors: traced along mapped lines of August 2021, or straight where nothing is mapped or built. The status is that of the corridor work: a section under construction may carry traffic on the old road.',
  searchable: false,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['mode', 'status', 'ref'],
    thinning: 'All from zoom 3: they are few.',
  },
})
