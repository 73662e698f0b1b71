/** Sea ports and dry ports of Pakistan and the Chinese ports that its minerals go to. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const PortProperties = FeatureProperties.extend({
  kind: z.enum(['sea port', 'dry port']),
  country: z.enum(['Pakistan', 'China']),
  /** Deepest draught of ships at berth as published; rival figures are in the note. */
  maxDraughtM: z.number().positive().nullable(),
  berths: z.number().int().positive().nullable(),
  /** Largest ship, deadweight tonnes. */
  maxDwt: z.number().positive().nullable(),
  capacityText: z.string().nullable(),
  seaNmFromKarachi: z.number().nonnegative().nullable(),
  seaNmFromGwadar: z.number().nonnegative().nullable(),
})
export type PortProperties = z.output<typeof PortProperties>

export default defineDataset({
  id: 'ports',
  title: { en: 'Ports and dry ports', ur: 'بندرگاہیں اور خشک بندرگاہیں', zh: '港口与无水港' },
  group: 'ports-and-borders',
  geometry: 'point',
  properties: PortProperties,
  sources: [compiledFacts('Ports and dry ports')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Points within a kilometre or two. Draughts of Chinese ports and the sea distances here are from memory; computed distances are in the sea lanes.',
  searchable: true,
  tiles: {
    minZoom: 2,
    maxZoom: 12,
    properties: ['kind', 'country'],
    firstZoom: (port) => (port.kind === 'sea port' ? 2 : 5),
    thinning: 'Sea ports from zoom 2, dry ports from 5.',
  },
})
