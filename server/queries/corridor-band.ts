/** Who lives along a corridor: features within a distance of its line, in order along it. */
import { CorridorProperties } from '#geodata/datasets/corridors/dataset.ts'
import { Refusal } from '../refusal.ts'
import { acceptedBy, countFound } from './accepted-deposits.ts'
import { everyCorridor } from './list-corridors.ts'
import type { Query } from './query.ts'
import { locatedAll, withinDistance } from './within-distance.ts'

const DEFAULT_KM = 50

export const corridorBand: Query<'corridorBand'> = async ({ params: { id }, query }, context) => {
  const { withinKm = DEFAULT_KM, datasets: given = ['deposits'], ...filter } = query
  const datasets = [...new Set(given)]
  const corridor = (await everyCorridor(context)).find(({ summary }) => summary.id === id)
  if (!corridor) throw new Refusal('not-found', 'No corridor has this id.')
  const { geometry, properties } = corridor.feature
  const accepted = await acceptedBy(filter, context)
  const accept = (dataset: string, other: string) =>
    !(dataset === 'corridors' && other === id) && accepted(dataset, other)
  const found = await withinDistance({ place: geometry, datasets, withinKm, accept }, context)
  const features = (await locatedAll(found, geometry, context))
    .map(({ located, chainageM }) => ({ ...located, chainageKm: (chainageM ?? 0) / 1000 }))
    .sort((a, b) => a.chainageKm - b.chainageKm || a.distanceKm - b.distanceKm)
  const { name, lineLengthKm } = CorridorProperties.parse(properties)
  return {
    corridor: { id, name, lineLengthKm },
    withinKm,
    counts: await countFound(datasets, found, context),
    features,
  }
}
