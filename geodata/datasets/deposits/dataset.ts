/** Mineral deposits, mines, coalfields and prospects of Pakistan, each with resources, rivals, position quality and citations. */

import * as z from 'zod'
import { defineDataset } from '#geodata/contract/dataset.ts'
import { Deposit } from '#geodata/contract/deposit.ts'
import { OSM_ATTRIBUTION } from '../upstream-sources.ts'

const DepositTileProperties = Deposit.extend({
  /** As `commodityPrimary`: the symbol. */
  commodity: Deposit.shape.commodityPrimary,
  accuracyKm: z.number().positive(),
  isPart: z.boolean(),
})

const firstZoomByImportance = [7, 7, 6, 5, 4, 3] as const

export default defineDataset({
  id: 'deposits',
  title: { en: 'Mineral deposits', ur: 'معدنی ذخائر', zh: '矿床' },
  group: 'deposits',
  geometry: 'point',
  properties: DepositTileProperties,
  sources: [
    {
      title: 'Deposits, mines and prospects of Pakistan, with citations row by row',
      publisher: 'Orelink, compiled from the cited sources',
      url: null,
      vintage: '2026-11',
      licence: 'CC BY 4.0',
    },
    {
      title: 'Positions of 15 deposits and the district of every deposit',
      publisher: 'OpenStreetMap contributors',
      url: 'https://www.openstreetmap.org/copyright',
      vintage: '2021-08 and 2023',
      licence: 'ODbL 1.0',
    },
  ],
  licence: 'ODbL-1.0',
  attribution: ['Orelink', OSM_ATTRIBUTION],
  vintage: '2026-11',
  accuracy:
    'Every position states its radius in km: 1 where a database quotes it exactly, 5 or 10 where approximate, the radius of the district where a town stands in. Tonnages are the most defensible published figure; rival figures stand beside it.',
  searchable: true,
  tiles: {
    minZoom: 3,
    maxZoom: 12,
    properties: ['commodity', 'status', 'importance', 'accuracyKm', 'isPart'],
    firstZoom: (deposit) => firstZoomByImportance[deposit.importance] ?? 7,
    thinning: 'By importance: 5 from zoom 3, 4 from 4, 3 from 5, 2 from 6, 1 from 7.',
  },
})
