/** Concentrators, smelters, steel and cement works of Pakistan, and the Chinese smelters that its concentrates go to. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { WorksStatus } from '#geodata/contract/works-status.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const ProcessingProperties = FeatureProperties.extend({
  type: z.enum([
    'concentrator',
    'smelter',
    'beneficiation',
    'grinding',
    'steel mill',
    'DRI plant',
    'chemical',
    'fertiliser',
    'cement',
  ]),
  /** Codes of the commodity registry; limestone and clay, which it has not, as plain words. */
  commodities: z.array(z.string().min(1)),
  /** null outside Pakistan. */
  province: ProvinceId.nullable(),
  country: z.enum(['Pakistan', 'China']),
  capacityText: z.string().nullable(),
  /** Ore for concentrators, metal for smelters, product elsewhere; tonnes a year. */
  capacityTPerYear: z.number().positive().nullable(),
  status: WorksStatus,
  statusText: z.string().nullable(),
  operator: z.string().nullable(),
  /** Ids of deposits that feed it. */
  feedFrom: z.array(z.string()),
  usesImportedOre: z.boolean(),
  startYear: z.number().int().nullable(),
})
export type ProcessingProperties = z.output<typeof ProcessingProperties>

export default defineDataset({
  id: 'processing',
  title: { en: 'Processing plants and smelters', ur: 'پراسیسنگ پلانٹ اور سمیلٹر', zh: '选矿厂与冶炼厂' },
  group: 'industry-and-power',
  geometry: 'point',
  properties: ProcessingProperties,
  sources: [compiledFacts('Processing plants and smelters')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Exact to about 1 km where a database gives the point, else within some kilometres. Capacities are the published ones; ore for concentrators, metal for smelters, product elsewhere.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['type', 'status', 'country'],
    firstZoom: (plant) => (plant.type === 'cement' ? 6 : plant.country === 'China' ? 3 : 4),
    thinning: 'Smelters in China from zoom 3, cement works from 6, all other plants from 4.',
  },
})
