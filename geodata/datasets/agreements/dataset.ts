/** Leases, licences, ventures, memoranda and financing in minerals. */
import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { compiledFacts } from '../compiled-facts.ts'

export const AgreementProperties = FeatureProperties.extend({
  kind: z.enum([
    'mou',
    'framework',
    'joint_venture',
    'licence',
    'lease',
    'financing',
    'forum',
    'investment_protection',
  ]),
  /** As precise as known: year, month or day. */
  date: z.string().nullable(),
  partiesPk: z.string().nullable(),
  partiesForeign: z.string().nullable(),
  country: z.string().nullable(),
  commodity: z.string().nullable(),
  depositIds: z.array(z.string()),
  /** What the text names, of any kind: overlapping, never to be added up. */
  valueUsdM: z.number().positive().nullable(),
  status: z.string().nullable(),
  whatItSays: z.string(),
})
export type AgreementProperties = z.output<typeof AgreementProperties>

export default defineDataset({
  id: 'agreements',
  title: { en: 'Mineral agreements', ur: 'معدنی معاہدے', zh: '矿业协议' },
  group: 'reference',
  geometry: 'none',
  properties: AgreementProperties,
  sources: [compiledFacts('Mineral agreements')],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy: 'As worded by the cited sources; values overlap and are never added up.',
  searchable: true,
  tiles: null,
})
