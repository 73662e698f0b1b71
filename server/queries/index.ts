/** The question each endpoint asks: the compiler finds the missing one. */
import type { EndpointId } from '#geodata/contract/endpoints.ts'
import { askNear } from './ask-near.ts'
import { askWithin } from './ask-within.ts'
import { bestLinks } from './best-links.ts'
import { chooseSites } from './choose-sites.ts'
import { corridorBand } from './corridor-band.ts'
import { criticalEdges } from './critical-edges.ts'
import { depositEconomics } from './deposit-economics.ts'
import { depositFacets } from './deposit-facets.ts'
import { depositInfrastructure } from './deposit-infrastructure.ts'
import { depositOverlay } from './deposit-overlay.ts'
import { depositRows } from './deposit-rows.ts'
import { depositScores } from './deposit-scores.ts'
import { depositStatistics } from './deposit-statistics.ts'
import { depositSummary } from './deposit-summary.ts'
import { describeExport } from './describe-export.ts'
import { drawReach } from './draw-reach.ts'
import { getCorridor } from './get-corridor.ts'
import { getDeposit } from './get-deposit.ts'
import { getFeature } from './get-feature.ts'
import { getPort } from './get-port.ts'
import { getRegion } from './get-region.ts'
import { listAssumptions } from './list-assumptions.ts'
import { listCorridors } from './list-corridors.ts'
import { listDatasets } from './list-datasets.ts'
import { listDeposits } from './list-deposits.ts'
import { listFeatures } from './list-features.ts'
import { listNames } from './list-names.ts'
import { listPlannedLinks } from './list-planned-links.ts'
import { listRegions } from './list-regions.ts'
import { mapDeposits } from './map-deposits.ts'
import { nearestFeatures } from './nearest-features.ts'
import { planChangedRoute } from './plan-changed-route.ts'
import { planRoute } from './plan-route.ts'
import { planSpur } from './plan-spur.ts'
import type { Query, WrittenQuery } from './query.ts'
import { routeMatrix } from './route-matrix.ts'
import { runScenario } from './run-scenario.ts'
import { search } from './search.ts'

export const queries: { readonly [Id in EndpointId]: Query<Id> | WrittenQuery<Id> } = {
  listDatasets,
  listDeposits,
  mapDeposits,
  depositRows,
  depositFacets,
  getDeposit,
  depositStatistics,
  search,
  listCorridors,
  getCorridor,
  getPort,
  getFeature,
  listFeatures,
  listNames,
  nearestFeatures,
  planRoute,
  planSpur,
  planChangedRoute,
  listPlannedLinks,
  routeMatrix,
  criticalEdges,
  runScenario,
  listAssumptions,
  drawReach,
  chooseSites,
  bestLinks,
  askNear,
  askWithin,
  corridorBand,
  depositOverlay,
  depositScores,
  depositSummary,
  describeExport,
  depositInfrastructure,
  depositEconomics,
  listRegions,
  getRegion,
}
