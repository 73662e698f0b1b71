/** Dams, barrages, canals, basins and aquifers, and the rivers they stand on. */

import * as z from 'zod'
import { defineDataset, FeatureProperties } from '#geodata/contract/dataset.ts'
import { ProvinceId } from '#geodata/contract/deposit.ts'
import { ENVIRONMENT_FACTS } from '../ground-sources.ts'

export const WaterWorkProperties = FeatureProperties.extend({
  kind: z.enum(['dam', 'barrage', 'canal', 'hamun', 'aquifer', 'river']),
  /** Gross storage, million m³; null where unknown or left out on purpose (Tarbela, Mangla). */
  storageMcm: z.number().positive().nullable(),
  installedMw: z.number().positive().nullable(),
  river: z.string().nullable(),
  province: ProvinceId.nullable(),
  status: z.enum(['operational', 'under_construction', 'planned', 'seasonal', 'overdrawn', 'unknown']),
  statusText: z.string(),
  /** Year of completion, planned for works under construction. */
  year: z.number().int().nullable(),
})
export type WaterWorkProperties = z.output<typeof WaterWorkProperties>

export default defineDataset({
  id: 'water-works',
  title: { en: 'Dams and water works', ur: 'ڈیم اور آبی منصوبے', zh: '水利工程' },
  group: 'environment',
  geometry: 'point',
  properties: WaterWorkProperties,
  sources: [ENVIRONMENT_FACTS],
  licence: 'CC-BY-4.0',
  attribution: ['Orelink'],
  vintage: '2026-11',
  accuracy:
    'Points within some kilometres, from cited pages and memory as each record says; rivers and some canals have no point. Storage is gross.',
  searchable: true,
  tiles: {
    minZoom: 5,
    maxZoom: 12,
    properties: ['kind', 'status'],
    firstZoom: (work) =>
      (work.storageMcm ?? 0) > 500 || (work.installedMw ?? 0) > 500
        ? 5
        : work.kind === 'dam' || work.kind === 'barrage'
          ? 6
          : 8,
    thinning: 'Storage over 500 million m³ or 500 MW from zoom 5, other dams and barrages from 6, the rest from 8.',
  },
})
