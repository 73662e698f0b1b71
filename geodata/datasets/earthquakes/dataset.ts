/** Major earthquakes since 1819. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const EarthquakeProperties = FeatureProperties.extend({
  /** ISO date, local where the source is local. */
  date: z.iso.date(),
  magnitude: z.number().min(0).max(10),
  depthKm: z.number().positive().nullable(),
  deaths: z.number().int().positive().nullable(),
})
export type EarthquakeProperties = z.output<typeof EarthquakeProperties>

export default defineDataset({
  id: 'earthquakes',
  title: { en: 'Earthquakes', ur: 'زلزلے', zh: '地震' },
  group: 'environment',
  geometry: 'point',
  properties: EarthquakeProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Sixteen shocks; epicentres and depths are from memory of the USGS catalogue, older ones within tens of kilometres. Death tolls are estimates, rivals in the note.',
  searchable: true,
  tiles: { minZoom: 3, maxZoom: 12, properties: ['magnitude'], thinning: 'All at every zoom.' },
})
