/** Gas mains, with the LNG terminals and supplies that the list of mains names. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { GEM_ATTRIBUTION, GRID_FACTS, gemTracker } from '../upstream-sources.ts'

export const GasPipelineProperties = FeatureProperties.extend({
  kind: z.enum(['pipeline', 'lng terminal', 'gas field', 'town supply']),
  startName: z.string().nullable(),
  endName: z.string().nullable(),
  /** Pipe diameters in inches. */
  diameterIn: z.array(z.number().positive()),
  capacityBcmPerYear: z.number().positive().nullable(),
  /** Published length in km. */
  lengthKm: z.number().positive().nullable(),
  status: WorksStatus,
  /** The state in the words of the source, where these say more. */
  statusText: z.string().nullable(),
  startYear: z.number().int().nullable(),
  owner: z.string().nullable(),
  /** Drawn with few vertices by the source, or straight between its ends by us. */
  isSchematic: z.boolean(),
  /** Mineral districts that it reaches; our link, from general knowledge. */
  mineralBelts: z.array(z.string()),
  gemId: z.string().nullable(),
  url: z.url().nullable(),
})
export type GasPipelineProperties = z.output<typeof GasPipelineProperties>

export default defineDataset({
  id: 'gas-pipelines',
  title: { en: 'Gas pipelines', ur: 'گیس پائپ لائنیں', zh: '天然气管道' },
  group: 'industry-and-power',
  geometry: 'line',
  properties: GasPipelineProperties,
  sources: [gemTracker('Global Gas Infrastructure Tracker'), GRID_FACTS],
  licence: 'CC-BY-4.0',
  attribution: [GEM_ATTRIBUTION],
  vintage: '2023–2025',
  accuracy:
    'Mostly schematic, drawn with two or three vertices by the source. Planned lines without geometry are straight between their ends; terminals and supplies have no line and no place here.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 10,
    properties: ['status'],
    thinning: 'All from zoom 5.',
  },
})
