/** Power plants, one record a plant whatever its units, and the HVDC converter stations. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, gemTracker, LOGISTICS_FACTS } from '../upstream-sources.ts'

export const PlantFuel = z.enum([
  'coal',
  'gas',
  'oil',
  'hydro',
  'nuclear',
  'solar',
  'wind',
  'bioenergy',
  'converter',
  'other',
])
export type PlantFuel = z.output<typeof PlantFuel>

export const PowerPlantProperties = FeatureProperties.extend({
  fuel: PlantFuel,
  /** Megawatts in the state that `status` names; null where no figure is known. */
  capacityMw: z.number().positive().nullable(),
  /** Megawatts by state, where the units of the plant differ. */
  capacityByStatusMw: z.partialRecord(WorksStatus, z.number().positive()).nullable(),
  status: WorksStatus,
  /** The state in the words of the source, where these say more. */
  statusText: z.string().nullable(),
  startYear: z.number().int().nullable(),
  owner: z.string().nullable(),
  isCpec: z.boolean(),
  gemIds: z.array(z.string()),
  url: z.url().nullable(),
})
export type PowerPlantProperties = z.output<typeof PowerPlantProperties>

export default defineDataset({
  id: 'power-plants',
  title: { en: 'Power plants', ur: 'بجلی گھر', zh: '电站' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: PowerPlantProperties,
  sources: [
    LOGISTICS_FACTS,
    gemTracker('Coal, oil and gas, hydropower, nuclear and bioenergy plant trackers'),
    {
      title: 'Global Power Plant Database, Pakistan input table',
      publisher: 'World Resources Institute',
      url: 'https://datasets.wri.org/dataset/globalpowerplantdatabase',
      vintage: '2018',
      licence: 'CC BY 4.0',
    },
  ],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION, 'Global Power Plant Database, World Resources Institute, CC BY 4.0'],
  vintage: '2018–2025',
  accuracy:
    'Exact for most coal and gas plants, approximate for hydropower; where the source puts several planned plants on one point, that point stands in for the district. Rival figures are in the note of each record.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['fuel', 'capacityMw', 'status'],
    firstZoom: ({ status, capacityMw }) => {
      if (status === 'stalled' || status === 'closed') return 8
      return (capacityMw ?? 0) >= 1000 ? 4 : (capacityMw ?? 0) >= 300 ? 5 : 7
    },
    thinning:
      'Working and planned plants of 1,000 MW and over from zoom 4, 300 MW from 5, smaller ones from 7; stalled, cancelled and closed plants from 8.',
  },
})
