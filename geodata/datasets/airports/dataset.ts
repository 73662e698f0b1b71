/** Airports, airstrips and air bases in and around Pakistan. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { OSM_ATTRIBUTION, OSM_FEATURES } from '../upstream-sources.ts'

export const AirportProperties = FeatureProperties.extend({
  iata: z.string().length(3).nullable(),
  icao: z.string().nullable(),
  kind: z.enum(['large', 'medium', 'small', 'heliport']),
  /** null: the source does not say. */
  scheduledService: z.boolean().nullable(),
  /** Longest open runway, in metres. */
  runwayLengthM: z.number().positive().nullable(),
  runwaySurface: z.string().nullable(),
  elevationM: z.number().nullable(),
  /** ISO 3166 code. */
  country: z.string().length(2),
})
export type AirportProperties = z.output<typeof AirportProperties>

export default defineDataset({
  id: 'airports',
  title: { en: 'Airports', ur: 'ہوائی اڈے', zh: '机场' },
  group: 'ports-and-borders',
  geometry: 'point',
  properties: AirportProperties,
  sources: [
    {
      title: 'OurAirports: airports and runways',
      publisher: 'OurAirports',
      url: 'https://ourairports.com/data/',
      vintage: '2026-08',
      licence: 'public domain',
    },
    { ...OSM_FEATURES, title: 'OpenStreetMap aerodromes (names in Urdu, better points)' },
  ],
  licence: 'ODbL-1.0',
  attribution: [OSM_ATTRIBUTION],
  vintage: '2021–2026',
  accuracy:
    'At the runway where its position is known, else within a kilometre or two; small airstrips are rough. A runway that the source attached to another airport is discarded.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['kind', 'iata'],
    firstZoom: ({ kind, scheduledService }) => {
      if (kind === 'large') return 4
      return scheduledService ? 6 : 9
    },
    thinning: 'Large airports from zoom 4, others with scheduled service from 6, airstrips and bases from 9.',
  },
})
