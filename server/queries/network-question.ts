/** What questions about the network have in common: places to positions, conditions with their defaults. */
import type { Position } from '#geodata/contract/geo.ts'
import { type NetworkChoices, type Place, ROUTE_MODES } from '#geodata/contract/logistics.ts'
import type { LocalName } from '#geodata/contract/provenance.ts'
import type { Change } from '#geodata/contract/scenario.ts'
import { labelPoint } from '#geodata/spatial/label-point.ts'
import { Refusal } from '../refusal.ts'
import type { AskedConditions } from '../routing/routing-world.ts'
import { knownDataset } from './known-dataset.ts'
import type { Context } from './query.ts'

export interface ResolvedPlace {
  ref: string | null
  position: Position
  name: LocalName | null
  isDistrictLevel: boolean
}

/** Throws a refusal where there is no such feature, or it has no place. */
export async function resolvePlace(place: Place, field: string, context: Context): Promise<ResolvedPlace> {
  if (place.kind === 'position') return { ref: null, position: place.position, name: null, isDistrictLevel: false }
  knownDataset(place.dataset, context)
  const feature = await context.storage.feature({ dataset: place.dataset, id: place.id })
  const ref = `${place.dataset}/${place.id}`
  if (!feature?.geometry)
    throw new Refusal('not-found', `${ref} is no feature with a place.`, [
      { field, expected: 'a position, or a feature with a place, as dataset/id', received: ref },
    ])
  const { name, geometryQuality } = feature.properties
  return { ref, position: labelPoint(feature.geometry), name, isDistrictLevel: geometryQuality === 'district' }
}

export function conditionsOf({
  by,
  modes,
  month,
  status,
  set,
  close,
  transit,
  changes,
}: NetworkChoices & { changes?: Change[] | undefined }): AskedConditions {
  return {
    by: by ?? 'cost',
    modes: modes ?? [...ROUTE_MODES],
    statuses: status ?? ['operational'],
    month: month ?? null,
    overrides: set ?? {},
    closedReferences: close ?? [],
    transit: transit ?? 'avoid',
    changes: changes ?? [],
  }
}
