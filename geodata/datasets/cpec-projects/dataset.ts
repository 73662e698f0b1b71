/** Projects of the China-Pakistan Economic Corridor, and neighbours outside its list for context. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const CpecProjectProperties = FeatureProperties.extend({
  sector: z.enum([
    'energy',
    'transport_road',
    'transport_rail',
    'gwadar',
    'sez',
    'mining',
    'digital',
    'port',
    'social',
  ]),
  /** Completed projects are operational, dropped ones closed; the source word is in `statusText`. */
  status: WorksStatus,
  statusText: z.string(),
  /** null also where sources disagree: both figures are in the note. */
  costUsdM: z.number().positive().nullable(),
  capacity: z.number().positive().nullable(),
  capacityUnit: z.string().nullable(),
  lengthKm: z.number().positive().nullable(),
  startYear: z.number().int().nullable(),
  completionYear: z.number().int().nullable(),
  /** One or several provinces, as listed. */
  province: z.string().nullable(),
  /** Id in `corridors`. */
  corridorId: z.string().nullable(),
  sponsorPk: z.string().nullable(),
  sponsorCn: z.string().nullable(),
  financing: z.string().nullable(),
  /** Not in the CPEC list: leave out of CPEC totals. */
  isContext: z.boolean(),
})
export type CpecProjectProperties = z.output<typeof CpecProjectProperties>

export default defineDataset({
  id: 'cpec-projects',
  title: { en: 'CPEC projects', ur: 'سی پیک منصوبے', zh: '中巴经济走廊项目' },
  group: 'corridors',
  geometry: 'point',
  properties: CpecProjectProperties,
  sources: [compiledFacts('CPEC projects')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'One representative point a project, within some kilometres or at a town; statuses as of the cited source. Cells that rest on memory are named in the note.',
  searchable: true,
  tiles: {
    minZoom: 4,
    maxZoom: 12,
    properties: ['sector', 'status'],
    firstZoom: (project) => (project.sector === 'social' || project.sector === 'digital' || project.isContext ? 6 : 4),
    thinning: 'Social, digital and context projects from zoom 6, all others from 4.',
  },
})
