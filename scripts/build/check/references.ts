/** Refuses citations that lead nowhere and ids of features that do not exist. */
import { citationsWithin } from '../citations.ts'
import { type Check, forEachFeature } from './check.ts'

/** Property that holds an id, or a list of ids, → dataset that the id belongs to; by dataset where not all mean the same. */
export const REFERENCES: readonly { from: string; property: string; to: string }[] = [
  { from: 'deposits', property: 'partOf', to: 'deposits' },
  { from: 'deposits', property: 'sharesGroundWith', to: 'deposits' },
  { from: 'deposits', property: 'district', to: 'districts' },
  { from: 'processing', property: 'feedFrom', to: 'deposits' },
  { from: 'agreements', property: 'depositIds', to: 'deposits' },
  { from: 'institutions', property: 'depositIds', to: 'deposits' },
  { from: 'deposit-terms', property: 'depositIds', to: 'deposits' },
  { from: 'cpec-projects', property: 'corridorId', to: 'corridors' },
  { from: 'corridors', property: 'sections', to: 'corridor-sections' },
  { from: 'corridor-sections', property: 'corridorIds', to: 'corridors' },
  { from: 'belts', property: 'typeDeposits', to: 'deposits' },
  { from: 'mine-sites', property: 'deposits', to: 'deposits' },
  { from: 'protected-outlines', property: 'protectedAreaId', to: 'protected-areas' },
  { from: 'network-roads', property: 'fromPlaceId', to: 'network-places' },
  { from: 'network-roads', property: 'toPlaceId', to: 'network-places' },
  { from: 'network-railways', property: 'fromPlaceId', to: 'network-places' },
  { from: 'network-railways', property: 'toPlaceId', to: 'network-places' },
  { from: 'network-access', property: 'placeId', to: 'network-places' },
  { from: 'network-transfers', property: 'railPlaceId', to: 'network-places' },
  { from: 'network-transfers', property: 'roadPlaceId', to: 'network-places' },
  { from: 'published-distances', property: 'fromPlaceId', to: 'network-places' },
  { from: 'published-distances', property: 'toPlaceId', to: 'network-places' },
  { from: 'floods', property: 'districts', to: 'districts' },
  { from: 'protected-areas', property: 'districts', to: 'districts' },
  { from: 'sea-lanes', property: 'fromPort', to: 'ports' },
  { from: 'transmission-lines', property: 'fromId', to: 'substations' },
  { from: 'transmission-lines', property: 'toId', to: 'substations' },
  { from: 'district-indicators', property: 'districtId', to: 'districts' },
  { from: 'seismic-zones', property: 'districtId', to: 'districts' },
]

export const references: Check = (world) =>
  REFERENCES.flatMap(({ from, property, to }) => {
    const target = world.get(to)
    if (!target) return []
    const known = new Set(target.features.map((feature) => feature.id))
    return (world.get(from)?.features ?? []).flatMap((feature) => {
      const value = feature.properties[property]
      const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string')
      return ids
        .filter((id) => !known.has(id))
        .map((id) => ({
          where: `${from}/${feature.id}`,
          what: `${property} "${id}" is not in ${to}`,
          mend: `correct the id or add the feature to ${to}`,
        }))
    })
  })

/** A part has one whole, and the whole is not itself a part. */
export const parts: Check = (world) => {
  const deposits = world.get('deposits')?.features ?? []
  const partIds = new Set(deposits.filter((deposit) => deposit.properties.partOf).map((deposit) => deposit.id))
  return deposits
    .filter((deposit) => typeof deposit.properties.partOf === 'string' && partIds.has(deposit.properties.partOf))
    .map((deposit) => ({
      where: `deposits/${deposit.id}`,
      what: `is part of ${String(deposit.properties.partOf)}, which is itself a part`,
      mend: 'name the whole deposit as parent',
    }))
}

export const citations: Check = (world) => {
  const known = new Set((world.get('sources')?.features ?? []).map((feature) => feature.id))
  return forEachFeature(world, (dataset, feature) =>
    [...new Set(citationsWithin(feature.properties).map(({ source }) => source))]
      .filter((source) => !known.has(source))
      .map((source) => ({
        where: `${dataset}/${feature.id}`,
        what: `cites "${source}", which is not in the sources`,
        mend: 'npm run data -- sources, or add the source to a list of sources',
      })),
  )
}
