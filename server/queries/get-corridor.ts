/** One corridor: its sections in order and the deposits near its line, by true distance to the line. */

import type { DepositSummary, Output } from '#geodata/contract/endpoints.ts'
import type { Geometry, Position } from '#geodata/contract/geo.ts'
import { CorridorSectionProperties } from '#geodata/datasets/corridor-sections/dataset.ts'
import { CorridorProperties } from '#geodata/datasets/corridors/dataset.ts'
import { bboxOf, padBBox } from '#geodata/spatial/bbox.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { Refusal } from '../refusal.ts'
import { countDeposits } from './count-deposits.ts'
import { candidatesIn } from './nearest-in-dataset.ts'
import type { Context, Query } from './query.ts'
import { sourcesOf } from './sources-of.ts'

type Corridor = Output<'getCorridor'>

const BANDS_KM = [25, 50, 100]
const FARTHEST_KM = 200
const DEFAULT_KM = 50

export const getCorridor: Query<'getCorridor'> = async ({ params: { id }, query }, context) => {
  const feature = await context.storage.feature({ dataset: 'corridors', id })
  if (!feature?.geometry) throw new Refusal('not-found', 'No corridor has this id.')
  const { geometry, properties } = feature
  const withinKm = query.withinKm ?? DEFAULT_KM
  const near = await context.cache.get(`deposits near corridor ${id}`, ['corridors', 'deposits'], () =>
    depositsNear(geometry, context),
  )
  return {
    corridor: { type: 'Feature', id, geometry, properties: { ...properties } },
    sections: await sectionsOf(CorridorProperties.parse(properties).sections, context),
    withinKm,
    bands: BANDS_KM.map((bandKm) => ({
      withinKm: bandKm,
      count: countDeposits(near.filter(({ distanceKm }) => distanceKm <= bandKm).map(({ deposit }) => deposit)),
    })),
    deposits: near.filter(({ distanceKm }) => distanceKm <= withinKm),
    sources: await sourcesOf(properties, context),
  }
}

/** Deposits within the farthest distance one may ask for, nearest first. */
async function depositsNear(geometry: Geometry, context: Context): Promise<Corridor['deposits']> {
  const found = new Map<string, { distanceKm: number; position: Position }>()
  for await (const { id, geometry: point } of candidatesIn(
    'deposits',
    padBBox(bboxOf(geometry), FARTHEST_KM),
    context.storage,
  )) {
    if (point?.type !== 'Point') continue
    const { distanceM, position } = nearestPoint(point.coordinates, geometry)
    if (distanceM <= FARTHEST_KM * 1000) found.set(id, { distanceKm: distanceM / 1000, position })
  }
  const summaries = await context.storage.depositSummaries([...found.keys()])
  return summaries
    .flatMap((deposit: DepositSummary) => {
      const near = found.get(deposit.id)
      return near ? [{ deposit, distanceKm: near.distanceKm, nearestPoint: near.position }] : []
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
}

async function sectionsOf(ids: readonly string[], { storage }: Context): Promise<Corridor['sections']> {
  const sections: Corridor['sections'] = []
  for (const id of ids) {
    const feature = await storage.feature({ dataset: 'corridor-sections', id })
    if (!feature) continue
    const { name, status, officialLengthKm, lineLengthKm, openedYear, geometryQuality, provenance } =
      CorridorSectionProperties.parse(feature.properties)
    sections.push({
      ref: { dataset: 'corridor-sections', id },
      name,
      status,
      officialLengthKm,
      lineLengthKm,
      openedYear,
      geometryQuality,
      confidence: provenance?.confidence ?? 'low',
    })
  }
  return sections
}
