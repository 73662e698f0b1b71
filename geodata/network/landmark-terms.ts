/**
 * Under which rates landmarks know their distances: the default ones with every link there may ever be, and where money
 * counts, the road rate, which readers move most, once at the low and once at the high end of its range.
 */
import type { Assumption, AssumptionKey, Criterion } from '#geodata/contract/logistics.ts'
import { ratesAt, withOverrides } from '#geodata/economics/assumptions.ts'
import { tariffOf } from './impedance.ts'
import type { RoutingGraph } from './routing-graph.ts'
import type { EdgeTerms } from './way-weights.ts'
import { USUAL, weightingOf } from './weighting.ts'

export function landmarkTerms(
  graph: RoutingGraph,
  assumptions: ReadonlyMap<AssumptionKey, Assumption>,
  by: Criterion,
): EdgeTerms[] {
  const open = {
    ...USUAL,
    by,
    ignoresLimits: true,
    statuses: ['operational', 'under_construction', 'planned', 'stalled'] as const,
  }
  return roadRates(assumptions, by).map((roadRate) =>
    weightingOf(graph, tariffOf(graph, ratesAt(withOverrides(assumptions, { roadRate }), 'base')), open),
  )
}

function roadRates(assumptions: ReadonlyMap<AssumptionKey, Assumption>, by: Criterion): number[] {
  const { low, base, high } = assumptions.get('roadRate')?.value ?? {}
  const isMoney = by === 'cost' || by === 'mix'
  return [...new Set(isMoney ? [low, high] : [base])].flatMap((rate) => rate ?? [])
}
