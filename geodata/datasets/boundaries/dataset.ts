/** Boundary lines, each with the way it is drawn in three stated views. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { NATURAL_EARTH, NATURAL_EARTH_ATTRIBUTION, OSM_ADMIN, WORLD_ATLAS } from '../ground-sources.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

const DrawnAs = z.enum(['settled', 'disputed', 'hidden'])

export const BoundaryProperties = FeatureProperties.extend({
  /** `claim`: the edge of ground that one state claims and another administers. */
  kind: z.enum(['international', 'line-of-control', 'ceasefire', 'claim', 'province', 'division', 'district']),
  viewInternational: DrawnAs,
  viewPakistan: DrawnAs,
  viewChina: DrawnAs,
  note: z.string().nullable(),
})
export type BoundaryProperties = z.output<typeof BoundaryProperties>

const firstZoom = {
  international: 0,
  'line-of-control': 0,
  ceasefire: 3,
  claim: 3,
  province: 3,
  division: 6,
  district: 6,
} as const

export default defineDataset({
  id: 'boundaries',
  title: { en: 'Boundaries', ur: 'سرحدیں', zh: '边界' },
  group: 'basemap',
  geometry: 'line',
  properties: BoundaryProperties,
  sources: [OSM_ADMIN, NATURAL_EARTH, WORLD_ATLAS],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, NATURAL_EARTH_ATTRIBUTION],
  vintage: '2023 (Pakistan), 2017 (elsewhere)',
  accuracy:
    'Pakistan’s borders, the Line of Control and inner limits are edges of the district areas (OpenStreetMap); lines between other states are Natural Earth, 1:10 million inside 56–84° E, 20–42° N, 1:50 million from 15 to 150° E around it, none beyond. The official views show only what the data carry: Pakistan’s claims on Junagadh, Manavadar and all of Sir Creek, China’s claims east of 84° E and the undefined frontier of eastern Kashmir as Pakistan draws it are missing.',
  searchable: false,
  tiles: {
    minZoom: 0,
    maxZoom: 10,
    properties: ['kind', 'viewInternational', 'viewPakistan', 'viewChina'],
    firstZoom: (line) => firstZoom[line.kind],
    thinning:
      'Borders between states and the Line of Control always, claims and provinces from zoom 3, divisions and districts from 6.',
  },
})
