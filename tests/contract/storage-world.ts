/** Small datasets for the storage tests: deposits with parts, towns that are searched, tracks, and blocks that share edges. */
import * as z from 'zod'
import { type DatasetDefinition, defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { Deposit } from '#geodata/contract/deposit.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import type { Feature } from '#server/storage/storage.ts'

const described = {
  sources: [{ title: 'Made for tests', publisher: 'Orelink', url: null, vintage: '2026', licence: 'CC0-1.0' }],
  licence: 'CC0-1.0',
  attribution: [],
  vintage: '2026',
  accuracy: 'Made up.',
} as const
const titled = (title: string) => ({ en: title, ur: title, zh: title })

const RankedProperties = FeatureProperties.extend({ rank: z.number().int() })

/** A value of every type that a filter can ask about. */
export const WellProperties = FeatureProperties.extend({
  label: z.string().nullable(),
  owner: z.string().nullable(),
  depthM: z.number().nullable(),
  visits: z.number().int().nullable(),
  isDry: z.boolean().nullable(),
  date: z.string().nullable(),
  closed: z.iso.date().nullable(),
  tags: z.array(z.string()).nullable(),
  levels: z.array(z.number()),
  seen: z.iso.datetime().nullable(),
  detail: z.object({ grade: z.number().nullable(), kind: z.enum(['a', 'b']) }).nullable(),
})
export type WellProperties = z.output<typeof WellProperties>

export const WELLS = defineDataset({
  ...described,
  ...{ id: 'wells', title: titled('Wells'), group: 'reference', geometry: 'mixed', searchable: false },
  properties: WellProperties,
  tiles: null,
})

export const WORLD_DATASETS: readonly DatasetDefinition[] = [
  WELLS,
  defineDataset({
    ...described,
    ...{ id: 'deposits', title: titled('Deposits'), group: 'deposits', geometry: 'point', searchable: true },
    properties: Deposit,
    tiles: {
      ...{ minZoom: 3, maxZoom: 10, properties: ['status', 'importance'], thinning: 'By importance.' },
      firstZoom: ({ importance }) => 8 - importance,
    },
  }),
  defineDataset({
    ...described,
    ...{ id: 'towns', title: titled('Towns'), group: 'people', geometry: 'point', searchable: true },
    properties: RankedProperties,
    tiles: {
      ...{ minZoom: 0, maxZoom: 8, properties: ['rank'], thinning: 'By rank.' },
      firstZoom: ({ rank }) => rank,
    },
  }),
  defineDataset({
    ...described,
    ...{ id: 'tracks', title: titled('Tracks'), group: 'corridors', geometry: 'line', searchable: false },
    properties: RankedProperties,
    tiles: { minZoom: 0, maxZoom: 12, properties: ['rank'], thinning: 'None.' },
  }),
  defineDataset({
    ...described,
    ...{ id: 'blocks', title: titled('Blocks'), group: 'basemap', geometry: 'area', searchable: false },
    properties: FeatureProperties,
    tiles: { minZoom: 0, maxZoom: 10, properties: [], thinning: 'None.', sharedEdges: true },
  }),
  defineDataset({
    ...described,
    ...{ id: 'prices', title: titled('Prices'), group: 'reference', geometry: 'none', searchable: false },
    properties: FeatureProperties,
    tiles: null,
  }),
]

export const WORLD_TILESETS = { pair: ['towns', 'tracks'] } as const

export function plainFeature(id: string, geometry: Geometry | null, more: Record<string, unknown> = {}): Feature {
  const name = { en: id, ur: null, zh: null }
  return { id, geometry, properties: { name, geometryQuality: 'mapped', ...more } as Feature['properties'] }
}

export function well(id: string, geometry: Geometry | null, more: Partial<WellProperties> = {}): Feature {
  const unknown = { label: null, owner: null, depthM: null, visits: null, isDry: null, date: null, closed: null }
  const more1 = { tags: null, levels: [], seen: null, detail: null }
  return plainFeature(id, geometry, { ...unknown, ...more1, ...more })
}

export function town(id: string, position: Position, rank = 0, altNames: string[] = []): Feature {
  return plainFeature(id, { type: 'Point', coordinates: position }, { rank, altNames })
}

export function track(id: string, line: Position[], rank = 0): Feature {
  return plainFeature(id, { type: 'LineString', coordinates: line }, { rank })
}

export function deposit(id: string, change: Partial<Deposit> = {}, position: Position = [66, 29]): Feature<Deposit> {
  const commodity = change.commodityPrimary ?? 'copper'
  return {
    id,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      name: { en: id, ur: null, zh: null },
      geometryQuality: 'exact',
      provenance: { citations: [{ text: 'test', source: 'test' }], asOf: null, confidence: 'high', note: null },
      ...{ commodityPrimary: commodity, commodities: [commodity], depositType: 'porphyry', depositTypeText: null },
      ...{ status: 'prospect', province: 'balochistan', districtName: 'Chagai', district: 'chagai' },
      ...{ operator: null, owners: null, chinesePartnerText: null, chinesePartner: null, resource: null, rivals: [] },
      ...{ containedMetalText: null, annualOutputText: null, startYear: null, positionAccuracyKm: 1 },
      ...{ positionBasis: 'database', positionText: null, partOf: null, sharesGroundWith: [], importance: 1 },
      ...change,
    },
  }
}
