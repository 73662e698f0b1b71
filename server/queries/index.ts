/** The question each endpoint asks: the compiler finds the missing one. */
import type { EndpointId } from '#geodata/contract/endpoints.ts'
import { depositFacets } from './deposit-facets.ts'
import { depositStatistics } from './deposit-statistics.ts'
import { describeExport } from './describe-export.ts'
import { getCorridor } from './get-corridor.ts'
import { getDeposit } from './get-deposit.ts'
import { getFeature } from './get-feature.ts'
import { getPort } from './get-port.ts'
import { listCorridors } from './list-corridors.ts'
import { listDatasets } from './list-datasets.ts'
import { listDeposits } from './list-deposits.ts'
import { listFeatures } from './list-features.ts'
import { mapDeposits } from './map-deposits.ts'
import { nearestFeatures } from './nearest-features.ts'
import type { Query } from './query.ts'
import { search } from './search.ts'

export const queries: { readonly [Id in EndpointId]: Query<Id> } = {
  listDatasets,
  listDeposits,
  mapDeposits,
  depositFacets,
  getDeposit,
  depositStatistics,
  search,
  listCorridors,
  getCorridor,
  getPort,
  getFeature,
  listFeatures,
  nearestFeatures,
  describeExport,
}
