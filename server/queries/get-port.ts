/** One port: what stands near it, which corridors reach it, where its ships go, how far deposits and borders lie. */

import type { Neighbour, Output } from '#geodata/contract/endpoints.ts'
import type { Position } from '#geodata/contract/geo.ts'
import { SeaLaneProperties } from '#geodata/datasets/sea-lanes/dataset.ts'
import { padBBox } from '#geodata/spatial/bbox.ts'
import { geodesicLine } from '#geodata/spatial/geodesic.ts'
import { nearestPoint } from '#geodata/spatial/nearest.ts'
import { Refusal } from '../refusal.ts'
import { everyCorridor } from './list-corridors.ts'
import { candidatesIn, nearestInDataset, neighbourOf } from './nearest-in-dataset.ts'
import type { Context, Query } from './query.ts'
import { sourcesOf } from './sources-of.ts'

type Port = Output<'getPort'>

const WITHIN_KM = 60
/** Dataset → what a line of the sheet prints. */
const SERVING: Readonly<Record<string, readonly string[]>> = {
  zones: ['type', 'status', 'areaKm2'],
  airports: ['kind', 'iata', 'runwayLengthM'],
  'power-plants': ['fuel', 'capacityMw', 'status'],
  substations: ['kv', 'status'],
  'hospitals-universities': ['kind'],
  'cpec-projects': ['sector', 'status', 'costUsdM'],
  'coal-terminals': ['status', 'capacityMtPerYear'],
}
const DEPOSITS = 8
const BORDER_CROSSINGS = 4
const MOST_LANES = 1000

export const getPort: Query<'getPort'> = async ({ params: { id } }, context) => {
  const feature = await context.storage.feature({ dataset: 'ports', id })
  if (feature?.geometry?.type !== 'Point') throw new Refusal('not-found', 'No port has this id.')
  const place = feature.geometry.coordinates
  const crossings = await nearestInDataset({ place, dataset: 'border-crossings', limit: BORDER_CROSSINGS }, context)
  return {
    port: { type: 'Feature', id, geometry: feature.geometry, properties: { ...feature.properties } },
    withinKm: WITHIN_KM,
    nearby: await nearbyOf(place, context),
    corridors: (await everyCorridor(context))
      .filter((corridor) => nearestPoint(place, corridor.feature.geometry).distanceM <= WITHIN_KM * 1000)
      .map(({ summary }) => summary),
    seaLanes: await seaLanesOf(id, context),
    deposits: await depositsFrom(place, context),
    borderCrossings: crossings.map((found) => neighbourOf('border-crossings', found, ['neighbour', 'road', 'status'])),
    sources: await sourcesOf(feature.properties, context),
  }
}

async function nearbyOf(place: Position, { storage, signal }: Context): Promise<Neighbour[]> {
  const nearby: Neighbour[] = []
  const box = padBBox([place[0], place[1], place[0], place[1]], WITHIN_KM)
  for (const [dataset, facts] of Object.entries(SERVING)) {
    signal.throwIfAborted()
    for await (const feature of candidatesIn(dataset, box, storage)) {
      if (!feature.geometry) continue
      const nearest = nearestPoint(place, feature.geometry)
      if (nearest.distanceM <= WITHIN_KM * 1000) nearby.push(neighbourOf(dataset, { feature, nearest }, facts))
    }
  }
  return nearby.sort((a, b) => a.distanceKm - b.distanceKm)
}

async function seaLanesOf(portId: string, { storage }: Context): Promise<Port['seaLanes']> {
  const lanes = await storage.features('sea-lanes', { limit: MOST_LANES })
  const seaLanes: Port['seaLanes'] = []
  for (const { id, properties } of lanes) {
    const lane = SeaLaneProperties.parse(properties)
    if (lane.fromPort !== portId && lane.toPort !== portId) continue
    const toPort = lane.fromPort === portId ? lane.toPort : lane.fromPort
    const destination = await storage.feature({ dataset: 'ports', id: toPort })
    seaLanes.push({
      ref: { dataset: 'sea-lanes', id },
      toPort,
      toName: destination?.properties.name ?? { en: toPort, ur: null, zh: null },
      distanceNm: lane.distanceNm,
      via: lane.via,
      confidence: lane.provenance?.confidence ?? 'low',
    })
  }
  return seaLanes.sort((a, b) => a.distanceNm - b.distanceNm)
}

/** The most important deposits of the country, nearest first; parts are left to their parents. */
async function depositsFrom(place: Position, { storage }: Context): Promise<Port['deposits']> {
  const page = { limit: 4 * DEPOSITS, offset: 0, sort: 'importance', order: 'desc' } as const
  const largest = (await storage.listDeposits({}, page)).filter(({ partOf }) => partOf === null).slice(0, DEPOSITS)
  return largest
    .map((deposit) => {
      const { distanceM, bearingDeg } = geodesicLine(place, deposit.position)
      return { deposit, distanceKm: distanceM / 1000, bearingDeg }
    })
    .sort((a, b) => a.distanceKm - b.distanceKm)
}
